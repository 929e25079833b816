// Words that callers put between what tells of somebody: "Anna på ekonomin". They need not be found.

/** In their folded form. */
const smallWords: ReadonlySet<string> = new Set([
  ...['pa', 'i', 'hos', 'fran', 'vid', 'till', 'med', 'for', 'av', 'och'],
  ...['in', 'at', 'from', 'with', 'of', 'the', 'and'],
]);

export const isSmall = (folded: string): boolean => smallWords.has(folded);
