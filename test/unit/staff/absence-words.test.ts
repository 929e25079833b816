// What callers are told of somebody who is away.
import { describe, expect, test } from 'vitest';
import type { AbsenceReason } from '#staff/absence.ts';
import { absenceWords } from '#staff/absence-words.ts';
import type { Away } from '#staff/availability.ts';
import { stockholm } from '#test/support/builders/absences.ts';

const nowMs = stockholm('2026-11-27T10:05');
const away = (reason: AbsenceReason, back: string, note: string | null = null): Away => ({
  id: 'abs_1',
  reason,
  fromMs: nowMs,
  untilMs: stockholm(back),
  backMs: stockholm(back),
  note,
  operatorNote: 'Säg inte var',
  calls: 'closed',
  colleagues: [],
});

describe('in Swedish', () => {
  test.each([
    ['lunch', '2026-11-27T13:00', null, 'Anna Ek är på lunch, åter 13.00.'],
    ['meeting', '2026-11-27T11:05', null, 'Anna Ek sitter i möte, åter 11.05.'],
    ['busy', '2026-11-27T10:30', null, 'Anna Ek är upptagen, åter 10.30.'],
    ['goneForTheDay', '2026-11-30T08:00', null, 'Anna Ek har gått för dagen, åter måndag 30 november 8.00.'],
    ['goneForTheDay', '2026-11-28T00:00', null, 'Anna Ek har gått för dagen.'],
    ['goneForTheDay', '2026-12-14T00:00', null, 'Anna Ek har gått för dagen, åter måndag 14 december.'],
    ['travelling', '2026-12-02T09:30', null, 'Anna Ek är bortrest, åter onsdag 2 december 9.30.'],
    ['course', '2026-12-01T00:00', null, 'Anna Ek är på kurs, åter tisdag 1 december.'],
    ['holiday', '2027-01-07T00:00', null, 'Anna Ek har semester, åter torsdag 7 januari 2027.'],
    ['off', '2026-11-28T12:00', null, 'Anna Ek är ledig, åter lördag 28 november 12.00.'],
    ['away', '2026-11-27T13:00', null, 'Anna Ek är inte på plats, åter 13.00.'],
    ['other', '2026-11-27T13:00', 'På mässa i Kista.', 'Anna Ek är inte på plats, åter 13.00. På mässa i Kista.'],
    ['lunch', '2026-11-27T13:00', 'Ring växeln.', 'Anna Ek är på lunch, åter 13.00. Ring växeln.'],
  ] as const)('%s until %s', (reason, back, note, words) => {
    expect(absenceWords(away(reason, back, note), { name: 'Anna Ek', language: 'sv', nowMs })).toBe(words);
  });
});

describe('in English', () => {
  test.each([
    ['lunch', '2026-11-27T13:00', 'Anna Ek is at lunch, back at 13:00.'],
    ['meeting', '2026-11-30T08:00', 'Anna Ek is in a meeting, back on Monday 30 November at 8:00.'],
    ['course', '2026-12-01T00:00', 'Anna Ek is on a course, back on Tuesday 1 December.'],
    ['holiday', '2027-01-07T00:00', 'Anna Ek is on holiday, back on Thursday 7 January 2027.'],
    ['goneForTheDay', '2026-11-28T00:00', 'Anna Ek has left for the day.'],
  ] as const)('%s until %s', (reason, back, words) => {
    expect(absenceWords(away(reason, back), { name: 'Anna Ek', language: 'en', nowMs })).toBe(words);
  });
});

test('the day and the hour are those of Stockholm, by summer and by winter', () => {
  const words = (at: string) =>
    absenceWords(away('off', at), { name: 'Bo', language: 'sv', nowMs: stockholm('2027-03-27T23:30') });

  expect(words('2027-03-28T00:30')).toBe('Bo är ledig, åter söndag 28 mars 0.30.');
  expect(words('2027-03-28T03:30')).toBe('Bo är ledig, åter söndag 28 mars 3.30.');
});

test('what is meant for operators is told to nobody', () => {
  expect(absenceWords(away('lunch', '2026-11-27T13:00'), { name: 'Bo', language: 'sv', nowMs })).not.toContain('Säg');
});
