// The clocks of a subject request, in days by the calendar of Stockholm. Pure.
import { dayKind, dayName } from '#calendar/holidays.ts';
import { addDaysTo, DAY_MINUTES, instantOf, localOf, weekdayOf } from '#calendar/local-time.ts';

/** GDPR art. 12(3): one month, and two more at most. */
const MONTHS = 1;

/** Eves on which Sweden works as on any other day; on the others it does not (lag 1930:173). */
const WORKED_EVES: readonly string[] = ['trettondagsafton', 'skärtorsdagen', 'valborgsmässoafton', 'allhelgonaafton'];

/** Monday to Friday, without public holidays, Midsummer Eve, Christmas Eve and New Year's Eve. */
export function isWorkingDay(date: string): boolean {
  if (['sat', 'sun'].includes(weekdayOf(date))) return false;
  const kind = dayKind(date);
  return kind === undefined || (kind === 'eve' && WORKED_EVES.includes(dayName(date, 'sv') ?? ''));
}

function workingDayAfter(date: string): string {
  let next = addDaysTo(date, 1);
  while (!isWorkingDay(next)) next = addDaysTo(next, 1);
  return next;
}

const pad = (part: number) => String(part).padStart(2, '0');

/** Calendar months later, clamped to the month's last day: 31 January → 28 or 29 February. */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const first = `${Math.floor(count / 12)}-${pad((count % 12) + 1)}-01`;
  const following = `${Math.floor((count + 1) / 12)}-${pad(((count + 1) % 12) + 1)}-01`;
  const last = Number(addDaysTo(following, -1).slice(8));
  return `${first.slice(0, 8)}${pad(Math.min(day, last))}`;
}

/** The client is told by the end of the first working day after the one on which it was received. */
export const forwardByOf = (receivedAtMs: number): string => workingDayAfter(localOf(receivedAtMs).date);

/** The person is answered by the end of the day that has the same number, a month later; longer from the receipt, never from the first deadline. */
export const deadlineOf = (receivedAtMs: number, extendedMonths = 0): string =>
  monthsAfter(localOf(receivedAtMs).date, MONTHS + extendedMonths);

export const endOf = (date: string): number => instantOf(date, DAY_MINUTES);

/** When people read what they are reminded of. */
const MORNING = 8 * 60;
export const morningOf = (date: string): number => instantOf(date, MORNING);

/** Kept so many whole days after the one on which it was closed. */
export const keptUntilMs = (closedAtMs: number, keepDays: number): number =>
  endOf(addDaysTo(localOf(closedAtMs).date, keepDays));
