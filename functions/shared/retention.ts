// How long a message is kept: calendar months in Europe/Stockholm, or days, and never longer than six months.
import { TZDate, tzOffset } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import * as z from 'zod/mini';
import { lazy } from '#shared/route.ts';

export const TIME_ZONE = 'Europe/Stockholm';
const MAX_RETENTION_MONTHS = 6;
/** Six months are never shorter than 181 days. */
const MAX_RETENTION_DAYS = 181;

/** Either form; `{ months: 6 }` is the longest. */
export const Retention = lazy(() =>
  z.union([
    z.strictObject({ months: z.int().check(z.minimum(1), z.maximum(MAX_RETENTION_MONTHS)) }),
    z.strictObject({ days: z.int().check(z.minimum(1), z.maximum(MAX_RETENTION_DAYS)) }),
  ]),
);
export type Retention = { months: number } | { days: number };

const HOUR_MS = 60 * 60 * 1000;
const HOUR_MINUTES = 60;

/** Of a time that comes twice in October the earlier: which one TZDate finds depends on the time zone of the machine. */
function earlierMs(at: TZDate): number {
  const before = new Date(at.getTime() - HOUR_MS);
  const clockWentBack = tzOffset(TIME_ZONE, before) - tzOffset(TIME_ZONE, at) === HOUR_MINUTES;
  return clockWentBack ? before.getTime() : at.getTime();
}

const isWithin = (amount: number, most: number) => Number.isInteger(amount) && amount >= 1 && amount <= most;

/**
 * When a message taken at `takenAtMs` is gone, in epoch seconds. The day is clamped to the month's last (31 August → 28
 * or 29 February); the wall-clock time of Stockholm is kept. A time that a clock change skips is moved forward.
 * @throws RangeError for a retention beyond six months.
 */
export function expiresAtSeconds(takenAtMs: number, retention: Retention): number {
  const known =
    'months' in retention
      ? isWithin(retention.months, MAX_RETENTION_MONTHS)
      : isWithin(retention.days, MAX_RETENTION_DAYS);
  if (!known) throw new RangeError('Retention must be positive and at most six months');
  const takenAt = new TZDate(takenAtMs, TIME_ZONE);
  const ends = 'months' in retention ? addMonths(takenAt, retention.months) : addDays(takenAt, retention.days);
  return Math.floor(earlierMs(ends) / 1000);
}

/** Whichever ends first, for what is taken then. */
export function shorterRetention(takenAtMs: number, one: Retention, other: Retention): Retention {
  if ('months' in one && 'months' in other) return other.months < one.months ? other : one;
  return expiresAtSeconds(takenAtMs, other) < expiresAtSeconds(takenAtMs, one) ? other : one;
}

/** As it stands in the tables: `6m`, `90d`. */
export const retentionCode = (retention: Retention): string =>
  'months' in retention ? `${retention.months}m` : `${retention.days}d`;

export function parseRetentionCode(code: string): Retention {
  const amount = Number.parseInt(code, 10);
  return code.endsWith('m') ? { months: amount } : { days: amount };
}

const DAY_SECONDS = 24 * 60 * 60;
/** TTL is the net below the sweeper: keys three days after expiry, records seven. */
export const keyTtl = (expiresAt: number): number => expiresAt + 3 * DAY_SECONDS;
export const recordTtl = (expiresAt: number): number => expiresAt + 7 * DAY_SECONDS;

/** The bucket of the expiry index: the day, UTC. */
export const expiryDay = (expiresAt: number): string => new Date(expiresAt * 1000).toISOString().slice(0, 10);
