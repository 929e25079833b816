// The browser's own look for names and numbers, and the keys of the desk.
import { expect, test } from 'vitest';
import { absenceOf } from '#web/desk/absence-choices.ts';
import { deskKeys } from '#web/desk/desk-keys.ts';
import type { KeptView } from '#web/desk/desk-types.ts';
import { isEnough, knownClients } from '#web/desk/find-clients.ts';
import { beginsWords, isNumber } from '#web/desk/matching.ts';

test.each([
  ['Karl-Erik Öström', 'ostrom', true],
  ['Karl-Erik Öström', 'Öst', true],
  ['Karl-Erik Öström', 'erik k', true],
  ['Karl-Erik Öström', 'tröm', false],
  ['Åsa Nordvik', 'åsa x', false],
  ['Åsa Nordvik', '', true],
])('%s is looked for by "%s": %s', (there, typed, isThere) => {
  expect(beginsWords(there, typed)).toBe(isThere);
});

test.each([
  ['08-465 004 10', true, true],
  ['0846500', true, false],
  ['+46 (0)8 465 00', true, true],
  ['no', false, true],
  ['n', false, false],
  ['12', false, true],
])('"%s" is a number: %s, and enough to ask: %s', (typed, number, enough) => {
  expect([isNumber(typed), isEnough(typed)]).toEqual([number, enough]);
});

const kept = {
  desk: {
    clientId: 'cli_1',
    name: 'Nordvik Bygg',
    status: 'active',
    line: 'lin_1',
    lines: [
      { line: 'lin_1', number: '+46846500410' },
      { line: 'lin_2', number: '+46846500411' },
    ],
  },
  isNotice: false,
  people: [],
} as unknown as KeptView;

test.each([
  ['nord', ['lin_1']],
  ['08-465 004 11', ['lin_2']],
  ['08-465 004 12', []],
])('without the service, %s leads to %o', (typed, lines) => {
  expect(knownClients([kept], typed).map(({ line }) => line)).toEqual(lines);
});

test.each([
  ['meeting', '2026-11-28T10:45:00.000Z'],
  ['busy', '2026-11-28T10:15:00.000Z'],
  ['goneForTheDay', '2026-11-28T23:00:00.000Z'],
] as const)('%s is until %s', (choice, until) => {
  expect(absenceOf(choice, Date.parse('2026-11-28T09:42:00.000Z')).until).toBe(until);
});

test('the day of the longer night ends at its own midnight', () => {
  expect(absenceOf('goneForTheDay', Date.parse('2026-10-25T00:30:00.000Z')).until).toBe('2026-10-25T23:00:00.000Z');
});

test('no two things have one key in one place, and none is a key of the browser or of those who listen', () => {
  const taken = deskKeys.map(({ where, key }) => `${where} ${key}`);

  expect(new Set(taken).size).toBe(taken.length);
  expect(deskKeys.filter(({ key }) => /^(F3|F5|F6|F7|F10|F11|F12|Insert)$|Alt/.test(key))).toEqual([]);
});
