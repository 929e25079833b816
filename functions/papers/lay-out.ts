// Lays a paper out: its title, its blocks one after another, and the head and foot of every page.
import type { Laid } from '#papers/laid.ts';
import { layBlocks } from '#papers/lay-block.ts';
import { bodyWidth, footLine, headLine, margin, page, types } from '#papers/look.ts';
import type { Paper, PaperLanguage } from '#papers/paper.ts';
import type { Pen } from '#papers/pen.ts';
import { blankSheets, type Sheets } from '#papers/sheets.ts';

const pageOf: Record<PaperLanguage, (at: number, all: number) => string> = {
  sv: (at, all) => `Sida ${at} av ${all}`,
  en: (at, all) => `Page ${at} of ${all}`,
};

export function layOut(paper: Paper, pen: Pen): Laid {
  const sheets = blankSheets(pen);

  layTitle(sheets, paper);
  layBlocks(sheets, sheets.root, paper.blocks);

  const { root, marks } = sheets;
  const pages = sheets.pages.map((inks, index) => {
    const edges = blankSheets(pen);
    if (index > 0) layHead(edges, paper);
    layFoot(edges, paper, pageOf[paper.language](index + 1, sheets.pages.length));
    return [...inks, ...edges.pages.flat()];
  });
  return { root, pages, marks };
}

function layTitle(sheets: Sheets, { issuer, title, subtitle }: Paper): void {
  sheets.y = headLine;
  const says = sheets.element(sheets.root, 'P');
  sheets.pour(sheets.set(issuer, types.issuer), says, margin.left);
  sheets.y += 8;
  sheets.area({ x: margin.left, y: sheets.y, width: bodyWidth, height: 1.2, colour: 'accent' });
  sheets.y += 26;
  sheets.marks.push({ level: 1, text: title, page: 0, y: sheets.y });
  sheets.pour(sheets.set(title, types.title), sheets.element(sheets.root, 'H1'), margin.left);
  if (subtitle !== undefined) {
    sheets.y += 4;
    sheets.pour(sheets.set(subtitle, types.subtitle), sheets.element(sheets.root, 'P'), margin.left);
  }
  sheets.y += 10;
}

function layHead(sheets: Sheets, { issuer, title }: Paper): void {
  const [line] = sheets.set(`${issuer} · ${title}`, types.small, bodyWidth).lines;
  if (line) sheets.put(line, types.small, { x: margin.left, y: headLine, of: undefined });
  sheets.area({ x: margin.left, y: headLine + 17, width: bodyWidth, height: 0.5, colour: 'hair' });
}

function layFoot(sheets: Sheets, { reference }: Paper, number: string): void {
  const [left] = sheets.set(reference, types.small, bodyWidth * 0.75).lines;
  const [right] = sheets.set(number, types.small).lines;
  if (left) sheets.put(left, types.small, { x: margin.left, y: footLine, of: undefined });
  if (right) sheets.put(right, types.small, { x: page.width - margin.right - right.width, y: footLine, of: undefined });
}
