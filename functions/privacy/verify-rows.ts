// Holds rows of the audit against the days that they are closed in, and names a row, or a client's day, that is not what was signed.
import { auditLeafOf } from '#privacy/audit-leaves.ts';
import type { AuditPage } from '#privacy/audit-schema.ts';
import { type LoggedDay, logOf } from '#privacy/check-day.ts';
import { endOf, startOf } from '#privacy/day-head.ts';
import { leafHashOf, rootOf } from '#privacy/merkle.ts';
import { auditText } from '#shared/audit.ts';

export interface RowsVerdict {
  /** Rows that are proved to be those that were signed. */
  proved: number;
  /** Rows of days that are not here, or not closed yet, or of which only a part is here. */
  open: number;
  /** The first that does not hold, by day. */
  broken: string | undefined;
}

type Row = AuditPage['items'][number];

/** What is here of one client on one day. */
interface Part {
  day: LoggedDay;
  clientId: string;
  /** By id. */
  rows: readonly Row[];
  /** Whether all that there was to be read of the day is here. */
  isWhole: boolean;
}

/** @param days of the audit, which hold by themselves. */
export function verifyRows(days: readonly LoggedDay[], pages: readonly AuditPage[]): RowsVerdict {
  const told = days.filter((one) => logOf(one) === 'audit').toSorted((one, other) => tellsOf(one) - tellsOf(other));
  const audit = new Map(told.map((one) => [one.day, one]));
  const verdict: RowsVerdict = { proved: 0, open: 0, broken: undefined };
  for (const [clientId, own] of Map.groupBy(pages, (page) => page.clientId)) {
    const rows = new Map(own.flatMap(({ items }) => items).map((item) => [item.id, item]));
    const byDay = Map.groupBy(rows.values(), ({ at }) => at.slice(0, 10));
    verdict.open += [...byDay].reduce((sum, [day, some]) => sum + (audit.has(day) ? 0 : some.length), 0);
    for (const day of audit.values()) {
      const some = (byDay.get(day.day) ?? []).toSorted((one, other) => (one.id < other.id ? -1 : 1));
      const part = { day, clientId, rows: some, isWhole: isWhole(day.day, own) };
      const fault = faultInPart(part);
      if (fault === undefined) verdict.proved += some.length;
      else if (fault === 'unknown') verdict.open += some.length;
      else if (verdict.broken === undefined || fault < verdict.broken) verdict.broken = fault;
    }
  }
  return verdict;
}

/** Of a day that is here twice the one that tells most. */
const tellsOf = ({ rows, leaves, own }: LoggedDay): number => (rows ? 3 : leaves ? 2 : own ? 1 : 0);

/** The bounds that were asked for take in the day, and the last page, or an older row, is here. */
function isWhole(day: string, pages: readonly AuditPage[]): boolean {
  return [...Map.groupBy(pages, ({ from, to }) => `${from} ${to}`).values()].some((asked) => {
    const { from = null, to = null } = asked[0] ?? {};
    if (from !== null && Date.parse(from) > startOf(day)) return false;
    if (to !== null && Date.parse(to) < endOf(day) - 1) return false;
    const isToTheEnd = asked.some(({ nextCursor }) => nextCursor === null);
    return isToTheEnd || asked.some(({ items }) => items.some(({ at }) => Date.parse(at) < startOf(day)));
  });
}

/** @returns the fault with its day, for people; `unknown` where what is here does not say. */
function faultInPart(part: Part): string | 'unknown' | undefined {
  const fault = faultInTexts(part) ?? faultByLines(part) ?? faultByLeaf(part);
  return fault === undefined || fault === 'unknown' ? fault : `${part.day.day}: ${fault}`;
}

function faultInTexts({ clientId, rows }: Part): string | undefined {
  const other = rows.find((row) => auditText({ ...row, clientId }) !== row.leaf);
  return other && `the row ${other.id} of ${clientId} says something else than its text`;
}

/** With a copy of the bucket each row is named. */
function faultByLines({ day, clientId, rows, isWhole }: Part): string | undefined {
  if (!day.rows) return undefined;
  const signed = new Map((day.rows[clientId] ?? []).map((line) => line.split(' ') as [string, string]));
  for (const { id, leaf } of rows) {
    const hash = signed.get(id);
    if (hash === undefined) return `the row ${id} of ${clientId} is none of those that were signed: it was added later`;
    if (hash !== leafHashOf(leaf)) return `the row ${id} of ${clientId} is not the one that was signed: it was changed`;
  }
  const here = new Set(rows.map(({ id }) => id));
  const missing = isWhole ? [...signed.keys()].find((id) => !here.has(id)) : undefined;
  return missing && `the row ${missing} of ${clientId}, which was signed, is missing`;
}

function faultByLeaf({ day, clientId, rows, isWhole }: Part): string | 'unknown' | undefined {
  const leaves = day.leaves ?? day.own?.map(({ leaf }) => leaf);
  if (!leaves) return rows.length > 0 ? 'unknown' : undefined;
  const said = leaves.map(auditLeafOf).find((leaf) => leaf.clientId === clientId);
  const signed = said?.rows ?? 0;
  if (rows.length > signed)
    return `${clientId} has ${rows.length} rows here, and ${signed} were signed: a row was added later`;
  if (rows.length < signed) {
    if (day.rows || !isWhole) return day.rows ? undefined : 'unknown';
    return `${clientId} has ${rows.length} rows here, and ${signed} were signed: a row is missing`;
  }
  if (!said || said.root === rootOf(rows.map(({ leaf }) => leaf))) return undefined;
  return `a row of ${clientId} is not the one that was signed: it was changed`;
}
