// Three versions of one record become one, and nothing of anybody is lost unasked.
import { expect, test } from 'vitest';
import { changedFields, mergeChanges, same } from '#web/api/merge-changes.ts';

const monday = { from: '08:00', until: '17:00' };
const base = {
  hours: { week: { mon: [monday], tue: [monday] }, holidays: 'closed' },
  rules: [
    { id: 'rul_1', name: 'Lunch', text: { sv: 'Åter ett', en: null } },
    { id: 'rul_2', name: 'Kväll', text: { sv: 'Jour', en: null } },
  ],
};
type Record = typeof base;
const [lunch, evening] = base.rules as [Record['rules'][number], Record['rules'][number]];

test('what is absent and what is undefined are the same, and the order of fields does not count', () => {
  expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
});

test('only the fields that were changed are sent', () => {
  const mine = { ...base, hours: { ...base.hours, holidays: 'asWeek' } };

  expect(changedFields(base, mine)).toEqual({ hours: mine.hours });
  expect(changedFields(base, structuredClone(base))).toEqual({});
});

test('changes of different days are both taken', () => {
  const mine = { ...base, hours: { ...base.hours, week: { ...base.hours.week, mon: [] } } };
  const theirs = { ...base, hours: { ...base.hours, week: { ...base.hours.week, tue: [] } } };

  const { value, clashes } = mergeChanges<Record>(base, mine, theirs);

  expect(clashes).toEqual([]);
  expect(value.hours.week).toEqual({ mon: [], tue: [] });
});

test('entries are known by their ids: one changed here, one there, one new on each side', () => {
  const mine = { ...base, rules: [{ ...lunch, name: 'Lunchen' }, evening, { name: 'Ny', text: lunch.text }] };
  const theirs = { ...base, rules: [lunch, { ...evening, name: 'Kvällen' }, { ...lunch, id: 'rul_3' }] };

  const { value, clashes } = mergeChanges(base, mine as Record, theirs);

  expect(clashes).toEqual([]);
  expect(value.rules.map(({ name }) => name)).toEqual(['Lunchen', 'Kvällen', 'Ny', 'Lunch']);
});

test('what one has taken away and the other has not touched is gone; what the other has changed stays', () => {
  const mine = { ...base, rules: [] as Record['rules'] };
  const theirs = { ...base, rules: [lunch, { ...evening, name: 'Kvällen' }] };

  expect(mergeChanges(base, mine, theirs).value.rules).toEqual([{ ...evening, name: 'Kvällen' }]);
  expect(mergeChanges(base, theirs, mine).value.rules).toEqual([{ ...evening, name: 'Kvällen' }]);
});

test('the same field changed by both is asked for, by the name of its entry, and either side can be taken', () => {
  const mine = { ...base, rules: [{ ...lunch, text: { sv: 'Mitt', en: null } }, evening] };
  const theirs = { ...base, rules: [{ ...lunch, text: { sv: 'Deras', en: null } }, evening] };

  const { value, clashes } = mergeChanges(base, mine, theirs);
  const other = mergeChanges(base, mine, theirs, () => 'theirs');

  expect(clashes).toEqual([{ pointer: '/rules/rul_1/text/sv', within: ['Lunch'], mine: 'Mitt', theirs: 'Deras' }]);
  expect(value.rules[0]?.text.sv).toBe('Mitt');
  expect(other.value.rules[0]?.text.sv).toBe('Deras');
});

test('whoever changed the same to the same is not asked', () => {
  const both = { ...base, hours: { ...base.hours, holidays: 'asWeek' } };

  expect(mergeChanges(base, both, structuredClone(both))).toEqual({ value: both, clashes: [] });
});
