// Lists who has done what at a client, newest first.
import type { privacyRoutes } from '#privacy/routes.ts';
import type { AuditEntry } from '#privacy/schema.ts';
import { type AuditRow, auditLeaf, toAuditRow } from '#shared/audit.ts';
import { rfc3339, toSeconds } from '#shared/clock.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { recordKeys, recordsTable, ttlAttribute } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 2 units (membership, client) and one query, eventually consistent: half a unit for each 4 KB, which
 * are some twenty entries. What is past its time is left out, and a page may hold fewer than asked for.
 */
export const listAudit: UseCase<(typeof privacyRoutes)['listAudit']> = {
  async run(app, { params: { clientId }, query }) {
    const scope = { clientId, routeId: 'listAudit', filters: {} };
    const startAfter = await openCursor(app.serviceKeys, scope, query.cursor);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: recordKeys.auditOf(clientId).pk },
      filter: {
        expression: '#ttl > :now',
        names: { '#ttl': ttlAttribute },
        values: { ':now': toSeconds(app.clock.nowMs()) },
      },
      newestFirst: true,
      limit: query.limit,
      ...(startAfter && { startAfter }),
    });
    const entries = items.map(toAuditRow).map(showAudit);
    return {
      status: 200,
      body: { items: entries, nextCursor: await sealCursor(app.serviceKeys, scope, next) },
    };
  },
};

const showAudit = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: rfc3339(row.atMs),
  by: row.by,
  role: row.role,
  act: row.act,
  recordId: row.recordId ?? null,
  why: row.why ?? null,
  requestId: row.requestId ?? null,
  leaf: auditLeaf(row),
});
