// Reads an export: how far it is, and its file when it is there.
import type { exportRoutes } from '#exports/routes.ts';
import { besideExport, exportRead, showExport, toExport } from '#exports/store.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 3 units (membership, client, export), and one of 2 (job, file). */
export const readExport: UseCase<(typeof exportRoutes)['readExport']> = {
  reads: ({ params: { clientId, exportId } }) => [exportRead(clientId, exportId)],
  async run(app, { params: { clientId, exportId }, found }) {
    const item = found.get(exportRead(clientId, exportId));
    if (!item) throw new Problem('not-found');
    const record = toExport(item);
    await app.db.read(besideExport(record), found);
    return { status: 200, body: showExport(record, found, app.clock.nowMs()) };
  },
};
