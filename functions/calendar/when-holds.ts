// Whether a rule holds at a moment, since when, how long yet, and when it holds next.
import { addDaysTo, dayAfter, instantOf, localOf } from '#calendar/local-time.ts';
import { type Period, type When, windowOn } from '#calendar/when.ts';

export interface Moment {
  ms: number;
  /** Whether the client is open; a rule that asks does not hold where nobody says. */
  isOpen?: boolean | undefined;
}

/** How far ahead anybody looks, and back. */
export const HORIZON_DAYS = 400;

const holdsWhile = ({ while: wanted }: When, isOpen: boolean | undefined) =>
  wanted === undefined || (isOpen !== undefined && isOpen === (wanted === 'open'));

/** Of the windows around a moment the one that ends last: the night before may reach into the day. */
function windowAt(when: When, ms: number): Period | undefined {
  const { date } = localOf(ms);
  const around = [windowOn(when, addDaysTo(date, -1)), windowOn(when, date)];
  const holding = around.filter((one) => one !== undefined && one.fromMs <= ms && ms < one.untilMs);
  return holding.length > 0
    ? {
        fromMs: Math.min(...holding.map((one) => one?.fromMs ?? ms)),
        untilMs: Math.max(...holding.map((one) => one?.untilMs ?? ms)),
      }
    : undefined;
}

export const holdsAt = (when: When, { ms, isOpen }: Moment): boolean =>
  holdsWhile(when, isOpen) && windowAt(when, ms) !== undefined;

/** Every day, all day long. */
const isEveryDay = ({ days, times }: When) => days === undefined && times === undefined;

/**
 * When it stops to hold, in epoch milliseconds, whatever `while` says: windows that meet are one.
 * @param days how many to look ahead: each costs some microseconds.
 * @returns `ms` where it does not hold then; undefined where it holds for all those days.
 */
export function endsAt(when: When, ms: number, days = HORIZON_DAYS): number | undefined {
  if (isEveryDay(when) && when.until === undefined && windowAt(when, ms)) return undefined;
  const horizonMs = instantOf(addDaysTo(localOf(ms).date, days), 0);
  let end = ms;
  for (let window = windowAt(when, end); window; window = windowAt(when, end)) {
    end = window.untilMs;
    if (end > horizonMs) return undefined;
  }
  return end;
}

/** When it began to hold. @returns undefined where it does not hold at `ms`, or has held for 400 days. */
export function heldSince(when: When, ms: number): number | undefined {
  if (isEveryDay(when) && when.from === undefined) return undefined;
  const horizonMs = instantOf(addDaysTo(localOf(ms).date, -HORIZON_DAYS), 0);
  let begin: number | undefined;
  for (let window = windowAt(when, ms); window; window = windowAt(when, begin - 1)) {
    begin = window.fromMs;
    if (begin < horizonMs) return undefined;
  }
  return begin;
}

/** When it next begins to hold, after `ms`, whatever `while` says. @returns undefined where it does not within those days. */
export function startsAt(when: When, ms: number, days = HORIZON_DAYS): number | undefined {
  const afterMs = endsAt(when, ms, days);
  if (afterMs === undefined) return undefined;
  const last = addDaysTo(localOf(ms).date, days);
  const today = localOf(afterMs).date;
  const first = when.from !== undefined && when.from > today ? when.from : today;
  for (let date = first; date <= last && (when.until === undefined || date <= when.until); date = dayAfter(date)) {
    const window = windowOn(when, date);
    if (window && window.fromMs > afterMs) return window.fromMs;
    // What begins at the very moment would have gone on from there.
  }
  return undefined;
}
