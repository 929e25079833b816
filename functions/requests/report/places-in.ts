// Where a passage stands in a text, however it is written there: in other case, other spaces, other code points. Pure.
import { type Place, readBy } from '#requests/search/characters.ts';
import { asRead } from '#requests/search/look-alikes.ts';

/** Through upper case: ß and SS, σ and ς are one. */
const foldedCharacter = (character: string): string =>
  asRead(character)
    .toUpperCase()
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Spaces beside each other are one. */
const folded = (text: string) =>
  readBy(text, (character, before) =>
    /^\s+$/.test(character) ? (before.endsWith(' ') ? '' : ' ') : foldedCharacter(character),
  );

const LETTER = /[\p{L}\p{N}]/u;
const isLetter = (character: string | undefined): boolean => character !== undefined && LETTER.test(character);

/** "Ek", "Eks", and not "Eken": names stand in the genitive without an apostrophe. */
function isWhole(text: string, from: number, until: number): boolean {
  if (isLetter(text[from]) && isLetter(text[from - 1])) return false;
  if (!isLetter(text[until - 1]) || !isLetter(text[until])) return true;
  return text[until] === 's' && !isLetter(text[until + 1]);
}

/**
 * In whole characters, places that lie over each other too.
 * @param wordsOnly leaves out what stands within a longer word.
 */
export function placesIn(text: string, passage: string, { wordsOnly }: { wordsOnly: boolean }): Place[] {
  const sought = folded(passage.trim()).text;
  if (sought === '') return [];
  const { text: read, places } = folded(text);
  const found: Place[] = [];
  for (let at = read.indexOf(sought); at >= 0; at = read.indexOf(sought, at + 1)) {
    const until = at + sought.length;
    const [first, last] = [places[at], places[until - 1]];
    if (first && last && (!wordsOnly || isWhole(read, at, until))) found.push([first[0], last[1]]);
  }
  return found;
}

/** Cut out of the text as it was, each once, those that overlap or touch as one. */
export function cutOut(text: string, places: readonly Place[], instead: string): string {
  let told = '';
  let from = 0;
  let cut: Place | undefined;
  for (const place of places.toSorted((one, other) => one[0] - other[0])) {
    if (cut && place[0] <= cut[1]) {
      cut = [cut[0], Math.max(cut[1], place[1])];
      continue;
    }
    if (cut) {
      told += text.slice(from, cut[0]) + instead;
      from = cut[1];
    }
    cut = place;
  }
  if (!cut) return text;
  return `${told}${text.slice(from, cut[0])}${instead}${text.slice(cut[1])}`;
}
