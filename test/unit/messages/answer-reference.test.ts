// References of what was said: good for the client that they were given out for, and for nothing else.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answered, openAnswers, sealAnswer, unpackAnswer, type WonRule } from '#messages/answer-reference.ts';
import type { ServiceKeys } from '#shared/service-keys.ts';
import { newKey } from '#shared/vault.ts';

const withKey = (key = newKey()): { serviceKeys: ServiceKeys } => ({ serviceKeys: { get: async () => key } });
const app = withKey();
const aRule = (changes: Partial<WonRule> = {}): WonRule => ({
  source: 'absence',
  of: 'stf_1',
  version: 3,
  ruleId: 'rul_1',
  ...changes,
});
const said: Answered = { atMs: 5, rules: [aRule(), aRule({ source: 'greeting', of: 'cli_1', ruleId: null })] };
const opened = async (references: string[]) => (await openAnswers(app, 'cli_1', references)).map(unpackAnswer);
const refusedAt = (...pointers: string[]) =>
  expect.objectContaining({
    code: 'invalid-request',
    details: { errors: pointers.map((pointer) => ({ pointer, detail: 'Not a reference of this client' })) },
  });

let reference: string;
beforeAll(async () => {
  reference = await sealAnswer(app, 'cli_1', said);
});

test('tells which rules won, and when', async () => {
  expect(await opened([reference])).toEqual([said]);
  expect(await opened([])).toEqual([]);
});

test('keeps nothing of a rule but where it stands', async () => {
  const named = { atMs: 5, rules: [{ ...aRule(), name: 'Lunch med Åsa' }] };

  const sealed = await sealAnswer(app, 'cli_1', named);

  expect(await opened([sealed])).toEqual([{ atMs: 5, rules: [aRule()] }]);
});

test('shows nothing of what is in it', () => {
  expect(reference).toMatch(/^ans_[\w-]+$/);
  expect(Buffer.from(reference.slice(4), 'base64url').toString()).not.toContain('stf_1');
});

test('names a rule that was said twice once, at its first time', async () => {
  const earlier = await sealAnswer(app, 'cli_1', { atMs: 4, rules: [aRule()] });

  const all = await opened([reference, earlier, reference]);

  expect(all).toEqual([
    { atMs: 4, rules: [aRule()] },
    { atMs: 5, rules: said.rules.slice(1) },
  ]);
});

test('fits into what a request may hold, with as many rules as can hold at once', async () => {
  const id = (kind: string, n: number) => `${kind}_${String(n).padStart(26, '0')}`;
  const rules = Array.from({ length: 43 }, (_, n) =>
    aRule({ source: 'openingHours', of: id('cli', 1), version: 1_000_000, ruleId: id('rul', n) }),
  );

  const long = await sealAnswer(app, 'cli_1', { atMs: Date.UTC(2027, 1), rules });

  expect(long.length).toBeLessThan(8_000);
});

describe('is refused', () => {
  test('with any character changed', async () => {
    for (let at = 0; at < reference.length; at++)
      for (const other of ['A', 'b', '-', '=', 'å']) {
        if (reference[at] === other) continue;
        const tampered = reference.slice(0, at) + other + reference.slice(at + 1);
        await expect(openAnswers(app, 'cli_1', [tampered])).rejects.toEqual(refusedAt('/answered/0'));
      }
  });

  test.each(['null', '{}', 'a', '====', 'ö'])('when it is %j', async (made) => {
    await expect(openAnswers(app, 'cli_1', [reference, made])).rejects.toEqual(refusedAt('/answered/1'));
  });

  test('for another client, and under another key', async () => {
    await expect(openAnswers(app, 'cli_2', [reference])).rejects.toEqual(refusedAt('/answered/0'));
    await expect(openAnswers(withKey(), 'cli_1', [reference])).rejects.toEqual(refusedAt('/answered/0'));
  });

  test('together with more rules than a message may hold', async () => {
    const rules = Array.from({ length: 61 }, (_, version) => aRule({ version }));
    const many = await sealAnswer(app, 'cli_1', { atMs: 5, rules });

    await expect(openAnswers(app, 'cli_1', [many])).rejects.toEqual(
      expect.objectContaining({ details: { errors: [{ pointer: '/answered', detail: 'At most 60 rules' }] } }),
    );
  });
});
