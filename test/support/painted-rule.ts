// A rule painted on the clock of each day: where it holds, without a look at how the calendar finds that out.
import { dayKind } from '#calendar/holidays.ts';
import type { When } from '#calendar/when.ts';
import { type Minutes, placeOf } from '#test/support/stockholm-minutes.ts';

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Where a rule holds, painted window by window onto the clock of each day. */
export function painted(when: When, { days, count }: Minutes): Uint8Array {
  const holds = new Uint8Array(count);
  for (const [index, day] of days.entries()) {
    const isOn =
      (!when.from || when.from <= day.date) &&
      (!when.until || day.date <= when.until) &&
      (!when.days || when.days.some((name) => name === day.weekday || name === dayKind(day.date)));
    if (!isOn) continue;
    const from = when.times ? minuteOf(when.times.from) : 0;
    const until = when.times ? minuteOf(when.times.until) : 1440;
    const last = until > from ? day : days[index + 1];
    const end = last ? placeOf(last, until) : count;
    holds.fill(1, placeOf(day, from), end);
  }
  return holds;
}
