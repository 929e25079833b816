// Lays out tables: rows that stay whole where they can, over as many pages as it takes, the head again on each.
import { unitsOf } from '#papers/break-lines.ts';
import type { Element } from '#papers/laid.ts';
import { above, bodyWidth, margin, type Type, types } from '#papers/look.ts';
import type { Facts, Table } from '#papers/paper.ts';
import { linesThatFit, type Sheets, type Text } from '#papers/sheets.ts';

interface Cell {
  readonly text: Text;
  readonly of: Element | undefined;
  readonly x: number;
  readonly width: number;
  readonly atEnd: boolean;
}

const GAP = 12;
const PAD = 4.5;
/** A row of more lines may be broken over two pages. */
const WHOLE = 9;

export function layTable(sheets: Sheets, parent: Element, given: Table): void {
  const { caption, columns, rows, empty } = given;
  const places = placesOf(sharesOf(sheets, given));
  const titles = columns.map(({ title, align }, at) => ({
    text: sheets.set(title, types.head, places[at]?.width ?? 0),
    atEnd: align === 'end',
    ...(places[at] as Place),
  }));
  sheets.need(leastOfTable(sheets, given));
  sheets.air(above.group);
  const table = sheets.element(parent, 'Table');
  layCaption(sheets, table, caption);

  const layTitles = (of: (at: number) => Element | undefined) => {
    putRow(
      sheets,
      titles.map((title, at) => ({ ...title, of: of(at) })),
    );
    rule(sheets, 0.8, 'quiet');
  };
  const head = sheets.element(table, 'TR');
  const heads = columns.map(() => sheets.element(head, 'TH', 'Column'));
  layTitles((at) => heads[at]);

  for (const row of rows) {
    const of = sheets.element(table, 'TR');
    const cells = columns.map(({ align }, at) => ({
      text: sheets.set(row[at] ?? '', cellType(columns), places[at]?.width ?? 0),
      of: sheets.element(of, 'TD'),
      atEnd: align === 'end',
      ...(places[at] as Place),
    }));
    // Who hears the table is told its head once; on the next page it is there for the eye.
    pourRow(sheets, cells, () => layTitles(() => undefined));
  }
  if (rows.length === 0 && empty !== undefined) {
    const of = sheets.element(sheets.element(table, 'TR'), 'TD');
    pourRow(sheets, [{ text: sheets.set(empty, types.name), of, atEnd: false, x: margin.left, width: bodyWidth }]);
  }
}

/** Looked at for the widths of the columns. */
const SAMPLE = 100;

/** As given, or so wide that no word is broken that need not be, and what is left to those with the most to say. */
function sharesOf(sheets: Sheets, { columns, rows }: Table): number[] {
  if (columns.some(({ share }) => share !== undefined)) return columns.map(({ share }) => share ?? 1);
  const free = bodyWidth - GAP * (columns.length - 1);
  const widths = (texts: readonly string[], type: Type) =>
    texts.flatMap((text) => sheets.set(text, type, Number.POSITIVE_INFINITY).lines.map(({ width }) => width));
  const needs = columns.map(({ title }, at) => {
    const texts = rows.slice(0, SAMPLE).map((row) => row[at] ?? '');
    const units = [...widths(unitsOf(title), types.head), ...widths(texts.flatMap(unitsOf), cellType(columns))];
    const least = Math.min(Math.max(...units) + 1, free / 2);
    return { least, more: Math.max(1, ...widths([title], types.head), ...widths(texts, cellType(columns))) };
  });
  const left = free - needs.reduce((sum, { least }) => sum + least, 0);
  if (left <= 0) return needs.map(({ least }) => least);
  const wishes = needs.reduce((sum, { more }) => sum + Math.sqrt(more), 0);
  return needs.map(({ least, more }) => least + (left * Math.sqrt(more)) / wishes);
}

const cellType = ({ length }: Table['columns']): Type => (length < 5 ? types.cell : types.narrowCell);

