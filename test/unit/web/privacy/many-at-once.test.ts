// What many findings are decided at once by: those that are shown and open, and of those that are hidden only the marked ones.
import { describe, expect, test } from 'vitest';
import type { Decision } from '#web/privacy/findings.ts';
import { decideMany, manyAtOnce } from '#web/privacy/many-at-once.ts';
import { aField, aFinding } from './a-finding.ts';

const marked = [aField({ value: 'Ring Bo, 08-410 700 99', others: ['08-410 700 99'] })];
const toReview = { decision: 'include', third: 'toReview' } as const;

describe('of what others are named in', () => {
  test('only what has something marked is hidden; all of it may be shown by whoever has read it', () => {
    const findings = [
      aFinding({ ...toReview, id: 'message#a', fields: marked }),
      aFinding({ ...toReview, id: 'message#b' }),
      aFinding({ ...toReview, id: 'message#c', fields: marked }),
    ];

    const [mask, show] = manyAtOnce('toReview', findings);

    expect(mask).toEqual({
      way: 'mask',
      decisions: [
        { id: 'message#a', third: 'masked' },
        { id: 'message#c', third: 'masked' },
      ],
    });
    expect(show?.decisions.map(({ id }) => id)).toEqual(['message#a', 'message#b', 'message#c']);
  });

  test('nothing is hidden at once where nothing is marked', () => {
    const findings = [aFinding({ ...toReview, id: 'message#a' }), aFinding({ ...toReview, id: 'message#b' })];

    expect(manyAtOnce('toReview', findings).map(({ way }) => way)).toEqual(['show']);
  });
});

describe('of what is to be decided', () => {
  test('what somebody has decided by itself stays so, and a record that is gone is left', () => {
    const findings = [
      aFinding({ id: 'message#a' }),
      aFinding({ id: 'message#b', decision: 'leave' }),
      aFinding({ id: 'message#c', fields: [] }),
      aFinding({ id: 'message#d' }),
    ];

    const [include] = manyAtOnce('undecided', findings);

    expect(include).toEqual({
      way: 'include',
      decisions: [
        { id: 'message#a', decision: 'include' },
        { id: 'message#d', decision: 'include' },
      ],
    });
  });

  test('one alone has its own buttons, and what is decided already is not decided at once', () => {
    expect(manyAtOnce('undecided', [aFinding({})])).toEqual([]);
    expect(manyAtOnce('included', [aFinding({ id: 'message#a' }), aFinding({ id: 'message#b' })])).toEqual([]);
  });
});

describe('many decisions', () => {
  const decisions = Array.from({ length: 100 }, (_, n): Decision => ({ id: `message#${n}`, third: 'shown' }));

  test('go ninety in a request, and what came through before a failure stands', async () => {
    const sent: number[] = [];
    const taken: number[] = [];

    const failure = await decideMany(
      async (some) => {
        sent.push(some.length);
        return sent.length === 1 ? { kind: 'ok', value: {}, etag: null } : { kind: 'away', why: 'offline' };
      },
      decisions,
      (some) => taken.push(some.length),
    );

    expect(sent).toEqual([90, 10]);
    expect(taken).toEqual([90]);
    expect(failure).toEqual({ kind: 'away', why: 'offline' });
  });
});
