// A paper that has been laid out: what is printed on each page, and the tree that tells a reader what it is.
import type { Colour } from '#papers/look.ts';
import type { Piece } from '#papers/pen.ts';

/** The standard tags of PDF 1.7 that papers use. */
export type Tag =
  | 'Document'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'BlockQuote'
  | 'Code';

export interface Element {
  readonly tag: Tag;
  /** Of a header cell: what it is the head of. */
  readonly scope?: 'Row' | 'Column';
  readonly children: Element[];
}

export interface Letters {
  readonly kind: 'letters';
  /** What they belong to. Without one they are no part of the text: a page's head and foot, a table's head repeated. */
  readonly of?: Element;
  readonly pieces: readonly Piece[];
  readonly x: number;
  /** The line that the letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
}

/** A line or an area: seen, never told. */
export interface Area {
  readonly kind: 'area';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

export type Ink = Letters | Area;

export interface Mark {
  readonly level: number;
  readonly text: string;
  readonly page: number;
  readonly y: number;
}

export interface Laid {
  readonly root: Element;
  readonly pages: readonly (readonly Ink[])[];
  /** The headings, for the reader's table of contents. */
  readonly marks: readonly Mark[];
}
