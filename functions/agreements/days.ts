// The days of an agreement: until when a newer version is to be signed, and how long it is kept after its end.
import { TZDate } from '@date-fns/tz';
import { addMonths } from 'date-fns/addMonths';
import { addDaysTo, instantOf, localOf } from '#calendar/local-time.ts';
import { TIME_ZONE } from '#shared/retention.ts';

const SIGN_WITHIN_DAYS = 90;
const KEPT_MONTHS = 120;

/** The last day on which a version is to be signed that the client was told of then: `2027-03-01`. */
export const signBefore = (toldAtMs: number): string => addDaysTo(localOf(toldAtMs).date, SIGN_WITHIN_DAYS);

/** The first moment after that day. */
export const endOf = (day: string): number => instantOf(addDaysTo(day, 1), 0);

/** Ten years after its end: as long as claims out of it may be made. */
export const keptUntil = (endedAtMs: number): number =>
  addMonths(new TZDate(endedAtMs, TIME_ZONE), KEPT_MONTHS).getTime();
