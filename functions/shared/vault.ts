// The vault: seals values with AES-256-GCM under the key of the one whose erasure must destroy them.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, randomBytes } from 'node:crypto';

/** Bound into every sealed value: it opens only as the field of the record of the client it was sealed for. */
export interface SealContext {
  clientId: string;
  recordId: string;
  field: string;
  /** Version of the schema of the sealed value. */
  schema: number;
}

/** The value was sealed under another key than the one given: it was sealed anew meanwhile. Read both again. */
export class StaleKeyError extends Error {
  override name = 'StaleKeyError';
}

const FORMAT = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT_BYTES = 4;
const HEADER_BYTES = 1 + FINGERPRINT_BYTES + NONCE_BYTES;

export const newKey = (): Uint8Array => randomBytes(KEY_BYTES);

/** For what two owners have a part in: it is gone with the key of either. */
export const jointKey = (one: Uint8Array, other: Uint8Array): Uint8Array =>
  createHmac('sha256', one).update('joint key').update(other).digest();

const fingerprint = (key: Uint8Array) =>
  hash('sha256', Buffer.concat([Buffer.from('key'), key]), 'buffer').subarray(0, FINGERPRINT_BYTES);

/** A cipher takes a key object in a third of the time that it takes bare bytes. */
const asKey = (key: Uint8Array) => createSecretKey(key);

const associatedData = (context: SealContext) =>
  Buffer.from(JSON.stringify([FORMAT, context.clientId, context.recordId, context.field, context.schema]));

/**
 * Seals bytes. Layout: format (1 byte), key fingerprint (4), nonce (12), ciphertext, tag (16).
 * @returns 33 bytes more.
 */
export function sealBytes(key: Uint8Array, context: SealContext, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', asKey(key), nonce).setAAD(associatedData(context));
  const body = cipher.update(bytes);
  return Buffer.concat([Uint8Array.of(FORMAT), fingerprint(key), nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Seals a JSON value: 33 bytes more than its JSON in UTF-8. */
export const seal = (key: Uint8Array, context: SealContext, value: unknown): Uint8Array =>
  sealBytes(key, context, Buffer.from(JSON.stringify(value), 'utf8'));

/**
 * Opens what `sealBytes` made.
 * @throws StaleKeyError when the value was sealed under another key; Error when it was tampered with or moved.
 */
export function openBytes(key: Uint8Array, context: SealContext, sealed: Uint8Array): Buffer {
  if (sealed[0] !== FORMAT || sealed.length < HEADER_BYTES + TAG_BYTES) throw new Error('Not a sealed value');
  if (!fingerprint(key).equals(sealed.subarray(1, 1 + FINGERPRINT_BYTES))) throw new StaleKeyError('Sealed anew');
  const nonce = sealed.subarray(1 + FINGERPRINT_BYTES, HEADER_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', asKey(key), nonce)
    .setAAD(associatedData(context))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = decipher.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES));
  return Buffer.concat([body, decipher.final()]);
}

/** Opens what `seal` made. Throws as `openBytes`. */
export const open = (key: Uint8Array, context: SealContext, sealed: Uint8Array): unknown =>
  JSON.parse(openBytes(key, context, sealed).toString('utf8'));
