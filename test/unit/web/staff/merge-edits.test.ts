// Three versions of one record: what only one side changed is kept, what both changed is asked.
import { describe, expect, test } from 'vitest';
import { changesOf, mergeEdits } from '#web/staff/merge-edits.ts';
import { emptyValue, type StaffValue, tidied } from '#web/staff/staff-value.ts';

const anna = (changes: Partial<StaffValue> = {}): StaffValue => ({
  ...emptyValue(),
  name: 'Anna Lindqvist',
  title: 'Projektledare',
  phones: [{ label: 'Mobil', number: '070-174 06 10', mayTell: false, mayConnect: true }],
  emails: [{ label: null, address: 'anna@nordvik.example', mayTell: true }],
  keywords: ['kakel', 'badrum'],
  ...changes,
});
const phone = (number: string, label: string | null = null) => ({ label, number, mayTell: false, mayConnect: false });
const step = (...channels: ('email' | 'sms')[]) => ({ channels, waitMinutes: 10 });

describe('what only one side changed', () => {
  test('is put together', () => {
    const mine = anna({ title: 'Projektchef' });
    const theirs = anna({ department: 'Ombyggnad', connect: 'no' });

    const merged = mergeEdits({ base: anna(), mine, theirs });

    expect(merged.clashes).toEqual([]);
    expect(merged.value).toEqual(anna({ title: 'Projektchef', department: 'Ombyggnad', connect: 'no' }));
    expect(merged.taken).toEqual(['department', 'connect']);
  });

  test('is put together in one list: a word of each, and one that was taken away', () => {
    const mine = anna({ keywords: ['kakel', 'badrum', 'klinker'] });
    const theirs = anna({ keywords: ['badrum', 'våtrum'] });

    expect(mergeEdits({ base: anna(), mine, theirs })).toMatchObject({
      clashes: [],
      value: { keywords: ['badrum', 'klinker', 'våtrum'] },
    });
  });

  test('is one number beside another, however it is written', () => {
    const mine = anna({ phones: [...anna().phones, phone('08-465 004 20', 'Direkt')] });
    const theirs = anna({ phones: [{ ...phone('+46701740610', 'Privat'), mayConnect: true }] });

    const { value, clashes } = mergeEdits({ base: anna(), mine, theirs });

    expect(clashes).toEqual([]);
    expect(value.phones.map(({ label }) => label)).toEqual(['Privat', 'Direkt']);
  });

  test('is a part of the plan', () => {
    const mine = anna({ delivery: { normal: [step('email')], urgent: [], quietHours: null } });
    const theirs = anna({ delivery: { normal: [], urgent: [], quietHours: { from: '20:00', until: '07:00' } } });

    const { value, clashes } = mergeEdits({ base: anna(), mine, theirs });

    expect(clashes).toEqual([]);
    expect(value.delivery).toEqual({
      normal: [step('email')],
      urgent: [],
      quietHours: { from: '20:00', until: '07:00' },
    });
  });

  test('is two answers that both are new', () => {
    const note = (text: string) => ({ name: null, when: { days: ['fri' as const] }, text });

    const { value } = mergeEdits({
      base: anna(),
      mine: anna({ answerNotes: [note('Ring på måndag.')] }),
      theirs: anna({ answerNotes: [{ id: 'rul_1', ...note('Borta.') }] }),
    });

    expect(value.answerNotes.map(({ text }) => text)).toEqual(['Ring på måndag.', 'Borta.']);
  });
});

describe('what both changed', () => {
  test('is a clash, and whose word counts is chosen for each', () => {
    const base = anna();
    const mine = anna({ title: 'Projektchef', connect: 'no', department: 'Kakel' });
    const theirs = anna({ title: 'Chef', connect: 'yes' });

    const asked = mergeEdits({ base, mine, theirs });
    const chosen = mergeEdits({ base, mine, theirs }, (id) => (id === 'title' ? 'theirs' : 'mine'));

    expect(asked.clashes).toEqual([
      { id: 'title', field: 'title', part: null, mine: 'Projektchef', theirs: 'Chef' },
      { id: 'connect', field: 'connect', part: null, mine: 'no', theirs: 'yes' },
    ]);
    expect(chosen.value).toEqual(anna({ title: 'Chef', connect: 'no', department: 'Kakel' }));
  });

  test('to the same is none', () => {
    const same = anna({ title: 'Chef' });

    expect(mergeEdits({ base: anna(), mine: same, theirs: anna({ title: 'Chef' }) }).clashes).toEqual([]);
  });

  test('is a clash where one took away what the other changed', () => {
    const mine = anna({ phones: [phone('08-465 004 20')] });
    const theirs = anna({ phones: [{ ...phone('070-174 06 10', 'Privat'), mayConnect: true }] });

    const asked = mergeEdits({ base: anna(), mine, theirs });
    const kept = mergeEdits({ base: anna(), mine, theirs }, () => 'theirs');

    expect(asked.clashes).toMatchObject([{ field: 'phones', mine: undefined, theirs: { label: 'Privat' } }]);
    expect(asked.value.phones).toEqual(mine.phones);
    expect(kept.value.phones.map(({ label }) => label)).toEqual([null, 'Privat']);
  });

  test('is a clash for one absence of several', () => {
    const away = (id: string, until: string) => ({
      id,
      reason: 'meeting' as const,
      note: null,
      operatorNote: null,
      calls: 'closed' as const,
      colleagues: [],
      from: null,
      until,
      recurring: null,
    });
    const list = (first: string) => anna({ absences: [away('abs_1', first), away('abs_2', '2026-12-01T11:00:00Z')] });

    const { clashes } = mergeEdits({
      base: list('2026-12-01T10:00:00Z'),
      mine: list('2026-12-01T10:30:00Z'),
      theirs: list('2026-12-01T12:00:00Z'),
    });

    expect(clashes).toMatchObject([{ field: 'absences', mine: { id: 'abs_1' }, theirs: { id: 'abs_1' } }]);
  });
});

test('what is sent is what differs, and a field that was emptied is sent as null', () => {
  expect(changesOf(anna(), anna())).toEqual({});
  expect(changesOf(anna(), tidied(anna({ title: '  ' })))).toEqual({ title: null });
});

test('rows that nobody filled in are not sent, and contacts that are gone leave the plan', () => {
  const value = anna({
    phones: [phone(''), phone('070-174 06 10')],
    delivery: {
      normal: [{ ...step('sms'), contacts: ['0701740610', '070-174 06 11'] }],
      urgent: [{ ...step('email'), contacts: ['bort@nordvik.example'] }],
      quietHours: null,
    },
  });

  const sent = tidied(value);

  expect(sent.phones).toHaveLength(1);
  expect(sent.delivery.normal[0]?.contacts).toEqual(['0701740610']);
  expect(sent.delivery.urgent[0]).toEqual(step('email'));
});
