import { describe, expect, test } from 'vitest';
import { entryOf } from '#desk/directory-entry.ts';
import { contentOf, openIndex } from '#desk/directory-index.ts';
import { matchPeople } from '#desk/match-people.ts';
import type { StaffDetails } from '#staff/schema.ts';
import { StaffInput } from '#staff/schema.ts';
import type { StaffBody } from '#test/support/builders/staff.ts';

const phone = (number: string, flags: object = { mayTell: true }) => ({ number, ...flags });

/** A register as there is one at a firm of builders, in no order. */
const register: readonly (Partial<StaffBody> & { name: string })[] = [
  {
    name: 'Östen Östlund',
    title: 'VD',
    department: 'Ledning',
    phones: [phone('070-174 06 05'), phone('08-465 004 10')],
  },
  { name: 'Oskar Ostlund', title: 'Snickare', department: 'Produktion' },
  { name: 'André Lindqvist', title: 'Platschef', keywords: ['Härnösand', 'bro'], phones: [phone('+46 70 174 06 12')] },
  { name: 'Andreas Ek', title: 'Ekonomichef', department: 'Ekonomi', alsoKnownAs: ['Adde'] },
  { name: 'Anna Ek', title: 'Löneadministratör', department: 'Ekonomi', keywords: ['faktura', 'lön'] },
  { name: 'Anna-Karin Sjölund', title: 'Projektledare', alsoKnownAs: ['Anka'], keywords: ['tak', 'offert'] },
  { name: 'Annika Åkesson', title: 'Säljare', department: 'Försäljning', keywords: ['offert'] },
  { name: 'Åke Åkerman', title: 'Snickare', department: 'Produktion', answerNote: 'Svarar om faktura på fredagar.' },
  { name: 'Akira Tanaka', title: 'Konstruktör', department: 'Teknik' },
  { name: 'Ekonomi', kind: 'function', keywords: ['fakturor', 'betalning'], phones: [phone('08-465 004 11')] },
  { name: 'Jouren', kind: 'function', keywords: ['vattenläcka', 'akut'], answerNote: 'Ring vid läcka dygnet runt.' },
  { name: 'Märta Berg', title: 'Jurist', department: 'Ledning', phones: [phone('+47 22 12 34 56')] },
  { name: 'Marta Berg', title: 'Arkitekt', department: 'Teknik' },
  { name: 'Jürgen Weiß', title: 'Montör', department: 'Produktion' },
  { name: 'Søren Kjær', title: 'Montör', department: 'Produktion' },
  { name: "Siobhán O'Brien", title: 'Utvecklare', department: 'Teknik' },
  { name: 'Kristina Andersson', title: 'Receptionist', department: 'Växel' },
  { name: 'Lars Alm', title: 'Ekonom', department: 'Ekonomi', answerNote: 'Ansvarar för Anderssons konto.' },
  { name: 'Per Fakta', title: 'Inköpare', department: 'Inköp', keywords: ['plan 1234B'] },
  { name: 'Anna Ivarsson', title: 'Målare', department: 'Underhåll' },
];

const inSwedish = new Intl.Collator('sv');
const people = register.toSorted((a, b) => inSwedish.compare(a.name, b.name));
const detailsOf = (body: object): StaffDetails => ({ ...StaffInput().parse(body), answerNotes: [], absences: [] });
const index = openIndex(contentOf(people.map((body) => entryOf(body.name, detailsOf(body)))));

const find = (text: string, limit = 20) => matchPeople(index, text, { limit, maySee: () => true });
const names = (text: string) => find(text).map(({ id }) => id);

