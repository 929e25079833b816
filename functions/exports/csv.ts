// CSV as a Swedish spreadsheet opens it by a double click, and in which nothing is a formula.
import { stringify } from 'csv-stringify/sync';

/** What the manifest says of how it is written. */
export const csvWriting = {
  encoding: 'UTF-8 with a byte order mark',
  delimiter: ';',
  lineEnd: 'CRLF',
  formulas: "A value that a spreadsheet could take for a formula (= + - @ at its beginning) has a ' before it",
} as const;

export type CsvRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

const common = {
  delimiter: csvWriting.delimiter,
  record_delimiter: '\r\n',
  escape_formulas: true,
  // Of itself it quotes no line break but its own.
  quoted_match: /[\r\n]/,
  cast: { boolean: String },
} as const;

export const csvHead = (columns: readonly string[]): string => stringify([[...columns]], { ...common, bom: true });

export const csvRows = (columns: readonly string[], rows: readonly CsvRow[]): string =>
  rows.length === 0 ? '' : stringify([...rows], { ...common, columns: [...columns] });

/** Several values in one field. */
export const together = (values: readonly (string | null | undefined)[]): string =>
  values.filter((value) => value).join(', ');
