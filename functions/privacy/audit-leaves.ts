// The leaves of a day of the audit: one for each client of which somebody did something, over the texts of the rows.
import * as z from 'zod/mini';
import { leafHashOf, rootOfHashes } from '#privacy/merkle.ts';
import { type AuditRow, auditLeaf } from '#shared/audit.ts';
import { lazy } from '#shared/route.ts';

const AuditLeaf = lazy(() =>
  z.object({
    /** `service` for what belongs to no client. */
    clientId: z.string(),
    rows: z.int(),
    /** Merkle root over the texts of the rows, by id. */
    root: z.string(),
  }),
);
type AuditLeaf = z.infer<ReturnType<typeof AuditLeaf>>;

/**
 * By client a line `<id> <hash of its text, as a leaf>` for each row: by them a row that is changed, gone or added is named.
 * They stand in the evidence alone.
 */
export type RowLines = Record<string, string[]>;

export interface AuditDay {
  leaves: string[];
  rows: RowLines;
}

/** Whatever the order of the rows. */
export function auditDayOf(rows: readonly AuditRow[]): AuditDay {
  const byClient = Map.groupBy(rows, ({ clientId }) => clientId);
  const lines = [...byClient.keys()].toSorted().map((clientId): [string, string[]] => {
    const own = byClient.get(clientId) ?? [];
    return [clientId, own.map((row) => `${row.id} ${leafHashOf(auditLeaf(row))}`).toSorted()];
  });
  return { leaves: lines.map(([clientId, own]) => leafOf(clientId, own)), rows: Object.fromEntries(lines) };
}

const hashIn = (line: string): string => line.slice(line.indexOf(' ') + 1);

const leafOf = (clientId: string, lines: readonly string[]): string =>
  JSON.stringify({ clientId, rows: lines.length, root: rootOfHashes(lines.map(hashIn)) } satisfies AuditLeaf);

/** @throws where it is no leaf. */
export const auditLeafOf = (leaf: string): AuditLeaf => AuditLeaf().parse(JSON.parse(leaf));

/** What is wrong between the lines of a day and its leaves. */
export function faultInLines(lines: RowLines, leaves: readonly string[]): string | undefined {
  const made = Object.entries(lines)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([clientId, own]) => leafOf(clientId, own));
  const apart = [...leaves, ...made].find((leaf) => !(leaves.includes(leaf) && made.includes(leaf)));
  return apart && `its list of rows does not make the leaf of ${auditLeafOf(apart).clientId}`;
}