describe('a text finds', () => {
  test.for<[text: string, why: string, expected: string[]]>([
    ['ostlund', 'spelled as it is before folded', ['Oskar Ostlund', 'Östen Östlund']],
    ['Östlund', 'å, ä and ö as they are written first', ['Östen Östlund', 'Oskar Ostlund']],
    ['ÖSTLUND', 'in capitals', ['Östen Östlund', 'Oskar Ostlund']],
    ['o\u0308stlund', 'with its dots apart', ['Östen Östlund', 'Oskar Ostlund']],
    [
      'andre',
      'a whole name before one that begins so, and before one that does but for an error',
      [...['André Lindqvist', 'Andreas Ek'], ...['Kristina Andersson', 'Lars Alm']],
    ],
    ['André Lind', 'with an accent that is no letter of its own', ['André Lindqvist']],
    ['åke', 'what is spelled so, whole or begun, before what is folded', ['Åke Åkerman', 'Annika Åkesson']],
    ['ake', 'a whole name before a begun one', ['Åke Åkerman', 'Annika Åkesson']],
    ['aki', 'the beginning of a name', ['Akira Tanaka']],
    ['märta', 'the one who is spelled so', ['Märta Berg', 'Marta Berg']],
    ['berg', 'equals in Swedish order', ['Marta Berg', 'Märta Berg']],
    ['ek', 'names, whole before begun, before titles', ['Andreas Ek', 'Anna Ek', 'Ekonomi', 'Lars Alm']],
    ['ekonomi', 'a name before a department and a title', ['Ekonomi', 'Andreas Ek', 'Anna Ek', 'Lars Alm']],
    ['anna ek', 'several words, each of them', ['Anna Ek']],
    ['ek anna', 'in any order', ['Anna Ek']],
    ['anna ekonomi', 'a name and a department', ['Anna Ek']],
    ['anna lön', 'a name and a keyword', ['Anna Ek']],
    ['anna offert', 'all words, or nothing', ['Anna-Karin Sjölund']],
    ['adde', 'another name', ['Andreas Ek']],
    ['anka', 'another name, before one with an error', ['Anna-Karin Sjölund', 'Anna Ek', 'Anna Ivarsson']],
    ['annakarin', 'a double name without its hyphen', ['Anna-Karin Sjölund']],
    ['anna karin', 'a double name in two', ['Anna-Karin Sjölund']],
    ['anna-karin sjolund', 'a double name as it is', ['Anna-Karin Sjölund']],
    ['obrien', 'a name without its apostrophe', ["Siobhán O'Brien"]],
    ['jurgen weiss', 'ü and ß', ['Jürgen Weiß']],
    ['sören kjär', 'ø and æ as Swedes write them', ['Søren Kjær']],
    ['soren kjar', 'ø and æ without a keyboard for them', ['Søren Kjær']],
    ['offert', 'keywords', ['Anna-Karin Sjölund', 'Annika Åkesson']],
    ['faktura', 'keywords before notes, and at last with another ending', ['Anna Ek', 'Åke Åkerman', 'Ekonomi']],
    ['läcka', 'a note', ['Jouren']],
    ['harnosand', 'a keyword without its dots', ['André Lindqvist']],
    ['snickare', 'a title', ['Oskar Ostlund', 'Åke Åkerman']],
    ['ledning', 'a department', ['Märta Berg', 'Östen Östlund']],
    ['andersson', 'a name before a note', ['Kristina Andersson', 'Lars Alm']],
    ['anderson', 'a letter too few', ['Kristina Andersson', 'Lars Alm']],
    ['andersssson', 'but not two too many', []],
    ['kristima', 'a wrong letter', ['Kristina Andersson']],
    ['kirstina', 'two that are swapped', ['Kristina Andersson']],
    ['krisstina', 'a letter too many', ['Kristina Andersson']],
    ['kirstin', 'an error in the beginning of a name', ['Kristina Andersson']],
    ['ostulnd', 'an error and no dots', ['Oskar Ostlund', 'Östen Östlund']],
    [
      'faktua',
      'of names and keywords with an error the names first',
      ['Per Fakta', 'Anna Ek', 'Ekonomi', 'Åke Åkerman'],
    ],
    ['eka', 'no error in three letters', []],
    ['berk', 'an error in four letters', ['Marta Berg', 'Märta Berg']],
    ['0701740605', 'a number as it is dialled', ['Östen Östlund']],
    ['070-174 06 05', 'a number as it is written', ['Östen Östlund']],
    ['+46701740605', 'a number with the country', ['Östen Östlund']],
    ['0046 (0)70 174 06 05', 'a number with the country, and with the zero', ['Östen Östlund']],
    ['0605', 'the last digits', ['Östen Östlund']],
    ['004 1', 'digits from within', ['Ekonomi', 'Östen Östlund']],
    ['070174', 'the first digits', ['André Lindqvist', 'Östen Östlund']],
    ['östen 0605', 'a name and digits', ['Östen Östlund']],
    ['anna 0605', 'nobody who has only one of the two', []],
    ['+47 22 12', 'a number abroad', ['Märta Berg']],
    ['0047221', 'a number abroad as it is dialled', ['Märta Berg']],
    ['46701740605', 'a number with the country, as a switchboard writes it', ['Östen Östlund']],
    ['4650041', 'but fewer digits are what they are', ['Ekonomi', 'Östen Östlund']],
    ['06', 'two digits are too few', []],
    ['1234b', 'a number with a letter is a word', ['Per Fakta']],
    ['plan 1234B', 'among other words too', ['Per Fakta']],
    ['070-174 06x', 'and none of a number that a letter ends', []],
    ['anna på ekonomin', 'the words between need not be found', ['Anna Ek']],
    ['Kristina i växeln', 'in whatever they stand', ['Kristina Andersson']],
    ['märta from ledning', 'in English too', ['Märta Berg']],
    [
      'and',
      'but alone they are the beginning of a name',
      ['André Lindqvist', 'Andreas Ek', 'Kristina Andersson', 'Lars Alm'],
    ],
    ['anna i', 'and who has them comes first', ['Anna Ivarsson', 'Anna Ek', 'Anna-Karin Sjölund']],
    ['i på', 'nobody has both, and there is nothing else', []],
    ['anna från xyzzy', 'all others must be found', []],
    ['jour', 'a function, by its beginning', ['Jouren']],
    ['vattenläckan', 'a keyword with another ending', ['Jouren']],
    ['Sjolund, Anna', 'a name as it stands in a list', ['Anna-Karin Sjölund']],
    ['Åkesson Annika säljare', 'name and title', ['Annika Åkesson']],
    ['lindkvist', 'a name by its sound', ['André Lindqvist']],
    ['xyzzy', 'nobody', []],
    ['!?', 'nobody, for there is no word in it', []],
  ])('%s: %s', ([text, , expected]) => {
    expect(names(text)).toEqual(expected);
  });
});

