// The audit in words: each row says who and what as far as is known.
import { beforeAll, expect, test } from 'vitest';
import { isBackwards } from '#web/privacy/audit.ts';
import { actWords, recordHref, recordWords, whoWords } from '#web/privacy/audit-words.ts';
import { openWords } from '#web/words/words.ts';

beforeAll(() => openWords('privacy'));

test('an act of a route that is gone is shown as it was written down', () => {
  expect([actWords('deleteMessage'), actWords('tellFortune'), actWords('toString')]).toEqual([
    'Erased a message',
    'Did something that is no longer there (tellFortune)',
    'Did something that is no longer there (toString)',
  ]);
});

test('a user is called by name where it is known, everybody else by what they are', () => {
  const names = new Map([['usr_1', 'Åsa Öberg']]);
  const who = (by: string, role: 'operator' | 'clientAdmin' | 'machine') => whoWords({ by, role }, 'usr_2', names);

  expect([
    who('usr_1', 'clientAdmin'),
    who('usr_2', 'clientAdmin'),
    who('usr_3', 'operator'),
    who('mch_1', 'machine'),
  ]).toEqual(['Åsa Öberg, admin', 'You, admin', 'Operator', 'Connected system']);
});

test('a record says what it is, and leads to where it is shown to whoever looks', () => {
  const names = new Map([['usr_1', 'Åsa Öberg']]);

  expect(['stf_1', 'usr_1', 'xyz_1', 'toString'].map((id) => recordWords(id, names))).toEqual([
    'Person',
    'User Åsa Öberg',
    'Record',
    'Record',
  ]);
  expect([recordHref('cli_1', 'stf_1', true), recordHref('cli_1', 'stf_1', false)]).toEqual([
    '/c/cli_1/staff/stf_1',
    undefined,
  ]);
  expect(recordHref('cli_1', 'era_1', false)).toBe('/c/cli_1/privacy/erasures/era_1');
  expect(recordHref('cli_1', 'tsk_1', true)).toBeUndefined();
});

test('a period that ends before it begins is none', () => {
  expect(isBackwards({ from: '2026-11-02', until: '2026-11-01' })).toBe(true);
  expect(isBackwards({ from: '2026-11-02', until: '' })).toBe(false);
  expect(isBackwards({ from: '2026-11-02', until: '2026-11-02' })).toBe(false);
});
