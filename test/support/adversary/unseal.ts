// Tries every key on everything that may be sealed. What a key is not for comes out as noise.
import { createDecipheriv, createSecretKey } from 'node:crypto';

const HEADER_BYTES = 17;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

export const mayBeSealed = (bytes: Uint8Array): boolean => bytes[0] === 1 && bytes.length > HEADER_BYTES + TAG_BYTES;
export const mayBeKey = (bytes: Uint8Array): boolean => bytes.length === KEY_BYTES;

/** GCM is counter mode with a tag: who does not ask for the tag needs neither it nor the associated data. */
export function* unsealed(sealed: Iterable<Uint8Array>, keys: Iterable<Uint8Array>): Generator<Buffer> {
  const keyObjects = [...keys].map((key) => createSecretKey(key));
  for (const bytes of sealed) {
    const counter = Buffer.concat([bytes.subarray(5, HEADER_BYTES), Buffer.from([0, 0, 0, 2])]);
    const body = bytes.subarray(HEADER_BYTES, -TAG_BYTES);
    for (const key of keyObjects) yield createDecipheriv('aes-256-ctr', key, counter).update(body);
  }
}
