// Reads an erasure: what is to go, what stays, how far it is.
import { demandErasure, erasurePathReads, jobOf } from '#erasures/demand-erasure.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { showErasure } from '#erasures/show-erasure.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units (membership, row), and 1 more for the job while one is under way. */
export const readErasure: UseCase<(typeof erasureRoutes)['readErasure']> = {
  reads: ({ params }) => erasurePathReads(params),

  async run(app, { params, caller, found }) {
    const erasure = demandErasure(found, params);
    const job = await jobOf(app, erasure);
    return { status: 200, body: showErasure(erasure, { caller, nowMs: app.clock.nowMs(), job }) };
  },
};
