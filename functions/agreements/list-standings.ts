// Lists how each client stands: whether it has signed, which version, and until when a newer one is to be signed.
import { endOf, signBefore } from '#agreements/days.ts';
import type { agreementRoutes } from '#agreements/routes.ts';
import type { Standing } from '#agreements/schema.ts';
import { type AgreementRow, rowOf } from '#agreements/store.ts';
import { CURRENT_VERSION } from '#agreements/versions.ts';
import { type OpenedClient, openClient } from '#clients/store.ts';
import { rfc3339 } from '#shared/clock.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import type { ReadRequest } from '#shared/found.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

const scope = { clientId: SERVICE, routeId: 'listStandings', filters: {} };

const rowRead = ({ id, agreement }: OpenedClient): ReadRequest[] =>
  agreement ? [{ table: 'records', key: recordKeys.agreement(id, agreement.id) }] : [];

/** Costs, beside the membership, a query of the page, one of its keys, and one batch read: 1 unit a client. */
export const listStandings: UseCase<(typeof agreementRoutes)['listStandings']> = {
  async run(app, { query }) {
    const startAfter = await openCursor(app.serviceKeys, scope, query.cursor);
    const page = await readRegisterPage(app.db, recordKeys.clients().pk, { limit: query.limit, startAfter });
    const clients = page.sortKeys.flatMap((id) => openClient(page.found, id) ?? []);
    const rows = await app.db.read(clients.flatMap(rowRead));
    const items = clients.map((client) => {
      const [read] = rowRead(client);
      const item = read && rows.get(read);
      return showStanding(client, item && rowOf(item), app.clock.nowMs());
    });
    return { status: 200, body: { items, nextCursor: await sealCursor(app.serviceKeys, scope, page.next) } };
  },
};

function showStanding({ id, value, status, agreement }: OpenedClient, row: AgreementRow | undefined, nowMs: number) {
  const day = row?.newer && !row.ended ? signBefore(row.newer.toldAtMs) : null;
  return {
    clientId: id,
    clientName: value.name,
    clientStatus: status,
    standing: agreement ? standingOf(row, day, nowMs) : 'missing',
    agreementId: row?.id ?? null,
    version: row?.version ?? null,
    signedAt: row ? rfc3339(row.signedAtMs) : null,
    signBefore: day,
  } as const;
}

function standingOf(row: AgreementRow | undefined, day: string | null, nowMs: number): Standing {
  if (!row || row.ended) return 'ended';
  if (row.version === CURRENT_VERSION) return 'signed';
  return day !== null && endOf(day) <= nowMs ? 'overdue' : 'outdated';
}
