// Words of the index that a word with one typing error may have been meant for: a letter too many, too few, wrong, or two swapped.
import type { DirectoryIndex, WordInIndex } from '#desk/directory-index.ts';

const FEWEST_LETTERS = 4;
/** The beginning of a word says less than a word. */
const FEWEST_LETTERS_BEGUN = 5;
/** Without its last letter a word of this length still says much; and endings differ: faktura, fakturor. */
const FEWEST_LETTERS_ENDING = 6;

/** A wrong digit makes another number. */
export const mayHaveError = (word: string): boolean => word.length >= FEWEST_LETTERS && /\p{L}/u.test(word);

const swapped = (word: string, at: number) =>
  word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);

/** Whole words at a distance of one error. */
export function wordsNear({ words }: DirectoryIndex, word: string): WordInIndex[] {
  const near = [...words.fuzzyGet(word, 1).values()].filter(([, errors]) => errors > 0).flatMap(([found]) => found);
  for (let at = 0; at < word.length - 1; at++)
    if (word[at] !== word[at + 1]) near.push(...(words.get(swapped(word, at)) ?? []));
  return near;
}

/** Words that begin with the word but for one error, which in a short one is not in its last letter. */
export function beginningsNear({ words, letters }: DirectoryIndex, word: string): WordInIndex[] {
  if (word.length < FEWEST_LETTERS_BEGUN) return [];
  const near: WordInIndex[] = [];
  let view = words;
  const take = (beginning: string) => {
    for (const found of view.atPrefix(beginning).values()) near.push(...found);
  };
  if (word.length >= FEWEST_LETTERS_ENDING) take(word.slice(0, -1));
  for (let at = 0; at < word.length - 1; at++) {
    const head = word.slice(0, at);
    view = view.atPrefix(head);
    if (view.keys().next().done) break;
    if (word[at] !== word[at + 1]) take(swapped(word, at));
    take(head + word.slice(at + 1));
    for (const letter of letters) {
      if (letter === word[at]) continue;
      take(head + letter + word.slice(at + 1));
      take(head + letter + word.slice(at));
    }
  }
  return near;
}
