// Lays out one block of a paper: headings, clauses, lists, quotes, codes and notices.
import { breakLetters } from '#papers/break-lines.ts';
import type { Element, Tag } from '#papers/laid.ts';
import { layFacts, layTable, leastOfTable } from '#papers/lay-table.ts';
import { above, bodyEnd, bodyWidth, margin, numberWidth, types } from '#papers/look.ts';
import type { Block, Code, Heading, List, Notice, Paragraph, Quote } from '#papers/paper.ts';
import { heightOf, leastLines, type Sheets } from '#papers/sheets.ts';

type Lay<B extends Block> = (sheets: Sheets, parent: Element, block: B) => void;

const lays: { readonly [K in Exclude<Block['kind'], 'heading'>]: Lay<Extract<Block, { kind: K }>> } = {
  paragraph: layParagraph,
  list: layList,
  facts: layFacts,
  table: layTable,
  quote: layQuote,
  code: layCode,
  notice: layNotice,
  'new-page': (sheets) => {
    if (sheets.y > margin.top) sheets.turn();
  },
};

/** One after another; a heading stands on the page where what it heads begins. */
export function layBlocks(sheets: Sheets, parent: Element, blocks: readonly Block[]): void {
  blocks.forEach((block, at) => {
    if (block.kind === 'heading') layHeading(sheets, parent, block, leastOf(sheets, blocks.slice(at + 1, at + 4)));
    else (lays[block.kind] as Lay<Block>)(sheets, parent, block);
  });
}

/** How much of what follows must stand on the same page. */
function leastOf(sheets: Sheets, [next, ...after]: readonly Block[]): number {
  if (next === undefined || next.kind === 'new-page') return 0;
  if (next.kind === 'heading') return above[`heading${next.level}`] + types.heading1.leading + leastOf(sheets, after);
  return next.kind === 'table' ? leastOfTable(sheets, next) : above.group + 3 * types.body.leading;
}

function layHeading(sheets: Sheets, parent: Element, { level, number, text }: Heading, following: number): void {
  const type = types[`heading${level}`];
  const hang = number === undefined ? 0 : numberWidth;
  const set = sheets.set(text, type, bodyWidth - hang);
  const air = above[`heading${level}`];
  sheets.need(air + heightOf(set) + following);
  sheets.air(air);
  const label = number === undefined ? text : `${number} ${text}`;
  sheets.marks.push({ level: level + 1, text: label, page: sheets.pages.length - 1, y: sheets.y });
  const element = sheets.element(parent, `H${level + 1}` as Tag);
  layNumber(sheets, element, number, type);
  sheets.pour(set, element, margin.left + hang);
}

/** Beside the first line of what it numbers: both are one element, read as one. */
function layNumber(
  sheets: Sheets,
  of: Element,
  number: string | undefined,
  type: (typeof types)[keyof typeof types],
): void {
  if (!number) return;
  const [line] = sheets.set(`${number} `, type, numberWidth).lines;
  if (line) sheets.put(line, type, { x: margin.left, y: sheets.y, of });
}

function layParagraph(sheets: Sheets, parent: Element, { number, text, tone }: Paragraph): void {
  const type = types[tone ?? 'body'];
  const hang = number === undefined ? 0 : numberWidth;
  const set = sheets.set(text, type, bodyWidth - hang);
  sheets.need(above.text + type.leading * leastLines(set));
  sheets.air(above.text);
  const element = sheets.element(parent, 'P');
  layNumber(sheets, element, number, type);
  sheets.pour(set, element, margin.left + hang);
}

function layList(sheets: Sheets, parent: Element, { items, counted, indented }: List): void {
  const list = sheets.element(parent, 'L');
  const indent = counted ? 22 : 14;
  const hang = indented ? numberWidth : 0;
  const [x, width] = [margin.left + hang, bodyWidth - hang - indent];
  items.forEach((item, index) => {
    const set = sheets.set(item, types.body, width);
    sheets.need(types.body.leading * leastLines(set));
    sheets.air(index === 0 ? above.text : 3);
    const entry = sheets.element(list, 'LI');
    const [sign] = sheets.set(counted ? `${index + 1}. ` : '• ', types.body).lines;
    if (sign) sheets.put(sign, types.body, { x, y: sheets.y, of: sheets.element(entry, 'Lbl') });
    sheets.pour(set, sheets.element(entry, 'LBody'), x + indent);
  });
}

function layQuote(sheets: Sheets, parent: Element, { text, source }: Quote): void {
  const indent = 14;
  sheets.need(above.text + types.body.leading * 2);
  sheets.air(above.text);
  const quote = sheets.element(parent, 'BlockQuote');
  const bar = (top: number, height: number) =>
    sheets.area({ x: margin.left, y: top, width: 2, height, colour: 'hair' });
  const x = margin.left + indent;
  sheets.pour(sheets.set(text, types.body, bodyWidth - indent), sheets.element(quote, 'P'), x, bar);
  if (source !== undefined)
    sheets.pour(sheets.set(source, types.small, bodyWidth - indent), sheets.element(quote, 'P'), x, bar);
}

function layCode(sheets: Sheets, parent: Element, { name, text }: Code): void {
  const set = sheets.set(text, types.code, bodyWidth, breakLetters);
  sheets.need(above.text + types.name.leading + types.code.leading * leastLines(set));
  sheets.air(above.text);
  sheets.pour(sheets.set(name, types.name), sheets.element(parent, 'P'), margin.left);
  sheets.pour(set, sheets.element(parent, 'Code'), margin.left);
}

/** In one piece if a page can hold it. */
function layNotice(sheets: Sheets, parent: Element, { title, text }: Notice): void {
  const [inset, pad] = [14, 9];
  const width = bodyWidth - 2 * inset;
  const parts = [
    ...(title === undefined ? [] : [sheets.set(title, types.strong, width)]),
    sheets.set(text, types.body, width),
  ];
  const height = parts.reduce((sum, part) => sum + heightOf(part), 2 * pad);
  sheets.need(Math.min(above.group + height, bodyEnd - margin.top));
  sheets.air(above.group);
  const box = sheets.element(parent, 'Div');
  if (sheets.room() >= height) {
    sheets.area({ x: margin.left, y: sheets.y, width: bodyWidth, height, colour: 'soft' });
    sheets.area({ x: margin.left, y: sheets.y, width: 2.5, height, colour: 'accent' });
  }
  sheets.y += pad;
  for (const part of parts) sheets.pour(part, sheets.element(box, 'P'), margin.left + inset);
  sheets.y += pad;
  sheets.y += 4;
}
