// Who is meant by a text, the likeliest first. Pure: every word that tells must be found, and what it was found in decides.
import { searchedFields } from '#desk/directory-entry.ts';
import { type DirectoryIndex, fieldAt, personAt, type WordInIndex } from '#desk/directory-index.ts';
import { foldedOf, hasOwnLetters, wordsOf } from '#desk/fold-text.ts';
import { beginningsNear, mayHaveError, wordsNear } from '#desk/one-error.ts';
import { splitDigits } from '#desk/phone-digits.ts';
import { isSmall } from '#desk/small-words.ts';

export const matchedFields = [...searchedFields, 'phone'] as const;
type MatchedField = (typeof matchedFields)[number];

export interface Match {
  id: string;
  /** What of the person the words were found in, each in its best place. */
  matched: MatchedField[];
}

/** Who asks: a number counts only where the reader may see it. */
export type MaySee = (staffId: string, seenBy: number) => boolean;

/**
 * How far a word is from what was found: whether with an error, in which field, how well; lower is better. The field itself
 * stands in the last bits, and does not count.
 */
const TIERS = { name: 0, phone: 0, title: 1, department: 1, keywords: 2, answerNote: 3 } as const;
const FIELD_BITS = 3;
const NONE = 0xffff;
/** Farther than anything that was found. */
const MISSED = 32;

const distance = (error: boolean, field: number, form: number): number =>
  ((((error ? 4 : 0) + TIERS[matchedFields[field] as MatchedField]) * 4 + form) << FIELD_BITS) | field;

const weight = (found: number) => found >> FIELD_BITS;
const PHONE = matchedFields.indexOf('phone');

/**
 * Whole before begun, and as it is written before without accents. Whoever writes å, ä or ö means it: then what is spelled so
 * comes first, whole or begun.
 */
function formOf(asked: string, { plain }: WordInIndex, begun: boolean): number {
  const isSpelledSo = begun ? plain.startsWith(asked) : plain === asked;
  return hasOwnLetters(asked) ? (isSpelledSo ? 0 : 2) + (begun ? 1 : 0) : (begun ? 2 : 0) + (isSpelledSo ? 0 : 1);
}

/** For one word of the query, and each person, how near the nearest is. */
class Nearest {
  readonly of: Uint16Array;
  readonly #mayMiss: boolean;

  constructor(people: number, mayMiss = false) {
    this.of = new Uint16Array(people).fill(NONE);
    this.#mayMiss = mayMiss;
  }

  farness(person: number): number {
    const found = this.of[person] as number;
    if (found !== NONE) return weight(found);
    return this.#mayMiss ? MISSED : Number.POSITIVE_INFINITY;
  }

  note(person: number, found: number): void {
    if (found < (this.of[person] as number)) this.of[person] = found;
  }

  noteWord(word: WordInIndex, error: boolean, form: number): void {
    for (const place of word.places) this.note(personAt(place), distance(error, fieldAt(place), form));
  }
}

function noteWords(nearest: Nearest, index: DirectoryIndex, asked: string): void {
  const folded = foldedOf(asked);
  if (mayHaveError(folded)) {
    for (const word of beginningsNear(index, folded)) nearest.noteWord(word, true, 2);
    for (const word of wordsNear(index, folded)) nearest.noteWord(word, true, 0);
  }
  for (const words of index.words.atPrefix(folded).values())
    for (const word of words) nearest.noteWord(word, false, formOf(asked, word, true));
  for (const word of index.words.get(folded) ?? []) nearest.noteWord(word, false, formOf(asked, word, false));
}

/** The last digits are what people remember: they count as much as the first. */
function noteDigits(nearest: Nearest, { people, phones }: DirectoryIndex, asked: string, maySee: MaySee): void {
  for (const [person, digits, seenBy] of phones) {
    if (!digits.includes(asked) || !maySee(people[person] as string, seenBy)) continue;
    const form = digits === asked ? 0 : digits.startsWith(asked) || digits.endsWith(asked) ? 1 : 2;
    nearest.note(person, distance(false, PHONE, form));
  }
}

function nearestOfAll(index: DirectoryIndex, text: string, maySee: MaySee): Nearest[] {
  const { digits, rest } = splitDigits(text);
  const ofDigits = [...new Set(digits)].map((asked) => {
    const nearest = new Nearest(index.people.length);
    noteWords(nearest, index, asked);
    noteDigits(nearest, index, asked, maySee);
    return nearest;
  });
  const words = [...new Set(wordsOf(rest))];
  const small = new Set(words.filter((word) => isSmall(foldedOf(word))));
  const isMoreAsked = ofDigits.length > 0 || small.size < words.length;
  const ofWords = words.map((asked) => {
    const nearest = new Nearest(index.people.length, isMoreAsked && small.has(asked));
    noteWords(nearest, index, asked);
    return nearest;
  });
  return [...ofDigits, ...ofWords];
}

/** At most `limit`; among equals in the order of the index. */
export function matchPeople(
  index: DirectoryIndex,
  text: string,
  { limit, maySee }: { limit: number; maySee: MaySee },
): Match[] {
  const all = nearestOfAll(index, text, maySee);
  if (all.length === 0) return [];
  const found: { person: number; far: number }[] = [];
  for (let person = 0; person < index.people.length; person++) {
    let far = 0;
    for (const nearest of all) far += nearest.farness(person);
    if (far < Number.POSITIVE_INFINITY) found.push({ person, far });
  }
  found.sort((a, b) => a.far - b.far || a.person - b.person);
  return found.slice(0, limit).map(({ person }) => ({
    id: index.people[person] as string,
    matched: fieldsOf(all.map(({ of }) => of[person] as number)),
  }));
}

function fieldsOf(found: readonly number[]): MatchedField[] {
  const fields = new Set(found.filter((one) => one !== NONE).map((one) => one & ((1 << FIELD_BITS) - 1)));
  return matchedFields.filter((_, field) => fields.has(field));
}
