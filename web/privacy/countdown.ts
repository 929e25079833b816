// Days that something is to be done by, in words: the day itself, and how far it is.
import { serverNowMs } from '#web/api/server-clock.ts';
import { dayWords, isoDay } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** From today in Stockholm; below zero when it is over. @param day `2027-01-03` */
export const daysUntil = (day: string, nowMs: number): number =>
  Math.round((Date.parse(day) - Date.parse(isoDay(nowMs))) / DAY_MS);

export const isOver = (day: string): boolean => daysUntil(day, serverNowMs()) < 0;

/** "om 12 dagar", "i morgon", "för 3 dagar sedan" */
export function leftWords(day: string): string {
  const days = daysUntil(day, serverNowMs());
  return days < 0 ? t.privacy.daysAgo(-days) : t.privacy.inDays(days);
}

/** "3 januari 2027" */
export const dateWords = (day: string): string => dayWords(`${day}T12:00:00Z`, language());
