// Withdraws an erasure that nobody has confirmed.
import { demandErasure, erasurePathReads } from '#erasures/demand-erasure.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { writeErasure } from '#erasures/store.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units (membership, row) and one transaction of 2. Repeated it changes nothing. */
export const withdrawErasure: UseCase<(typeof erasureRoutes)['withdrawErasure']> = {
  reads: ({ params }) => erasurePathReads(params),

  async run(app, { params, found }) {
    const erasure = demandErasure(found, params);
    if (erasure.state === 'withdrawn') return { status: 204, body: undefined };
    if (erasure.state !== 'counting' && erasure.state !== 'asked') throw new Problem('wrong-state');
    await writeErasure(app, { ...erasure, state: 'withdrawn' });
    return { status: 204, body: undefined };
  },
};
