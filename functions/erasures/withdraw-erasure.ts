// Withdraws an erasure that nobody has confirmed.
import type { WithdrawnReason } from '#erasures/codes.ts';
import { demandErasure, erasurePathReads } from '#erasures/demand-erasure.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { type ErasureRecord, writeErasure } from '#erasures/store.ts';
import { endErasing } from '#requests/erasing.ts';
import { requestRowIn } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/** Costs one batch read of 2 units (membership, row) and one transaction of 2 and 1 for the index; a person's 1 and 2 more for the request. Repeated it changes nothing. */
export const withdrawErasure: UseCase<(typeof erasureRoutes)['withdrawErasure']> = {
  reads: ({ params }) => erasurePathReads(params),

  async run(app, { params, found }) {
    const erasure = demandErasure(found, params);
    if (erasure.state === 'withdrawn') return { status: 204, body: undefined };
    if (erasure.state !== 'counting' && erasure.state !== 'asked') throw new Problem('wrong-state');
    await takeBack(app, erasure, 'somebody');
    return { status: 204, body: undefined };
  },
};

/**
 * One transaction of 2 units and 1 for the index; a person's 1 and 2 more for the request.
 * @throws StaleReadError where somebody else was first.
 */
export async function takeBack(app: App, erasure: ErasureRecord, because: WithdrawnReason): Promise<void> {
  const withdrawn = { because, atMs: app.clock.nowMs() };
  await writeErasure(app, { ...erasure, state: 'withdrawn', withdrawn }, await withoutErasing(app, erasure));
}

/** Findings are free again. None where the request is gone with its client. */
async function withoutErasing(app: App, { id, clientId, requestId }: ErasureRecord): Promise<Write[]> {
  if (!requestId) return [];
  const key = recordKeys.request(clientId, requestId);
  const read = { table: 'records' as const, key };
  const request = requestRowIn((await app.db.read([read])).get(read), app.clock.nowMs());
  return request?.erasing?.id === id ? [endErasing(request, id)] : [];
}
