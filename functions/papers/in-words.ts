// Days, times and counts as papers say them, in Stockholm's clock.
import type { PaperLanguage } from '#papers/paper.ts';

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;
const timeZone = 'Europe/Stockholm';

/** `29 november 2026 kl. 10:15:30`. @param instant RFC 3339, or epoch milliseconds. */
export const timeInWords = (instant: string | number, language: PaperLanguage): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'medium', timeZone }).format(
    typeof instant === 'string' ? Date.parse(instant) : instant,
  );

/** `29 november 2026`. @param day `2026-11-29`, which is that day everywhere, or an instant. */
export const dayInWords = (day: string | number, language: PaperLanguage): string => {
  const isDay = typeof day === 'string' && day.length === 10;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: isDay ? 'UTC' : timeZone }).format(
    typeof day === 'string' ? Date.parse(day) : day,
  );
};

/** `1 204`. */
export const countInWords = (count: number, language: PaperLanguage): string =>
  new Intl.NumberFormat(locales[language]).format(count);
