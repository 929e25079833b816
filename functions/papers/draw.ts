// Prints what was laid out: letters, lines and areas, each with the tag of what it belongs to.

import type PDFDocument from 'pdfkit';
import type { Area, Element, Ink, Laid, Letters } from '#papers/laid.ts';
import { colours, page } from '#papers/look.ts';
import { featuresOf } from '#papers/pen.ts';

type Document = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Document['struct']>;

export function draw(document: Document, { root, pages, marks }: Laid): void {
  const structures = new Map<Element, Structure>();
  const top = plant(document, root, structures);
  document.addStructure(top);
  const outline = outliner(document);

  pages.forEach((inks, at) => {
    document.addPage();
    for (const mark of marks) if (mark.page === at) outline(mark.level, mark.text, mark.y);
    drawPage(document, inks, structures);
  });
  top.end();
}

/** The whole tree at once, its contents as the pages come: an element that runs over three pages has three. */
function plant(document: Document, element: Element, structures: Map<Element, Structure>): Structure {
  const structure = document.struct(element.tag, (element.scope ? { scope: element.scope } : {}) as object);
  structures.set(element, structure);
  for (const child of element.children) structure.add(plant(document, child, structures));
  return structure;
}

/** Entries under the last one of the level above. */
function outliner(document: Document): (level: number, text: string, y: number) => void {
  const parents = [document.outline];
  return (level, text, y) => {
    const parent = parents.slice(0, level).findLast((one) => one !== undefined) as typeof document.outline;
    parents.length = level;
    parents[level] = parent.addItem(text, { expanded: level < 2, top: y - 12 } as { expanded: boolean });
  };
}

function drawPage(document: Document, inks: readonly Ink[], structures: Map<Element, Structure>): void {
  let next = 0;
  while (next < inks.length) {
    const first = inks[next] as Ink;
    const of = ownerOf(first);
    let end = next + 1;
    while (end < inks.length && ownerOf(inks[end] as Ink) === of) end++;
    const structure = of && structures.get(of);
    const content = structure && of ? document.markStructureContent(of.tag) : undefined;
    if (!content) document.markContent('Artifact', { type: 'Layout' });
    for (const ink of inks.slice(next, end)) drawInk(document, ink);
    document.endMarkedContent();
    if (content) structure?.add(content);
    next = end;
  }
}

const ownerOf = (ink: Ink): Element | undefined => (ink.kind === 'letters' ? ink.of : undefined);

const drawInk = (document: Document, ink: Ink): void =>
  ink.kind === 'area' ? drawArea(document, ink) : drawLetters(document, ink);

function drawArea(document: Document, { x, y, width, height, colour }: Area): void {
  document.rect(x, y, width, height).fill(colours[colour]);
}

function drawLetters(document: Document, { pieces, x, y, size, colour }: Letters): void {
  document.fillColor(colours[colour]);
  let left = x;
  for (const piece of pieces) {
    document.font(piece.face).fontSize(size);
    const features = featuresOf(piece);
    if (piece.says !== undefined) document.markContent('Span', { actual: piece.says });
    document.text(piece.text, left, y, { lineBreak: false, baseline: 'alphabetic', ...(features && { features }) });
    if (piece.says !== undefined) document.endMarkedContent();
    left += piece.width * size;
  }
}

export const paperSize: [number, number] = [page.width, page.height];
