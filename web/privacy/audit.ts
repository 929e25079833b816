// The audit as it is read: a client's rows by period, the last day that is closed, and the names of the client's users.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Query, Reply } from '#web/api/types.ts';
import { dayEndMs, dayStartMs } from '#web/parts/day-bounds.ts';
import { everyPage } from '#web/privacy/pages.ts';

type AuditPage = Reply<'listAudit'>;
export type AuditRow = AuditPage['items'][number];
export type AuditRows = Pick<AuditPage, 'items' | 'nextCursor'>;

/** Days in Stockholm, both with; '' is open. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const PAGE = 50;

export const isBackwards = ({ from, until }: Period): boolean => from !== '' && until !== '' && from > until;

const readRows = (clientId: string, query: Query<'listAudit'>): Promise<Outcome<AuditPage>> =>
  ask(api.GET('/v1/clients/{clientId}/audit', { params: { path: { clientId }, query } }));

const boundsOf = ({ from, until }: Period): Query<'listAudit'> => ({
  ...(from !== '' && { from: new Date(dayStartMs(from)).toISOString() }),
  ...(until !== '' && { to: new Date(dayEndMs(until)).toISOString() }),
});

/** A page may be empty and still have a next one: rows past their time are left out. */
async function rowsFrom(clientId: string, period: Period, start: string | null): Promise<Outcome<AuditRows>> {
  for (let cursor = start; ; ) {
    const page = await readRows(clientId, { limit: PAGE, ...boundsOf(period), ...(cursor !== null && { cursor }) });
    if (page.kind !== 'ok' || page.value.items.length > 0 || page.value.nextCursor === null) return page;
    cursor = page.value.nextCursor;
  }
}

export const auditOf = (clientId: string, period: Period): Cached<AuditRows> =>
  cached(`audit:${clientId}:${period.from}:${period.until}`, () => rowsFrom(clientId, period, null));

/** The rows before those that are shown come below them. */
export function showOlder(clientId: string, period: Period): Promise<Outcome<AuditRows>> {
  const source = auditOf(clientId, period);
  const shown = source.value.peek() ?? { items: [], nextCursor: null };
  return source.change(shown, async () => {
    const page = await rowsFrom(clientId, period, shown.nextCursor);
    if (page.kind !== 'ok') return page;
    return { ...page, value: { ...page.value, items: [...shown.items, ...page.value.items] } };
  });
}

/** "2026-11-27", by UTC as days are closed: it and all before it. null where none is yet. */
export const closedUntil = (): Cached<string | null> =>
  cached('audit-closed', async () => {
    const page = await ask(api.GET('/v1/audit-log', { params: { query: { limit: 1 } } }));
    return page.kind === 'ok' ? { ...page, value: page.value.items[0]?.day ?? null } : page;
  });

/** By id; for admins alone: the names of a client's users are theirs. */
export const userNamesOf = (clientId: string): Cached<ReadonlyMap<string, string>> =>
  cached(`audit-users:${clientId}`, async () => {
    const users = await everyPage<Reply<'listUsers'>['items'][number]>((query) =>
      ask(api.GET('/v1/clients/{clientId}/users', { params: { path: { clientId }, query } })),
    );
    if (users.kind !== 'ok') return users;
    return { ...users, value: new Map(users.value.flatMap(({ id, name }) => (name === null ? [] : [[id, name]]))) };
  });
