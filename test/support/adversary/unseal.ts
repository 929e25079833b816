// Tries keys on everything that may be sealed. What a key is not for comes out as noise.
import { createDecipheriv, createSecretKey, hash, type KeyObject } from 'node:crypto';
import { jointKey } from '#shared/vault.ts';

const HEADER_BYTES = 17;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

export const mayBeSealed = (bytes: Uint8Array): boolean => bytes[0] === 1 && bytes.length > HEADER_BYTES + TAG_BYTES;
export const mayBeKey = (bytes: Uint8Array): boolean => bytes.length === KEY_BYTES;

/** GCM is counter mode with a tag: who does not ask for the tag needs neither it nor the associated data. */
export function decrypt(sealed: Uint8Array, key: KeyObject): Buffer {
  const counter = Buffer.concat([sealed.subarray(5, HEADER_BYTES), Buffer.from([0, 0, 0, 2])]);
  return createDecipheriv('aes-256-ctr', key, counter).update(sealed.subarray(HEADER_BYTES, -TAG_BYTES));
}

/** Each with each, whatever a sealed value says of its key. */
export function* unsealed(sealed: Iterable<Uint8Array>, keys: Iterable<Uint8Array>): Generator<Buffer> {
  const keyObjects = [...keys].map((key) => createSecretKey(key));
  for (const bytes of sealed) for (const key of keyObjects) yield decrypt(bytes, key);
}

export interface KeyRing {
  /** Those that a sealed value says it was sealed with. */
  keysOf(sealed: Uint8Array): readonly KeyObject[];
}

/**
 * What pairs of keys make together, and single keys for what is too long to try each: there are too many, so that a sealed
 * value says which it was.
 */
export function keyRing(
  sealed: Iterable<Uint8Array>,
  { paired, single }: { paired: readonly Uint8Array[]; single: readonly Uint8Array[] },
): KeyRing {
  const ring = new Map<number, KeyObject[]>();
  for (const bytes of sealed) ring.set(nameIn(bytes), []);
  const hang = (key: Uint8Array) => ring.get(fingerprint(key))?.push(createSecretKey(key));
  for (const key of single) hang(key);
  for (const one of paired) for (const other of paired) hang(jointKey(one, other));
  return { keysOf: (bytes) => ring.get(nameIn(bytes)) ?? [] };
}

const nameIn = (sealed: Uint8Array) => Buffer.from(sealed.subarray(1, 5)).readUInt32BE();

const fingerprint = (key: Uint8Array) =>
  hash('sha256', Buffer.concat([Buffer.from('key'), key]), 'buffer').readUInt32BE();
