// When rules hold, in words; and how long messages are kept, as choices.
import { beforeAll, expect, test } from 'vitest';
import { pointersUp, tiedRules } from '#web/client/field-errors.ts';
import { choices, codeOf, retentionOf } from '#web/client/retention.ts';
import { endOfDay, lastDayOf } from '#web/client/stockholm-days.ts';
import { whenRuleWords } from '#web/client/when-words.ts';
import { chosenLanguage, openWords } from '#web/words/words.ts';

beforeAll(() => {
  chosenLanguage.value = 'sv';
  return openWords('client');
});

test.for([
  [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'] }, 'mån–fre'],
  [{ days: ['sat', 'sun', 'holiday'] }, 'lör, sön, helgdag'],
  [{ days: ['mon', 'wed'], times: { from: '12:00', until: '13:00' } }, 'mån, ons, 12–13'],
  [{ while: 'closed', from: '2026-12-01' }, 'när det är stängt, från 1 dec 2026'],
  [{ from: '2026-12-24', until: '2027-01-06' }, '24 dec 2026 – 6 jan 2027'],
  [{}, 'Ingen tid vald'],
] as const)('%o is "%s"', ([when, words]) => {
  const { days } = when as { days?: readonly never[] };

  expect(whenRuleWords({ ...when, ...(days && { days: [...days] }) } as never)).toBe(words);
});

test('a pointer leads to its field and to what that lies in', () => {
  expect(pointersUp('/rules/2/when')).toEqual(['/rules/2/when', '/rules/2', '/rules']);
});

test('a tie names the others', () => {
  expect(tiedRules('Holds at the same time as /rules/0, /rules/12 and is neither')).toEqual([0, 12]);
  expect(tiedRules('At least one of from, until')).toEqual([]);
});

test('a client’s admin may choose what is shorter than now, and what is now', () => {
  expect(choices({ days: 60 }, { days: 60 }).map(codeOf)).toEqual(['60d', '1m', '14d', '7d']);
  expect(choices({ months: 6 }, { months: 6 }).map(codeOf)[0]).toBe('6m');
  expect(retentionOf('60d')).toEqual({ days: 60 });
});

test('a day ends in Stockholm, in winter and in summer', () => {
  expect(endOfDay('2026-12-01')).toBe('2026-12-01T23:59:00+01:00');
  expect(endOfDay('2026-07-01')).toBe('2026-07-01T23:59:00+02:00');
  expect(lastDayOf('2026-12-01T23:00:00Z')).toBe('2026-12-01');
});
