// The index of a client's people: as it is sealed, and as it is searched.
import SearchableMap from 'minisearch/SearchableMap';
import { type DirectoryEntry, searchedFields } from '#desk/directory-entry.ts';
import { foldedOf } from '#desk/fold-text.ts';

/** Numbers stand for people and fields: person · number of fields + field. */
type Place = number;

/** What is sealed. */
export interface DirectoryContent {
  /** Ids, in the order in which equals are shown. */
  people: string[];
  /** Each word in its plain form, with where it stands. */
  words: [word: string, ...places: Place[]][];
  /** Person, digits, and the last of the views that shows the number. */
  phones: [person: number, digits: string, seenBy: number][];
  /** By the id of the person who is away, or will be. */
  colleagues: Record<string, string[]>;
}

export interface WordInIndex {
  plain: string;
  places: readonly Place[];
}

export interface DirectoryIndex {
  readonly people: readonly string[];
  /** By the folded form: two words of one folded form stand together. */
  readonly words: SearchableMap<WordInIndex[]>;
  /** Letters that occur: what a wrong one may have been meant for. */
  readonly letters: readonly string[];
  readonly phones: DirectoryContent['phones'];
  readonly colleagues: DirectoryContent['colleagues'];
}

export const personAt = (place: Place): number => Math.floor(place / searchedFields.length);
export const fieldAt = (place: Place): number => place % searchedFields.length;

/** @param entries in the order in which equals are to be shown. */
export function contentOf(entries: readonly DirectoryEntry[]): DirectoryContent {
  const words = new Map<string, Place[]>();
  const phones: DirectoryContent['phones'] = [];
  entries.forEach((entry, person) => {
    entry.words.forEach((ofField, field) => {
      for (const word of ofField) {
        const places = words.get(word);
        const place = person * searchedFields.length + field;
        if (places) places.push(place);
        else words.set(word, [place]);
      }
    });
    for (const [digits, seenBy] of entry.phones) phones.push([person, digits, seenBy]);
  });
  const named = entries.filter(({ colleagues }) => colleagues.length > 0);
  return {
    people: entries.map(({ id }) => id),
    words: [...words].map(([word, places]) => [word, ...places]),
    phones,
    colleagues: Object.fromEntries(named.map(({ id, colleagues }) => [id, colleagues])),
  };
}

export function openIndex({ people, words, phones, colleagues }: DirectoryContent): DirectoryIndex {
  const tree = new SearchableMap<WordInIndex[]>();
  const letters = new Set<string>();
  for (const [plain, ...places] of words) {
    const folded = foldedOf(plain);
    const same = tree.get(folded);
    if (same) same.push({ plain, places });
    else tree.set(folded, [{ plain, places }]);
    for (const letter of folded) letters.add(letter);
  }
  return { people, words: tree, letters: [...letters], phones, colleagues };
}
