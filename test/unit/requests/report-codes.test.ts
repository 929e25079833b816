// What the service says in codes a report says in words, in both languages: a person is not to guess what a route is called.
import { describe, expect, test } from 'vitest';
import { erasureStates, erasureWhats } from '#erasures/codes.ts';
import { requestKinds, requestStates } from '#requests/codes.ts';
import { codeWords } from '#requests/report/value-words.ts';
import type { FieldName } from '#requests/search/field.ts';
import { reasons } from '#shared/reasons.ts';
import { actsOfTheAudit } from '#test/support/acts-of-the-audit.ts';

const codes: readonly (readonly [FieldName, readonly string[]])[] = [
  ['act', actsOfTheAudit()],
  ['why', reasons],
  ['kind', requestKinds],
  ['state', requestStates],
  ['state', erasureStates],
  ['work', erasureWhats],
  ['work', ['search', 'report', 'export', 'count', 'erase', 'letter']],
];

describe('a code', () => {
  test.each(codes)('of %s has words: %j', (name, values) => {
    const words = values.map((value) => codeWords(name, value));

    expect(values.filter((_, n) => words[n] === undefined)).toEqual([]);
    for (const language of ['sv', 'en'] as const)
      expect(words.map((both) => both?.[language])).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^[a-z]+[A-Z]/)]),
      );
  });

  test('means what its field means: a complaint as a reason is not that of whom we wrote to', () => {
    expect(codeWords('why', 'complaint')?.en).toBe('a complaint');
    expect(codeWords('suppressed.*.reason', 'complaint')?.en).toBe('the holder has complained');
  });

  test('that nobody knows, and words of people, stand as they are', () => {
    expect(codeWords('act', 'constructor')).toBeUndefined();
    expect(codeWords('title', 'Elektriker')).toBeUndefined();
  });
});
