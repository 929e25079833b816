// The vault: what was sealed opens again, in its own place, under its own key, and not otherwise.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jointKey, newKey, open, type SealContext, StaleKeyError, seal } from '#shared/vault.ts';

const context: SealContext = { clientId: 'cli_1', recordId: 'msg_1', field: 'content', schema: 1 };

test('any value opens as it was sealed, and takes 33 bytes more than its JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const key = newKey();
      const json = JSON.stringify(value);

      const sealed = seal(key, context, value);

      expect(JSON.stringify(open(key, context, sealed))).toBe(JSON.stringify(JSON.parse(json)));
      expect(sealed.length).toBe(Buffer.byteLength(json) + 33);
    }),
  );
});

test('the same value is never sealed to the same bytes, and shows nothing of itself', () => {
  const key = newKey();

  const sealed = [seal(key, context, 'Eva Ek'), seal(key, context, 'Eva Ek')].map((one) => Buffer.from(one));

  expect(sealed[0]?.equals(sealed[1] as Buffer)).toBe(false);
  expect(sealed.some((one) => one.includes('Eva'))).toBe(false);
});

describe('is not opened', () => {
  const key = newKey();
  const sealed = seal(key, context, { name: 'Eva Ek' });

  test.each<[string, Partial<SealContext>]>([
    ['as that of another client', { clientId: 'cli_2' }],
    ['as another record', { recordId: 'msg_2' }],
    ['as another field', { field: 'note' }],
    ['as another schema', { schema: 2 }],
    ['where names run into each other', { clientId: 'cli_1msg', recordId: '_1' }],
  ])('%s', (_, moved) => {
    expect(() => open(key, { ...context, ...moved }, sealed)).toThrow();
  });

  test('with any bit changed', () => {
    for (let byte = 0; byte < sealed.length; byte++) {
      const tampered = Uint8Array.from(sealed);
      tampered[byte] = (tampered[byte] ?? 0) ^ (1 << (byte % 8));
      expect(() => open(key, context, tampered)).toThrow();
    }
  });

  test('with anything cut off or added', () => {
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(key, context, sealed.slice(0, length))).toThrow();
    expect(() => open(key, context, Buffer.concat([sealed, Uint8Array.of(0)]))).toThrow();
  });

  test('under another key, which is told apart: read again, it was sealed anew', () => {
    expect(() => open(newKey(), context, sealed)).toThrow(StaleKeyError);
    expect(() => open(key, { ...context, schema: 2 }, sealed)).not.toThrow(StaleKeyError);
  });
});

test('what two have a part in opens with both of their keys, and with no other', () => {
  const [person, message, other] = [newKey(), newKey(), newKey()];
  const sealed = seal(jointKey(person, message), context, 'Eva Ek');

  expect(open(jointKey(person, message), context, sealed)).toBe('Eva Ek');
  for (const key of [person, message, jointKey(person, other), jointKey(other, message), jointKey(message, person)])
    expect(() => open(key, context, sealed)).toThrow(StaleKeyError);
});
