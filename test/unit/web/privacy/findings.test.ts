// Findings as they are shown: passages that are marked, and how far the search is.
import { describe, expect, test } from 'vitest';
import { ofLastSearch, passagesOf, type Standing } from '#web/privacy/findings.ts';
import { aField as field } from './a-finding.ts';

describe('the passages of a value', () => {
  test('are the person, others, and the rest, in the order in which they stand', () => {
    const value = 'Eva Ek ringde om Bo Öberg, ring Eva Ek.';

    expect(passagesOf(field({ value, found: ['Eva Ek'], others: ['Bo Öberg'] }))).toEqual([
      { text: 'Eva Ek', of: 'person' },
      { text: ' ringde om ', of: undefined },
      { text: 'Bo Öberg', of: 'others' },
      { text: ', ring ', of: undefined },
      { text: 'Eva Ek', of: 'person' },
      { text: '.', of: undefined },
    ]);
  });

  test('are marked once where one lies in another', () => {
    expect(passagesOf(field({ value: 'Eva Ekström', found: ['Eva'], others: ['Eva Ekström'] }))).toEqual([
      { text: 'Eva Ekström', of: 'others' },
    ]);
  });

  test('lose nothing of the value', () => {
    const value = 'Ring 070-174 06 30 eller 08-465 004 10.';

    const passages = passagesOf(field({ value, found: ['070-174 06 30', ''] }));

    expect(passages.map(({ text }) => text).join('')).toBe(value);
  });
});

describe('how far a search is', () => {
  const counts = { all: 3, undecided: 0, doubtful: 0, included: 3, left: 0, toReview: 0 };
  const standing: Standing = {
    search: { jobId: 'job_1', state: 'done', done: 9, total: 9 },
    searchedAt: '2026-11-29T10:00:00Z',
    searchAgain: false,
    unreadable: 0,
    findings: counts,
    report: null,
  };

  test('stands as it was read, where no other has begun', () => {
    expect(ofLastSearch(standing, { searchJobId: 'job_1' })).toEqual(standing);
  });

  test('is at its beginning where another has begun since, and what the last one found is not shown', () => {
    const now = ofLastSearch(standing, { searchJobId: 'job_2' });

    expect(now.search).toEqual({ jobId: 'job_2', state: 'waiting', done: 0, total: null });
    expect([now.findings, now.searchedAt]).toEqual([null, null]);
  });
});
