// Names in texts, however they are written: folded, turned round, in the genitive, with an initial or one typing error. Pure.
import { foldedWords } from '#requests/search/quest.ts';

interface Token {
  word: string;
  from: number;
  until: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map((found) => ({
    word: foldedWords(found[0]).join(''),
    from: found.index,
    until: found.index + found[0].length,
  }));

const FEWEST_LETTERS_WITH_ERROR = 5;

/** The same but for one letter too many, too few or wrong, or two that are swapped. */
function isNear(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < FEWEST_LETTERS_WITH_ERROR || Math.abs(one.length - other.length) > 1)
    return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - from && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [rest, otherRest] = [one.slice(from, one.length - end), other.slice(from, other.length - end)];
  return (
    (rest.length <= 1 && otherRest.length <= 1) ||
    (rest.length === 2 && otherRest.length === 2 && rest[0] === otherRest[1] && rest[1] === otherRest[0])
  );
}

/** @param asked a word of the name. "Eks", "Karlssons": in Swedish names stand in the genitive without an apostrophe. */
const isWord = (word: string, asked: string): boolean =>
  word === asked ||
  word === `${asked}s` ||
  isNear(word, asked) ||
  (word.endsWith('s') && isNear(word.slice(0, -1), asked));

interface Found {
  from: number;
  until: number;
}

/** Where one word of a name stands: as a token, as two ("Anna Karin" for "Annakarin"). */
const placesOf = (tokens: readonly Token[], asked: string): { at: number; until: number }[] =>
  tokens.flatMap(({ word }, at) => {
    const next = tokens[at + 1];
    if (isWord(word, asked)) return [{ at, until: at }];
    return next && isWord(word + next.word, asked) ? [{ at, until: at + 1 }] : [];
  });

/** Words of a name that are one word in the text: "Annakarin" for "Anna Karin". */
const joinedPlaces = (tokens: readonly Token[], words: readonly string[]): { at: number; words: number[] }[] =>
  words
    .slice(0, -1)
    .flatMap((word, n) =>
      tokens.flatMap((token, at) => (isWord(token.word, `${word}${words[n + 1]}`) ? [{ at, words: [n, n + 1] }] : [])),
    );

interface Place {
  at: number;
  until: number;
  /** Which words of the name it is. */
  words: readonly number[];
}

function allPlaces(tokens: readonly Token[], words: readonly string[]): Place[] {
  const single = words.flatMap((asked, n) => placesOf(tokens, asked).map((place): Place => ({ ...place, words: [n] })));
  const joined = joinedPlaces(tokens, words).map(({ at, words: both }): Place => ({ at, until: at, words: both }));
  return [...single, ...joined].sort((one, other) => one.at - other.at);
}

/** How many other words may stand between those of a name: "Anna Maria Karlsson", "Karlsson som heter Anna". */
const BETWEEN = 2;

/** "A. Karlsson": an initial before the last word of a name. */
function initials(tokens: readonly Token[], words: readonly string[]): Found[] {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    return before && before.word.length === 1 && first.startsWith(before.word) && isWord(token.word, last)
      ? [{ from: before.from, until: token.until }]
      : [];
  });
}

/** Two words of the name at least stand beside each other, in any order. */
function together(tokens: readonly Token[], words: readonly string[]): Found[] {
  const places = allPlaces(tokens, words);
  return places.flatMap((place, n): Found[] => {
    const mine = new Set(place.words);
    let until = place.until;
    for (const next of places.slice(n + 1)) {
      if (next.at - until - 1 > BETWEEN) break;
      if (next.at <= until && next.at !== place.at) continue;
      for (const word of next.words) mine.add(word);
      until = Math.max(until, next.until);
    }
    return mine.size >= Math.min(2, words.length)
      ? [{ from: (tokens[place.at] as Token).from, until: (tokens[until] as Token).until }]
      : [];
  });
}

/** Without those that lie within another. */
const outermost = (found: readonly Found[]): Found[] =>
  found.filter(
    (one, n) =>
      !found.some(
        (other, m) =>
          m !== n &&
          other.from <= one.from &&
          other.until >= one.until &&
          (other.from < one.from || other.until > one.until || m < n),
      ),
  );

/** The passages of a free text that may name somebody. */
export function namesInText(text: string, names: readonly (readonly string[])[]): string[] {
  if (names.length === 0) return [];
  const tokens = tokensOf(text);
  const found = names.flatMap((words) => [
    ...together(tokens, words),
    ...(words.length > 1 ? initials(tokens, words) : []),
  ]);
  return [...new Set(outermost(found).map(({ from, until }) => text.slice(from, until)))];
}

/** Whether what stands where a name is asked for may be one of them: by part of it too, where it says nothing else. */
export function mayBeName(name: string, names: readonly (readonly string[])[]): boolean {
  if (namesInText(name, names).length > 0) return true;
  const said = tokensOf(name).map(({ word }) => word);
  return said.length > 0 && names.some((words) => said.every((word) => words.some((asked) => isWord(word, asked))));
}

/** Whether it is one of the names, word by word in any order. One word alone is anybody's. */
export function isWholeName(name: string, names: readonly (readonly string[])[]): boolean {
  const said = foldedWords(name).toSorted().join(' ');
  return said.includes(' ') && names.some((words) => words.toSorted().join(' ') === said);
}

/** Whether a name that stands beside a number has nothing in common with any: then the number is shared. */
export const isAnother = (name: string, names: readonly (readonly string[])[]): boolean => {
  const said = tokensOf(name).map(({ word }) => word);
  return (
    names.length > 0 &&
    said.length > 0 &&
    !names.some((words) => said.some((word) => words.some((asked) => isWord(word, asked))))
  );
};
