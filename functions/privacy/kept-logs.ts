// The two logs that are closed day by day: of erasures, over objects of the evidence; of the audit, over rows of the table.
import type { ClosingApp } from '#privacy/app.ts';
import { auditDayOf } from '#privacy/audit-leaves.ts';
import type { KeptLog } from '#privacy/close-days.ts';
import { dayBefore } from '#privacy/day-head.ts';
import { type KeptObject, leavesOf } from '#privacy/day-log.ts';
import { type AuditRow, toAuditRow } from '#shared/audit.ts';
import { type Evidence, evidenceNames } from '#shared/evidence.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { auditDayPartition, evidencePrefixes, recordsTable } from '#shared/tables.ts';

/** Objects that are read side by side. */
const AT_ONCE = 16;
/** Rows that are read at once: ten batch reads. */
const ROWS_AT_ONCE = 1_000;
/** So many days are looked through for the first row, where none has been closed: each hour one is, from then on. */
const LOOK_BACK_DAYS = 31;

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

/** Costs a query of the index, 1 unit for some forty rows, and 1 unit for each row. */
export const auditLog: KeptLog = {
  log: 'audit',
  title: 'audit log',
  closedIn: 'audit',
  async firstDay(app, last) {
    let first: string | undefined;
    for (let day = last, back = 0; back < LOOK_BACK_DAYS; day = dayBefore(day), back++)
      if ((await rowsOfDay(app, day, { limit: 1 })).items.length > 0) first = day;
    return first;
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
