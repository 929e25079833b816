// What is sent of a request that is corrected: what its writer has changed, and nothing else.
import { beforeAll, expect, test } from 'vitest';
import { mergeChanges } from '#web/api/merge-changes.ts';
import { changeBody, pointerOf, readOf } from '#web/privacy/request-change.ts';
import type { SubjectRequest } from '#web/privacy/requests.ts';
import { clashRefusal } from '#web/privacy/use-change.ts';
import { openWords } from '#web/words/words.ts';

beforeAll(() => openWords('privacy'));

const { value: base, etag } = readOf({
  who: { names: ['Eva Ek', 'Eva Lind'], phones: ['+46701740630'], emails: [], staffId: 'stf_1' },
  text: 'Vad finns om mig?',
  contact: null,
  notes: null,
  keepDays: 90,
  version: 7,
} as unknown as SubjectRequest);

test('only what differs is sent, at the version that was read, and an emptied field as none', () => {
  expect(etag).toBe('"7"');
  expect(changeBody({ notes: 'Ring' }, { ...base, notes: 'Ring ' }, 'stf_1')).toEqual({ notes: 'Ring' });
  expect(changeBody({ text: '', keepDays: '30' }, { ...base, text: '', keepDays: '30' }, null)).toEqual({
    text: null,
    keepDays: 30,
  });
});

test('who it is goes whole, with the person of the register', () => {
  const mine = { ...base, emails: 'eva@ek.example' };

  expect(changeBody({ emails: mine.emails }, mine, 'stf_1')).toEqual({
    who: { names: ['Eva Ek', 'Eva Lind'], phones: ['070-174 06 30'], emails: ['eva@ek.example'], staffId: 'stf_1' },
  });
});

test('what somebody else has written into the same field is said there', () => {
  const merged = mergeChanges(base, { ...base, names: 'Eva', notes: 'A' }, { ...base, names: '', notes: 'B' });

  expect(clashRefusal(merged, pointerOf).wrong).toEqual({
    '/who/names': expect.any(String),
    '/notes': expect.stringContaining('B'),
  });
});