/** Its caption, its head and its first row, or the beginning of that. */
export function leastOfTable(sheets: Sheets, table: Table): number {
  const {
    caption,
    columns,
    rows: [first = []],
  } = table;
  const places = placesOf(sharesOf(sheets, table));
  const linesOf = (texts: readonly string[], type: Type) =>
    Math.max(1, ...texts.map((text, at) => sheets.set(text, type, places[at]?.width).lines.length));
  const titles =
    linesOf(
      columns.map(({ title }) => title),
      types.head,
    ) * types.head.leading;
  const row = Math.min(linesOf(first, cellType(columns)), WHOLE) * types.cell.leading;
  return above.group + captionHeight(caption) + titles + row + 4 * PAD;
}

const captionHeight = (caption: string | undefined): number => (caption === undefined ? 0 : types.caption.leading + 4);

function layCaption(sheets: Sheets, table: Element, caption: string | undefined): void {
  if (caption === undefined) return;
  sheets.pour(sheets.set(caption, types.caption), sheets.element(table, 'Caption'), margin.left);
  sheets.y += 4;
}

export function layFacts(sheets: Sheets, parent: Element, { rows, caption }: Facts): void {
  const [names, values] = placesOf([3, 7]) as [Place, Place];
  sheets.need(above.group + captionHeight(caption) + 2 * (types.value.leading + 2 * PAD));
  sheets.air(above.group);
  const table = sheets.element(parent, 'Table');
  layCaption(sheets, table, caption);
  for (const { name, value } of rows) {
    const of = sheets.element(table, 'TR');
    pourRow(sheets, [
      { text: sheets.set(name, types.name, names.width), of: sheets.element(of, 'TH', 'Row'), atEnd: false, ...names },
      { text: sheets.set(value, types.value, values.width), of: sheets.element(of, 'TD'), atEnd: false, ...values },
    ]);
  }
}

interface Place {
  readonly x: number;
  readonly width: number;
}

function placesOf(shares: readonly number[]): Place[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const free = bodyWidth - GAP * (shares.length - 1);
  let x: number = margin.left;
  return shares.map((share) => {
    const place = { x, width: (free * share) / all };
    x += place.width + GAP;
    return place;
  });
}

const rowHeight = (cells: readonly { text: Text }[]): number =>
  Math.max(...cells.map(({ text }) => text.lines.length * text.type.leading));

function rule(sheets: Sheets, height: number, colour: 'hair' | 'quiet'): void {
  sheets.area({ x: margin.left, y: sheets.y - height / 2, width: bodyWidth, height, colour });
}

function putRow(sheets: Sheets, cells: readonly Cell[]): void {
  const top = sheets.y + PAD;
  for (const { text, of, x, width, atEnd } of cells)
    text.lines.forEach((line, at) => {
      const left = atEnd ? x + width - line.width : x;
      sheets.put(line, text.type, { x: left, y: top + at * text.type.leading, of });
    });
  sheets.y = top + rowHeight(cells) + PAD;
}

/** @param again puts the head on a new page. */
function pourRow(sheets: Sheets, cells: readonly Cell[], again?: () => void): void {
  let rest = cells;
  for (;;) {
    const lines = Math.max(...rest.map(({ text }) => text.lines.length));
    const leading = Math.max(...rest.map(({ text }) => text.type.leading));
    const places = Math.floor((sheets.room() - 2 * PAD) / leading);
    const fresh = sheets.y <= margin.top + 40;
    const take = lines <= WHOLE && !fresh ? (lines <= places ? lines : 0) : linesThatFit(lines, places);
    if (take > 0 || fresh) {
      const count = Math.max(take, 1);
      putRow(
        sheets,
        rest.map((cell) => part(cell, 0, count)),
      );
      rule(sheets, 0.5, 'hair');
      if (count >= lines) return;
      rest = rest.map((cell) => part(cell, count));
    }
    sheets.turn();
    again?.();
  }
}

const part = (cell: Cell, from: number, to?: number): Cell => ({
  ...cell,
  text: { ...cell.text, lines: cell.text.lines.slice(from, to) },
});
