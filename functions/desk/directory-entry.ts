// What a person is found by, taken out of the record: words by field, and digits of numbers by who may see them.
import { wordsToFind } from '#desk/fold-text.ts';
import { dialled } from '#desk/phone-digits.ts';
import type { StaffDetails } from '#staff/schema.ts';
import { type StaffView, shownPhones } from '#staff/show-staff.ts';

/** From the best to the least: a name is worth more than a keyword. Their places are kept in the index. */
export const searchedFields = ['name', 'title', 'department', 'keywords', 'answerNote'] as const;
type SearchedField = (typeof searchedFields)[number];

/** Whoever has the first view sees what the others see, and more. */
export const views = ['all', 'desk', 'absences', 'told'] as const satisfies readonly StaffView[];

export interface DirectoryEntry {
  id: string;
  /** Distinct words of each field, in the order of `searchedFields`. */
  words: string[][];
  /** Digits, and the place in `views` of the last view that shows the number. */
  phones: [digits: string, seenBy: number][];
  /** Ids of those whom an absence names: they are read together with the person. */
  colleagues: string[];
}

/** Of notes that are long the first words count: an index that holds essays finds everybody. */
const MOST_WORDS = 200;

const textsOf = (staff: StaffDetails): Record<SearchedField, (string | null)[]> => ({
  name: [staff.name, ...staff.alsoKnownAs],
  title: [staff.title],
  department: [staff.department],
  keywords: staff.keywords,
  answerNote: [staff.answerNote, ...staff.answerNotes.map(({ text }) => text)],
});

export function entryOf(id: string, staff: StaffDetails): DirectoryEntry {
  const texts = textsOf(staff);
  const distinctWords = (field: SearchedField) => [
    ...new Set(texts[field].flatMap((text) => (text === null ? [] : wordsToFind(text)))),
  ];
  const shown = views.map((view) => new Set(shownPhones(staff, view)));
  return {
    id,
    words: searchedFields.map((field) => distinctWords(field).slice(0, MOST_WORDS)),
    phones: staff.phones.map((phone) => [dialled(phone.number), shown.findLastIndex((some) => some.has(phone))]),
    colleagues: [...new Set(staff.absences.flatMap(({ colleagues }) => colleagues))],
  };
}
