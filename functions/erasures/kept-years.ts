// How long an erasure and its certificate are kept: as long as somebody may have to show that it was done.
import { rfc3339 } from '#shared/clock.ts';

const KEPT_YEARS = 10;
const YEAR_DIGITS = 4;

/** The same day and time by the calendar of UTC; after a 29 February the 1 March. */
export function keptUntilMs(ms: number): number {
  const then = rfc3339(ms);
  const year = Number(then.slice(0, YEAR_DIGITS)) + KEPT_YEARS;
  return Date.parse(`${year}${then.slice(YEAR_DIGITS).replace(/^-02-29/, '-03-01')}`);
}
