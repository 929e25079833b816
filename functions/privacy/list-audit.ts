// Lists who has done what at a client, newest first.
import type { auditRoutes } from '#privacy/audit-routes.ts';
import type { AuditEntry } from '#privacy/audit-schema.ts';
import type { App } from '#shared/app.ts';
import { type AuditRow, auditLeaf, toAuditRow } from '#shared/audit.ts';
import { rfc3339, toSeconds } from '#shared/clock.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { idRange } from '#shared/ids.ts';
import { Problem } from '#shared/problems.ts';
import { clientRead } from '#shared/standing-client.ts';
import { recordKeys, recordsTable, SERVICE, ttlAttribute } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 2 units (membership, client) and one query, eventually consistent: half a unit for each 4 KB, which
 * are some fifteen rows. What is past its time is left out, and a page may hold fewer than asked for. One query more for a
 * client that is not there.
 */
export const listAudit: UseCase<(typeof auditRoutes)['listAudit']> = {
  reads: ({ params: { clientId } }) => (clientId === SERVICE ? [] : [clientRead(clientId)]),

  async run(app, { params: { clientId }, query: { limit, cursor, from, to }, found }) {
    const scope = { clientId, routeId: 'listAudit', filters: { from, to } };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const nowMs = app.clock.nowMs();
    const sort = idRange('audit', from ?? 0, to ?? nowMs);
    const { items, next } =
      sort.from > sort.until
        ? { items: [], next: undefined }
        : await app.db.query({
            table: 'records',
            partition: { name: recordsTable.partitionKey, value: recordKeys.auditOf(clientId).pk },
            sort: { name: recordsTable.sortKey, ...sort },
            filter: {
              expression: '#ttl > :now',
              names: { '#ttl': ttlAttribute },
              values: { ':now': toSeconds(nowMs) },
            },
            newestFirst: true,
            limit,
            ...(startAfter && { startAfter }),
          });
    if (items.length === 0 && clientId !== SERVICE && !found.get(clientRead(clientId))) await demandRows(app, clientId);
    return {
      status: 200,
      body: {
        clientId,
        from: from === undefined ? null : rfc3339(from),
        to: to === undefined ? null : rfc3339(to),
        items: items.map(toAuditRow).map(showAudit),
        nextCursor: await sealCursor(app.serviceKeys, scope, next),
      },
    };
  },
};

/** Of a client that was erased its rows tell that there was one. @throws Problem not-found. */
async function demandRows(app: App, clientId: string): Promise<void> {
  const partition = { name: recordsTable.partitionKey, value: recordKeys.auditOf(clientId).pk };
  const { items } = await app.db.query({ table: 'records', partition, limit: 1 });
  if (items.length === 0) throw new Problem('not-found');
}

const showAudit = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: rfc3339(row.atMs),
  by: row.by,
  role: row.role,
  act: row.act,
  detail: row.detail ?? null,
  recordId: row.recordId ?? null,
  why: row.why ?? null,
  requestId: row.requestId ?? null,
  leaf: auditLeaf(row),
});
