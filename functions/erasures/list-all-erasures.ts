// Lists the erasures of all clients, also of those that are gone: open ones, or done ones, newest first.
import { clientReads, openClient } from '#clients/store.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { showRow } from '#erasures/show-erasure.ts';
import { toErasureRecord } from '#erasures/store.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { listKeys, recordsTable, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one read of 1 unit (membership), one query of index entries (1 unit for a page), and two batch reads: 1 unit for each
 * erasure, for the index may be behind, and 2 for each client that has one.
 */
export const listAllErasures: UseCase<(typeof erasureRoutes)['listAllErasures']> = {
  async run(app, { query: { state, limit, cursor } }) {
    const scope = { clientId: SERVICE, routeId: 'listAllErasures', filters: { state } };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const { name, partitionKey } = recordsTable.indexes.list;
    const { items, next } = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: listKeys.erasures(state) },
      newestFirst: true,
      limit,
      ...(startAfter && { startAfter }),
    });
    const reads = items.map(
      ({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: String(pk), sk: String(sk) } }),
    );
    const found = await app.db.read(reads);
    const standing = reads
      .map((read) => found.get(read))
      .filter((item) => item?.listPk === listKeys.erasures(state))
      .map((item) => showRow(toErasureRecord(item as Item)));
    const clientIds = [...new Set(standing.map(({ clientId }) => clientId))];
    const clients = await app.db.read(clientIds.flatMap(clientReads));
    return {
      status: 200,
      body: {
        items: standing.map((row) => ({ ...row, clientName: openClient(clients, row.clientId)?.value.name ?? null })),
        nextCursor: await sealCursor(app.serviceKeys, scope, next),
      },
    };
  },
};
