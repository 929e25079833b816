// The audit as files that are checked without us: rows of whole days, and the days that they are closed in.
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Query, Reply } from '#web/api/types.ts';
import { addDays } from '#web/parts/month-days.ts';
import type { Period } from '#web/privacy/audit.ts';

type AuditPage = Reply<'listAudit'>;

/** As many as the API gives at once. */
const ROWS = 100;
const DAYS = 31;

const asFile = (answer: object): Outcome<Blob> => ({
  kind: 'ok',
  value: new Blob([`${JSON.stringify(answer, null, 2)}\n`], { type: 'application/json' }),
  etag: null,
});

/** Days are closed by UTC: those of the period, from the first that has a part in it. */
const wholeDays = ({ from, until }: Period) => ({
  ...(from !== '' && { from: `${addDays(from, -1)}T00:00:00.000Z` }),
  ...(until !== '' && { to: `${until}T23:59:59.999Z` }),
});

/** One answer with all pages in it. */
export async function saveRows(clientId: string, period: Period): Promise<Outcome<Blob>> {
  const items: AuditPage['items'] = [];
  const bounds = { limit: ROWS, ...wholeDays(period) };
  for (let cursor: string | null = null; ; ) {
    const query: Query<'listAudit'> = { ...bounds, ...(cursor !== null && { cursor }) };
    const page: Outcome<AuditPage> = await ask(
      api.GET('/v1/clients/{clientId}/audit', { params: { path: { clientId }, query } }),
    );
    if (page.kind !== 'ok') return page;
    items.push(...page.value.items);
    cursor = page.value.nextCursor;
    if (cursor === null) return asFile({ ...page.value, items });
  }
}

export async function saveDays(): Promise<Outcome<Blob>> {
  const items: Reply<'listAuditLog'>['items'] = [];
  for (let cursor: string | null = null; ; ) {
    const query: Query<'listAuditLog'> = { limit: DAYS, ...(cursor !== null && { cursor }) };
    const page: Outcome<Reply<'listAuditLog'>> = await ask(api.GET('/v1/audit-log', { params: { query } }));
    if (page.kind !== 'ok') return page;
    items.push(...page.value.items);
    cursor = page.value.nextCursor;
    if (cursor === null) return asFile({ items, nextCursor: null });
  }
}
