// Lists a client's exports, newest first.
import type { exportRoutes } from '#exports/routes.ts';
import { besideExport, showExport, toExport } from '#exports/store.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units (membership, client), one query, and one batch read of 2 units for each export (job, file). */
export const listExports: UseCase<(typeof exportRoutes)['listExports']> = {
  async run(app, { params: { clientId }, query }) {
    const scope = { clientId, routeId: 'listExports', filters: {} };
    const startAfter = await openCursor(app.serviceKeys, scope, query.cursor);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: recordKeys.exportsOf(clientId).pk },
      newestFirst: true,
      limit: query.limit,
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    const records = items.map(toExport);
    const found = await app.db.read(records.flatMap(besideExport));
    return {
      status: 200,
      body: {
        items: records.map((record) => showExport(record, found, app.clock.nowMs())),
        nextCursor: await sealCursor(app.serviceKeys, scope, next),
      },
    };
  },
};
