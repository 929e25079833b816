// Prints tables of figures, each with its baseline and whether its target is met.
import type { Estimate } from './statistics.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Words stand to the left, figures to the right. */
  readonly left?: true;
}

export function printTable<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const lines = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  const print = (line: readonly string[]) =>
    console.log(
      line
        .map((cell, i) => (columns[i]?.left ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    );

  console.log(`\n${title}`);
  print(lines[0] ?? []);
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const line of lines.slice(1)) print(line);
}

export function printNotes(notes: readonly string[]): void {
  for (const note of notes) console.log(`  ${note}`);
}

export const digits = (value: number, decimals: number) => (Number.isFinite(value) ? value.toFixed(decimals) : '-');

/** `1.12 [1.08..1.17]` */
export const withSpread = (estimate: Estimate, decimals = 2) =>
  `${digits(estimate.value, decimals)} [${digits(estimate.low, decimals)}..${digits(estimate.high, decimals)}]`;

export interface Target {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Met or not by the value itself; `?` where the spread reaches over the target, so a rerun may say otherwise. */
export function verdict(value: number | Estimate, target: Target): string {
  const { value: middle, low, high } = typeof value === 'number' ? { value, low: value, high: value } : value;
  if (!Number.isFinite(middle)) return 'not measured';
  const holds = (figure: number) =>
    figure <= (target.atMost ?? Number.POSITIVE_INFINITY) && figure >= (target.atLeast ?? Number.NEGATIVE_INFINITY);
  const unsure = holds(low) !== holds(high) ? '?' : '';
  return `${holds(middle) ? 'met' : 'NOT met'}${unsure}`;
}
