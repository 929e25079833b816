// Ids: a prefix that tells what it names, and a ULID, so that they sort by time of making.
import { randomBytes } from 'node:crypto';
import { encodeTime, ulid } from 'ulid';
import * as z from 'zod/mini';

export const idPrefixes = {
  client: 'cli',
  staff: 'stf',
  user: 'usr',
  machine: 'mch',
  message: 'msg',
  delivery: 'dlv',
  task: 'tsk',
  evidence: 'evd',
  suppression: 'sup',
  canary: 'cny',
  rule: 'rul',
  absence: 'abs',
  notice: 'ntc',
  audit: 'aud',
  directory: 'dir',
  job: 'job',
  file: 'fil',
  export: 'exp',
  agreement: 'agr',
  subProcessor: 'spr',
  request: 'req',
  erasure: 'era',
  certificate: 'cer',
} as const;
export type IdKind = keyof typeof idPrefixes;

const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/** One draw from the system's generator for the sixteen random digits of a ULID. */
function randomDigits(): () => number {
  const bytes = randomBytes(RANDOM_LENGTH);
  let next = 0;
  return () => (bytes[next++] ?? 0) / 256;
}

export const newId = (kind: IdKind, nowMs: number): string => `${idPrefixes[kind]}_${ulid(nowMs, randomDigits())}`;

/** The bounds, both inclusive, of the ids of a kind made in [fromMs, untilMs]. */
export const idRange = (kind: IdKind, fromMs: number, untilMs: number): { from: string; until: string } => ({
  from: `${idPrefixes[kind]}_${encodeTime(Math.max(0, fromMs), TIME_LENGTH)}${'0'.repeat(RANDOM_LENGTH)}`,
  until: `${idPrefixes[kind]}_${encodeTime(Math.max(0, untilMs), TIME_LENGTH)}${'Z'.repeat(RANDOM_LENGTH)}`,
});

export const idSchema = (kind: IdKind) =>
  z.string().check(z.regex(new RegExp(`^${idPrefixes[kind]}_[0-9A-HJKMNP-TV-Z]{26}$`)));

/**
 * A user name, as Cognito gives it back, to our id: a pool that ignores case gives everything back in lower case.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html
 */
export const userIdOf = (username: string): string =>
  /^usr_[0-9a-z]{26}$/.test(username) ? `usr_${username.slice(4).toUpperCase()}` : username;
