// The audit: who did what with which record, and when; why, where a reason is asked for. Ids and codes only.
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { rfc3339, toSeconds, utcDay } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import type { Reason } from '#shared/reasons.ts';
import type { Role } from '#shared/route.ts';
import { auditDayPartition, recordKeys, ttlAttribute } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** 24 months, counted from the end of the row's day: the days of the audit end whole. */
export const AUDIT_KEPT_DAYS = 731;
/** What goes in one transaction. */
const AT_ONCE = 100;

/** What is said of one act. */
export interface Act {
  /** `service` where no client stands in the path. */
  clientId: string;
  /** `usr_…` or `mch_…`. */
  by: string;
  role: Role;
  /** The route's id. */
  act: string;
  /** Which of the things that the route can do: a code. */
  detail?: string | undefined;
  recordId?: string | undefined;
  why?: Reason | undefined;
  /** The subject request that it was done for. */
  requestId?: string | undefined;
}

/** One act, as it stands in the table. */
export interface AuditRow extends Act {
  id: string;
  atMs: number;
}

/** When the rows of a day go, and with them what was signed about it: epoch seconds. */
const auditEndSeconds = (day: string): number =>
  toSeconds(Date.parse(`${day}T00:00:00Z`) + DAY_MS + AUDIT_KEPT_DAYS * DAY_MS);

/** 2 units in a transaction, and 1 for the index by which its day is closed. */
export function auditWrite({ clock, newId }: Pick<App, 'clock' | 'newId'>, { clientId, ...act }: Act): Write {
  const atMs = clock.nowMs();
  const day = utcDay(atMs);
  return {
    table: 'records',
    put: {
      ...recordKeys.audit(clientId, newId('audit', atMs)),
      kind: 'audit',
      atMs,
      ...Object.fromEntries(Object.entries(act).filter(([, value]) => value !== undefined)),
      duePk: auditDayPartition(day),
      dueAt: atMs,
      [ttlAttribute]: auditEndSeconds(day),
    },
  };
}

export type AuditReader = Pick<Caller, 'id' | 'role' | 'staffId'>;

/** One reading: which route, and the reason that was given, or that the route implies. */
export type Reading = Pick<Act, 'clientId' | 'act' | 'why' | 'requestId'>;

/**
 * To be called before anything is shown, with the records among what is shown whose reading is written down: one that cannot
 * be written down is not given. Of the reader's own record nothing is. Costs one transaction for a hundred, and 3 units for
 * each; nothing where there is none.
 */
export async function auditReads(
  app: App,
  caller: AuditReader,
  reading: Reading,
  recordIds: readonly string[],
): Promise<void> {
  const others = [...new Set(recordIds)].filter((recordId) => recordId !== caller.staffId);
  const puts = others.map((recordId) => auditWrite(app, { ...reading, by: caller.id, role: caller.role, recordId }));
  for (let start = 0; start < puts.length; start += AT_ONCE) await app.db.commit(puts.slice(start, start + AT_ONCE));
}

const PARTITION = recordKeys.auditOf('').pk;

export const toAuditRow = ({ pk, sk, atMs, by, role, act, detail, recordId, why, requestId }: Item): AuditRow =>
  ({
    clientId: (pk as string).slice(PARTITION.length),
    id: sk,
    atMs,
    by,
    role,
    act,
    detail,
    recordId,
    why,
    requestId,
  }) as AuditRow;

/** What the API tells of a row, beside its text. */
interface ToldRow {
  id: string;
  clientId: string;
  at: string;
  by: string;
  role: string;
  act: string;
  detail: string | null;
  recordId: string | null;
  why: string | null;
  requestId: string | null;
}

/** The row as a text: what its day is closed over, and what anybody can make again from what the API tells. */
export const auditText = ({ id, clientId, at, by, role, act, detail, recordId, why, requestId }: ToldRow): string =>
  JSON.stringify({ id, clientId, at, by, role, act, detail, recordId, why, requestId });

export const auditLeaf = ({ atMs, detail, recordId, why, requestId, ...row }: AuditRow): string =>
  auditText({
    ...row,
    at: rfc3339(atMs),
    detail: detail ?? null,
    recordId: recordId ?? null,
    why: why ?? null,
    requestId: requestId ?? null,
  });
