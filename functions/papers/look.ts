// How a paper looks: A4, one quiet typeface, much air. All measures are points.

export const page = { width: 595.28, height: 841.89 } as const;
export const margin = { left: 72, right: 72, top: 92, bottom: 84 } as const;
export const bodyWidth = page.width - margin.left - margin.right;
export const bodyEnd = page.height - margin.bottom;
/** Where the head and the foot of a page stand. */
export const headLine = 52;
export const footLine = page.height - 46;
/** Numbers of headings and clauses stand in a column of their own. */
export const numberWidth = 34;

export const colours = {
  ink: '#1a211d',
  quiet: '#525c56',
  hair: '#d5dad4',
  accent: '#0b6b50',
  soft: '#eff5f1',
} as const;
export type Colour = keyof typeof colours;

export interface Type {
  readonly size: number;
  /** From line to line. */
  readonly leading: number;
  readonly weight: 'regular' | 'strong';
  readonly colour: Colour;
}

const type = (size: number, leading: number, weight: Type['weight'], colour: Colour): Type => ({
  size,
  leading,
  weight,
  colour,
});

export const types = {
  issuer: type(9.5, 13, 'strong', 'accent'),
  title: type(22, 28, 'strong', 'ink'),
  subtitle: type(12, 17, 'regular', 'quiet'),
  heading1: type(14, 19, 'strong', 'ink'),
  heading2: type(11, 16, 'strong', 'ink'),
  heading3: type(10, 15, 'strong', 'quiet'),
  body: type(10, 15, 'regular', 'ink'),
  strong: type(10, 15, 'strong', 'ink'),
  lead: type(11.5, 17.5, 'regular', 'ink'),
  small: type(8.5, 12.5, 'regular', 'quiet'),
  caption: type(9, 13, 'strong', 'ink'),
  cell: type(9, 12.75, 'regular', 'ink'),
  /** Of tables with five columns and more. */
  narrowCell: type(8, 11.25, 'regular', 'ink'),
  head: type(8.5, 12, 'strong', 'quiet'),
  name: type(9, 13.5, 'regular', 'quiet'),
  value: type(10, 13.5, 'regular', 'ink'),
  code: type(8.5, 13, 'regular', 'ink'),
} as const satisfies Record<string, Type>;

/** Air above a block; none at the top of a page. */
export const above = {
  heading1: 24,
  heading2: 16,
  heading3: 12,
  text: 8,
  group: 12,
} as const;
