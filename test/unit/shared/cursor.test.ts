// Cursors: good for the list they were given out for, and for nothing else.
import { beforeAll, describe, expect, test } from 'vitest';
import { type CursorScope, openCursor, sealCursor } from '#shared/cursor.ts';
import type { ServiceKeys } from '#shared/service-keys.ts';
import { newKey } from '#shared/vault.ts';

const keysOf = (key = newKey()): ServiceKeys => ({ get: async () => key });
const keys = keysOf();
const scope: CursorScope = { clientId: 'cli_1', routeId: 'listMessages', filters: { state: 'open', from: 5 } };
const next = { pk: 'MESSAGES#cli_1', sk: 'msg_1' };
const refused = expect.objectContaining({
  code: 'invalid-cursor',
  details: expect.objectContaining({ errors: [{ pointer: 'query/cursor', detail: 'Not a cursor of this list' }] }),
});

let cursor: string;
beforeAll(async () => {
  cursor = (await sealCursor(keys, scope, next)) ?? '';
});

test('tells where the next page begins, and nothing at the end', async () => {
  expect(await openCursor(keys, scope, cursor)).toEqual(next);
  expect(await sealCursor(keys, scope, undefined)).toBeNull();
  expect(await openCursor(keys, scope, undefined)).toBeUndefined();
});

test('shows nothing of the key, and fits a URL', () => {
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('msg_1');
});

test('does not mind the order of filters, nor those that are not given', async () => {
  const filters = { from: 5, staffId: undefined, state: 'open' };

  expect(await openCursor(keys, { ...scope, filters }, cursor)).toEqual(next);
});

describe('is refused', () => {
  test('with any character changed', async () => {
    for (let at = 0; at < cursor.length; at++)
      for (const other of ['A', 'b', '7', '-', '=', ' ', 'å']) {
        if (cursor[at] === other) continue;
        const tampered = cursor.slice(0, at) + other + cursor.slice(at + 1);
        await expect(openCursor(keys, scope, tampered)).rejects.toEqual(refused);
      }
  });

  test.each(['', 'null', '{}', 'a', '====', 'ö'])('when it is %j', async (made) => {
    await expect(openCursor(keys, scope, made)).rejects.toEqual(refused);
  });

  test('with something before or after it', async () => {
    for (const made of [`${cursor}A`, `A${cursor}`, `${cursor}=`, cursor.slice(1), cursor.slice(0, -1)])
      await expect(openCursor(keys, scope, made)).rejects.toEqual(refused);
  });

  test.each<[string, Partial<CursorScope>]>([
    ['another client', { clientId: 'cli_2' }],
    ['another route', { routeId: 'listStaff' }],
    ['another filter', { filters: { state: 'handled', from: 5 } }],
    ['a filter less', { filters: { state: 'open' } }],
    ['a filter more', { filters: { ...scope.filters, to: 6 } }],
  ])('for %s', async (_, other) => {
    await expect(openCursor(keys, { ...scope, ...other }, cursor)).rejects.toEqual(refused);
  });

  test('under another key', async () => {
    await expect(openCursor(keysOf(), scope, cursor)).rejects.toEqual(refused);
  });
});
