// Lists the subject requests of all clients and of ourselves: open ones by deadline, closed ones newest first.
import { clientReads } from '#clients/store.ts';
import type { requestRoutes } from '#requests/routes.ts';
import { clientNameIn, showReceipt } from '#requests/show-request.ts';
import { requestRowIn } from '#requests/store.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import type { ReadRequest } from '#shared/found.ts';
import { listKeys, recordsTable, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one read of 1 unit (membership), one query of index entries (1 unit for a page), and two batch reads: 1 unit for each
 * request, for the index may be behind, and 2 for each client that has one.
 */
export const listAllSubjectRequests: UseCase<(typeof requestRoutes)['listAllSubjectRequests']> = {
  async run(app, { query: { state, limit, cursor } }) {
    const scope = { clientId: SERVICE, routeId: 'listAllSubjectRequests', filters: { state } };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const { name, partitionKey } = recordsTable.indexes.list;
    const { items, next } = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: listKeys.requests(state) },
      newestFirst: state === 'closed',
      limit,
      ...(startAfter && { startAfter }),
    });
    const reads = items.map(
      ({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: String(pk), sk: String(sk) } }),
    );
    const found = await app.db.read(reads);
    const nowMs = app.clock.nowMs();
    const standing = reads
      .map((read) => requestRowIn(found.get(read), nowMs))
      .filter((one) => one !== undefined)
      .filter((one) => (one.state === 'closed') === (state === 'closed'));
    const clients = [...new Set(standing.map(({ clientId }) => clientId))].filter((id) => id !== SERVICE);
    const names = await app.db.read(clients.flatMap(clientReads));
    return {
      status: 200,
      body: {
        items: standing.map((one) => ({ ...showReceipt(one, nowMs), clientName: clientNameIn(names, one.clientId) })),
        nextCursor: await sealCursor(app.serviceKeys, scope, next),
      },
    };
  },
};
