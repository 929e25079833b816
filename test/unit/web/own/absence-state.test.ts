// Absences as they are said on a person's own page.
import { describe, expect, test } from 'vitest';
import { type ListedAbsence, stateWords, whenAway } from '#web/own/absence-state.ts';
import { own as en } from '#web/words/en/own.ts';
import { parts as enParts } from '#web/words/en/parts.ts';
import { own as sv } from '#web/words/sv/own.ts';
import { parts as svParts } from '#web/words/sv/parts.ts';

const nowMs = Date.parse('2026-11-27T10:05:00+01:00');
const swedish = { words: { ...sv, reasons: svParts.reasons }, language: 'sv', nowMs } as const;

describe('now', () => {
  test.each([
    ['lunch', '2026-11-27T13:00:00+01:00', 'Lunch, åter 13.00'],
    ['meeting', '2026-11-28T08:00:00+01:00', 'Möte, åter i morgon 08.00'],
    ['goneForTheDay', '2026-11-28T00:00:00+01:00', 'Gått för dagen'],
    ['goneForTheDay', '2026-11-30T07:30:00+01:00', 'Gått för dagen, åter måndag 30 nov 07.30'],
    ['holiday', '2026-12-07T00:00:00+01:00', 'Semester, åter måndag 7 dec'],
    ['holiday', '2026-11-28T00:00:00+01:00', 'Semester, åter lördag 28 nov'],
  ] as const)('%s until %s', (reason, back, words) => {
    expect(stateWords({ reason, back }, swedish)).toBe(words);
  });

  test('whoever is not away is in', () => {
    expect(stateWords(null, swedish)).toBe('På plats');
  });

  test('in English', () => {
    const back = '2026-11-28T08:00:00+01:00';

    expect(
      stateWords({ reason: 'off', back }, { words: { ...en, reasons: enParts.reasons }, language: 'en', nowMs }),
    ).toBe('Off work, back tomorrow 08:00');
  });
});

describe('of the list', () => {
  const listed = (more: Partial<ListedAbsence>): ListedAbsence => ({
    reason: 'lunch',
    note: null,
    from: null,
    until: null,
    recurring: null,
    ...more,
  });
  const given = (from: string, until: string) => listed({ from, until });
  const recurring = (rule: NonNullable<ListedAbsence['recurring']>) => listed({ recurring: rule });

  test.each([
    [given('2026-12-21T00:00:00+01:00', '2027-01-07T00:00:00+01:00'), '21 dec – 6 jan'],
    [given('2026-12-21T00:00:00+01:00', '2026-12-22T00:00:00+01:00'), '21 dec'],
    [given('2026-11-27T14:00:00+01:00', '2026-11-27T15:30:00+01:00'), '14.00 – 15.30'],
    [given('2026-11-28T14:00:00+01:00', '2026-11-30T08:00:00+01:00'), 'i morgon 14.00 – måndag 30 nov 08.00'],
    [
      recurring({ days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: { from: '12:00', until: '13:00' } }),
      'mån–fre 12.00–13.00',
    ],
    [recurring({ days: ['mon', 'tue', 'sat', 'holiday'] }), 'mån, tis, lör, helgdagar'],
    [recurring({ days: ['fri'], from: '2026-12-01', until: '2026-12-18' }), 'fre från 1 dec till 18 dec'],
  ])('%o is %s', (absence, words) => {
    expect(whenAway(absence, swedish)).toBe(words);
  });
});
