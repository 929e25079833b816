// Tries every key on everything that may be sealed. What a key is not for comes out as noise.
import { createDecipheriv, createSecretKey, hash, type KeyObject } from 'node:crypto';
import { jointKey } from '#shared/vault.ts';

const HEADER_BYTES = 17;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

export const mayBeSealed = (bytes: Uint8Array): boolean => bytes[0] === 1 && bytes.length > HEADER_BYTES + TAG_BYTES;
export const mayBeKey = (bytes: Uint8Array): boolean => bytes.length === KEY_BYTES;

/** GCM is counter mode with a tag: who does not ask for the tag needs neither it nor the associated data. */
function decrypt(sealed: Uint8Array, key: KeyObject): Buffer {
  const counter = Buffer.concat([sealed.subarray(5, HEADER_BYTES), Buffer.from([0, 0, 0, 2])]);
  return createDecipheriv('aes-256-ctr', key, counter).update(sealed.subarray(HEADER_BYTES, -TAG_BYTES));
}

/** Each with each, whatever a sealed value says of its key. */
export function* unsealed(sealed: Iterable<Uint8Array>, keys: Iterable<Uint8Array>): Generator<Buffer> {
  const keyObjects = [...keys].map((key) => createSecretKey(key));
  for (const bytes of sealed) for (const key of keyObjects) yield decrypt(bytes, key);
}

/** With what two keys make together. There are too many of them to try each: a sealed value says which it was. */
export function* unsealedByTwo(sealed: readonly Uint8Array[], keys: readonly Uint8Array[]): Generator<Buffer> {
  const named = Map.groupBy(sealed, (bytes) => Buffer.from(bytes.subarray(1, 5)).readUInt32BE());
  for (const one of keys)
    for (const other of keys) {
      const joint = jointKey(one, other);
      for (const bytes of named.get(fingerprint(joint)) ?? []) yield decrypt(bytes, createSecretKey(joint));
    }
}

const fingerprint = (key: Uint8Array) =>
  hash('sha256', Buffer.concat([Buffer.from('key'), key]), 'buffer').readUInt32BE();
