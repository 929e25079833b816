// When a day begins and ends in Stockholm, whatever the clock of the computer is set to.
import { isoDay } from '#web/words/dates.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Midnight there is 22 or 23 o'clock in UTC of the day before. */
export function dayStartMs(day: string): number {
  const utcMs = Date.parse(`${day}T00:00:00Z`);
  return isoDay(utcMs - 2 * HOUR_MS) === day ? utcMs - 2 * HOUR_MS : utcMs - HOUR_MS;
}

/** The last millisecond of the day, of 23, 24 or 25 hours. */
export function dayEndMs(day: string): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return dayStartMs(next) - 1;
}
