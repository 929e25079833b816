// The sheets that a paper is laid out on: from top to bottom, a new one when there is no room.
import { breakLines } from '#papers/break-lines.ts';
import type { Element, Ink, Mark, Tag } from '#papers/laid.ts';
import { bodyEnd, bodyWidth, margin, type Type } from '#papers/look.ts';
import type { Pen, Piece } from '#papers/pen.ts';

/** A line that is set: its letters and how wide they are at their size. */
interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** Lines of one kind, ready to be put down. */
export interface Text {
  readonly lines: readonly Line[];
  readonly type: Type;
}

export interface Sheets {
  readonly root: Element;
  readonly pages: Ink[][];
  readonly marks: Mark[];
  /** Where the next thing begins, from the top of the page. */
  y: number;
  room(): number;
  /** Air, which a page does not begin with. */
  air(height: number): void;
  turn(): void;
  /** Turns the page unless so much fits on it. */
  need(height: number): void;
  element(parent: Element, tag: Tag, scope?: Element['scope']): Element;
  set(text: string, type: Type, width?: number, breakBy?: typeof breakLines): Text;
  /** One line at a height of its own: cells, labels. `y` is the top of the line. */
  put(line: Line, type: Type, at: { x: number; y: number; of: Element | undefined }): void;
  area(area: Omit<Extract<Ink, { kind: 'area' }>, 'kind'>): void;
  /** Under each other over as many pages as it takes, never one line alone on either side of a turn. */
  pour(text: Text, of: Element, x: number, behind?: (top: number, height: number) => void): void;
}

export const heightOf = ({ lines, type }: Text): number => lines.length * type.leading;
/** From a line's top to what its letters stand on: they stand in the middle of their leading. */
const drop = ({ leading, size }: Type): number => leading / 2 + size * 0.36;

export function blankSheets(pen: Pen): Sheets {
  const root: Element = { tag: 'Document', children: [] };
  const pages: Ink[][] = [[]];
  const onto = (): Ink[] => pages.at(-1) as Ink[];

  const sheets: Sheets = {
    root,
    pages,
    marks: [],
    y: margin.top,
    room: () => bodyEnd - sheets.y,
    air: (height) => {
      if (sheets.y > margin.top) sheets.y += height;
    },
    turn: () => {
      pages.push([]);
      sheets.y = margin.top;
    },
    need: (height) => {
      if (sheets.room() < height && sheets.y > margin.top) sheets.turn();
    },
    element: (parent, tag, scope) => {
      const element: Element = { tag, children: [], ...(scope && { scope }) };
      parent.children.push(element);
      return element;
    },
    set: (text, type, width = bodyWidth, breakBy = breakLines) => ({
      type,
      lines: breakBy(text, width, (part) => pen.widthOf(part, type.weight) * type.size).map((line) => {
        const pieces = pen.set(line, type.weight);
        return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width * type.size, 0) };
      }),
    }),
    put: ({ pieces }, type, { x, y, of }) => {
      onto().push({
        kind: 'letters',
        pieces,
        x,
        y: y + drop(type),
        size: type.size,
        colour: type.colour,
        ...(of && { of }),
      });
    },
    area: (area) => {
      onto().push({ kind: 'area', ...area });
    },
    pour: ({ lines, type }, of, x, behind) => {
      let next = 0;
      while (next < lines.length) {
        const take = linesThatFit(lines.length - next, Math.floor((sheets.room() + 0.01) / type.leading));
        if (take === 0 && sheets.y > margin.top) {
          sheets.turn();
          continue;
        }
        const some = lines.slice(next, next + Math.max(take, 1));
        behind?.(sheets.y, some.length * type.leading);
        for (const line of some) {
          sheets.put(line, type, { x, y: sheets.y, of });
          sheets.y += type.leading;
        }
        next += some.length;
        if (next < lines.length) sheets.turn();
      }
    },
  };
  return sheets;
}

/** All, or at least two with two left for the next page; else none. */
export function linesThatFit(lines: number, places: number): number {
  if (lines <= places) return lines;
  const take = Math.min(places, lines - 2);
  return take < 2 ? 0 : take;
}

/** How many of them stand together where a text begins at the end of a page. */
export const leastLines = ({ lines }: Text): number => (lines.length <= 3 ? lines.length : 2);
