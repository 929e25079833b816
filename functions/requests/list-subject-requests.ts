// Lists a client's subject requests, or our own, newest first.
import { clientReads } from '#clients/store.ts';
import type { requestRoutes } from '#requests/routes.ts';
import { clientNameIn, showReceipt } from '#requests/show-request.ts';
import { requestRowIn } from '#requests/store.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { recordKeys, recordsTable, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 3 units (membership, client and its key) and one query: 1 unit for each 4 KB of requests. */
export const listSubjectRequests: UseCase<(typeof requestRoutes)['listSubjectRequests']> = {
  reads: ({ params: { clientId } }) => (clientId === SERVICE ? [] : clientReads(clientId)),

  async run(app, { params: { clientId }, query: { limit, cursor }, found }) {
    const scope = { clientId, routeId: 'listSubjectRequests', filters: {} };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: recordKeys.requestsOf(clientId).pk },
      newestFirst: true,
      limit,
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    const nowMs = app.clock.nowMs();
    const clientName = clientNameIn(found, clientId);
    const standing = items.map((item) => requestRowIn(item, nowMs)).filter((one) => one !== undefined);
    return {
      status: 200,
      body: {
        items: standing.map((one) => ({ ...showReceipt(one, nowMs), clientName })),
        nextCursor: await sealCursor(app.serviceKeys, scope, next),
      },
    };
  },
};
