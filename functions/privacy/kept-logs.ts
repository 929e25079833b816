// The two logs that are closed day by day: of erasures, over objects of the evidence; of the audit, over rows of the table.
import type { ClosingApp } from '#privacy/app.ts';
import { auditDayOf } from '#privacy/audit-leaves.ts';
import type { KeptLog } from '#privacy/close-days.ts';
import { dayBefore } from '#privacy/day-head.ts';
import { type KeptObject, leavesOf } from '#privacy/day-log.ts';
import { AUDIT_KEPT_DAYS, type AuditRow, toAuditRow } from '#shared/audit.ts';
import { type Evidence, evidenceNames } from '#shared/evidence.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { auditDayPartition, evidencePrefixes, recordsTable } from '#shared/tables.ts';

/** Objects that are read side by side. */
const AT_ONCE = 16;
/** Rows that are read at once: ten batch reads. */
const ROWS_AT_ONCE = 1_000;
/** Days that are looked through side by side for the first row, where none has been closed yet. */
const DAYS_AT_ONCE = 43;

/** Costs the listing of a day, and its objects. */
export const erasureLog: KeptLog = {
  log: 'erasures',
  title: 'erasure log',
  closedIn: 'closed',
  async firstDay({ evidence }, last) {
    const { days } = evidencePrefixes;
    const [first] = await evidence.list(days);
    return first?.slice(days.length, days.length + last.length);
  },
  collect: async ({ evidence }, day) => ({ leaves: leavesOf(await readObjects(evidence, day)) }),
};

async function readObjects(evidence: Evidence, day: string): Promise<KeptObject[]> {
  const names = await evidence.list(evidenceNames.ofDay(day));
  const objects: KeptObject[] = [];
  for (let start = 0; start < names.length; start += AT_ONCE)
    objects.push(...(await Promise.all(names.slice(start, start + AT_ONCE).map((name) => readObject(evidence, name)))));
  return objects;
}

async function readObject(evidence: Evidence, name: string): Promise<KeptObject> {
  const text = await evidence.get(name);
  if (text === undefined) throw new Error(`${name} is listed, and not there`);
  return { name, text };
}

/**
 * Costs a query of the index, 1 unit for some forty rows, and 1 unit for each row. Until the first day is closed each run looks
 * for the first row through all days that rows are kept for: 731 queries of half a unit.
 */
export const auditLog: KeptLog = {
  log: 'audit',
  title: 'audit log',
  closedIn: 'audit',
  async firstDay(app, last) {
    const days = [last];
    while (days.length < AUDIT_KEPT_DAYS) days.push(dayBefore(days.at(-1) as string));
    for (let end = days.length; end > 0; end -= DAYS_AT_ONCE) {
      const oldest = days.slice(Math.max(0, end - DAYS_AT_ONCE), end).toReversed();
      const pages = await Promise.all(oldest.map((day) => rowsOfDay(app, day, { limit: 1 })));
      const first = pages.findIndex(({ items }) => items.length > 0);
      if (first >= 0) return oldest[first];
    }
    return undefined;
  },
  async collect(app, day) {
    const rows: AuditRow[] = [];
    let startAfter: Item | undefined;
    do {
      const page = await rowsOfDay(app, day, { limit: ROWS_AT_ONCE, ...(startAfter && { startAfter }) });
      rows.push(...(await readRows(app, page.items)));
      startAfter = page.next;
    } while (startAfter);
    return auditDayOf(rows);
  },
};

/** The index is behind by less than the hour that a day rests before it is closed. */
function rowsOfDay({ db }: ClosingApp, day: string, page: { limit: number; startAfter?: Item }) {
  const { name, partitionKey } = recordsTable.indexes.due;
  const partition = { name: partitionKey, value: auditDayPartition(day) };
  return db.query({ table: 'records', index: name, partition, ...page });
}

/** The index holds keys only. @throws Error for a row that is in the index, and gone. */
async function readRows({ db }: ClosingApp, entries: readonly Item[]): Promise<AuditRow[]> {
  const reads = entries.map(({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk, sk } as ReadRequest['key'] }));
  const found = await db.read(reads);
  return reads.map((read) => {
    const item = found.get(read);
    if (!item) throw new Error('A row of the audit is in the index, and not there');
    return toAuditRow(item);
  });
}
