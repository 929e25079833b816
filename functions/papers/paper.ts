// A paper as data: what stands in it and in which order, without a word about how it looks.

const paperLanguages = ['sv', 'en'] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

export interface Paper {
  readonly language: PaperLanguage;
  /** Set large on the first page, and told by a reader before anything else. */
  readonly title: string;
  /** Under the title: whom or which period the paper is about. */
  readonly subtitle?: string;
  /** Who issues it. Head of every page. */
  readonly issuer: string;
  /** Foot of every page, beside the page's number: the id by which the paper is found again. */
  readonly reference: string;
  /** The moment that the paper tells of. Part of the file, so that the same paper is the same bytes. */
  readonly madeAtMs: number;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | List | Facts | Table | Quote | Code | Notice | NewPage;

/** 1 to 3; a level is never jumped over on the way down. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  /** As it is referred to: `4.2`. Set apart from the text. */
  readonly number?: string;
  readonly text: string;
}

/** Line breaks in the text are kept. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** As clauses of an agreement are: `4.2`. An empty one only indents, as the text of a numbered heading is. */
  readonly number?: string;
  readonly text: string;
  /** `lead` is larger, `small` is smaller and grey. */
  readonly tone?: 'lead' | 'small';
}

export interface List {
  readonly kind: 'list';
  /** Counted 1, 2, 3 rather than with a dot. */
  readonly counted?: true;
  /** Under a numbered heading. */
  readonly indented?: true;
  readonly items: readonly string[];
}

/** Names with their values, the names in a column of their own. */
export interface Facts {
  readonly kind: 'facts';
  readonly caption?: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

/** Goes on over as many pages as it needs, its head again on each. Every row has a cell for each column. */
export interface Table {
  readonly kind: 'table';
  /** For those who hear the table: what it is of. Stands above it. */
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Instead of rows where there are none. */
  readonly empty?: string;
}

interface Column {
  readonly title: string;
  /** The column's share of the width, in proportion to the others'. If none has one, they take what their words need. */
  readonly share?: number;
  readonly align?: 'end';
}

/** Somebody's own words, as they were written: a message, an instruction. Line breaks are kept. */
export interface Quote {
  readonly kind: 'quote';
  readonly text: string;
  readonly source?: string;
}

/** Letters that are compared one by one: a hash, a signature. Broken wherever the line ends. */
export interface Code {
  readonly kind: 'code';
  readonly name: string;
  readonly text: string;
}

/** What must not be overlooked, set in a frame of its own. */
export interface Notice {
  readonly kind: 'notice';
  readonly title?: string;
  readonly text: string;
}

interface NewPage {
  readonly kind: 'new-page';
}
