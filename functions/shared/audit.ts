// The audit: who has been shown a protected person, and when. Ids and times only.
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys, ttlAttribute } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

const KEPT_SECONDS = 366 * 24 * 60 * 60;
/** What goes in one transaction. */
const AT_ONCE = 100;

/** One reading of one person, as it stands in the table. */
export interface AuditRow {
  id: string;
  atMs: number;
  /** `usr_…` or `mch_…`. */
  by: string;
  role: Caller['role'];
  staffId: string;
}

type Reader = Pick<Caller, 'id' | 'role' | 'staffId'>;

/** For the transaction of a change whose answer shows protected people: 2 units for each but the reader. */
export function auditWrites(app: App, caller: Reader, clientId: string, staffIds: readonly string[]): Write[] {
  const atMs = app.clock.nowMs();
  const others = [...new Set(staffIds)].filter((staffId) => staffId !== caller.staffId);
  return others.map((staffId): Write => {
    const { id, ...row }: AuditRow = { id: app.newId('audit', atMs), atMs, by: caller.id, role: caller.role, staffId };
    const ttl = toSeconds(atMs) + KEPT_SECONDS;
    return {
      table: 'records',
      put: { ...recordKeys.audit(clientId, id), kind: 'audit', ...row, [ttlAttribute]: ttl },
    };
  });
}

/**
 * To be called before anything is shown, with the protected people among what is: a reading that cannot be written down is
 * not given. Costs one transaction, and 2 units for each person; nothing where there is none but the reader.
 */
export async function auditReads(
  app: App,
  caller: Reader,
  clientId: string,
  staffIds: readonly string[],
): Promise<void> {
  const puts = auditWrites(app, caller, clientId, staffIds);
  for (let start = 0; start < puts.length; start += AT_ONCE) await app.db.commit(puts.slice(start, start + AT_ONCE));
}

export const toAuditRow = (item: Item): AuditRow => ({ ...item, id: item.sk }) as unknown as AuditRow;
