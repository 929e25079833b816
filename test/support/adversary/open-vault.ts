// A vault that seals nothing: what stands where functions/shared/vault.ts stood when the adversary is put to the test.
import { randomBytes } from 'node:crypto';

export interface SealContext {
  clientId: string;
  recordId: string;
  field: string;
  schema: number;
}

export class StaleKeyError extends Error {
  override name = 'StaleKeyError';
}

export const newKey = (): Uint8Array => randomBytes(32);

export const jointKey = (one: Uint8Array, _other: Uint8Array): Uint8Array => one;

export const sealBytes = (_key: Uint8Array, _context: SealContext, bytes: Uint8Array): Uint8Array => bytes;

export const openBytes = (_key: Uint8Array, _context: SealContext, sealed: Uint8Array): Buffer => Buffer.from(sealed);

export const seal = (_key: Uint8Array, _context: SealContext, value: unknown): Uint8Array =>
  Buffer.from(JSON.stringify(value));

export const open = (_key: Uint8Array, _context: SealContext, sealed: Uint8Array): unknown =>
  JSON.parse(Buffer.from(sealed).toString('utf8'));
