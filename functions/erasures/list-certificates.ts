// Lists a client's certificates, newest first.
import { toCertificate } from '#erasures/certificate-store.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one query: 1 unit for each 4 KB. Of a client that is gone as well. */
export const listCertificates: UseCase<(typeof erasureRoutes)['listCertificates']> = {
  async run(app, { params: { clientId }, query: { limit, cursor } }) {
    const scope = { clientId, routeId: 'listCertificates', filters: {} };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: recordKeys.certificatesOf(clientId).pk },
      newestFirst: true,
      limit,
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    return {
      status: 200,
      body: { items: items.map(toCertificate), nextCursor: await sealCursor(app.serviceKeys, scope, next) },
    };
  },
};