test('what the words were found in is told, each by its best place', () => {
  expect(find('anna ekonomi')).toEqual([{ id: 'Anna Ek', matched: ['name', 'department'] }]);
  expect(find('östen 0605')).toEqual([{ id: 'Östen Östlund', matched: ['name', 'phone'] }]);
  expect(find('akut')).toEqual([{ id: 'Jouren', matched: ['keywords'] }]);
  expect(find('dygnet')).toEqual([{ id: 'Jouren', matched: ['answerNote'] }]);
});

test('no more are found than are asked for, the best of them', () => {
  expect(find('an', 2).map(({ id }) => id)).toEqual(['André Lindqvist', 'Andreas Ek']);
});

describe('a number', () => {
  const hidden = detailsOf({
    name: 'Bo Ask',
    connect: 'no',
    phones: [phone('070-174 06 21', {}), phone('070-174 06 22', { mayConnect: true }), phone('070-174 06 23')],
  });
  const isFoundBy = (staff: StaffDetails, seen: number) => (digits: string) =>
    matchPeople(openIndex(contentOf([entryOf('bo', staff)])), digits, {
      limit: 1,
      maySee: (_, seenBy) => seen <= seenBy,
    }).length === 1;

  test.for([
    ['whoever sees all', 0, ['0621', '0622', '0623']],
    ['an operator', 1, ['0623']],
    ['whoever sees what may be told', 3, ['0623']],
  ] as const)('finds its owner only where it is shown: %s', ([, seen, expected]) => {
    expect(['0621', '0622', '0623'].filter(isFoundBy(hidden, seen))).toEqual(expected);
  });

  test('that calls may be put through to finds its owner for an operator alone', () => {
    const connected = { ...hidden, connect: 'yes' as const };

    expect(isFoundBy(connected, 1)('0622')).toBe(true);
    expect(isFoundBy(connected, 3)('0622')).toBe(false);
  });

  test('of a protected person finds nobody but for whoever sees all', () => {
    const safe = { ...hidden, protected: true };

    expect(isFoundBy(safe, 0)('0623')).toBe(true);
    expect(isFoundBy(safe, 1)('0623')).toBe(false);
  });
});
