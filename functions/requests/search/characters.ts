// A text read character by character, as people see them, with where each stands in the text as it was written. Pure.

/** From where until where, in UTF-16 units. */
export type Place = readonly [from: number, until: number];

/** What people see as one character: an emoji of several code points, a letter with its accent. */
const characters = new Intl.Segmenter('sv', { granularity: 'grapheme' });

export interface Reading {
  text: string;
  /** Of each of its units, the character that it is of. */
  places: Place[];
}

/** @param before what has been read so far. */
export function readBy(text: string, read: (character: string, before: string) => string): Reading {
  let whole = '';
  const places: Place[] = [];
  for (const { segment, index } of characters.segment(text)) {
    const next = read(segment, whole);
    whole += next;
    for (let unit = 0; unit < next.length; unit++) places.push([index, index + segment.length]);
  }
  return { text: whole, places };
}
