// Times of the day as people type them, and spans of a day as people say them.
export interface Span {
  from: string;
  until: string;
}

/** "8", "8.30", "0830", "kl 8:30" → "08:00", "08:30"; "24" only where a day may end. undefined: no time of the day. */
export function parseClock(typed: string): string | undefined {
  const text = typed.trim().replace(/^kl\.?\s*/i, '');
  const [, hours = '', minutes = '0'] =
    /^(\d{1,2})(?:\s*[.:,]\s*(\d{2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? [];
  if (hours === '' || Number(minutes) > 59) return undefined;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute > 24 * 60 ? undefined : clockOf(minute);
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const isClock = (text: string): boolean => parseClock(text) === text;

/** What cannot stand as it is: the first span that is no stretch of time, or that goes into another. */
export function wrongSpan(spans: readonly Span[]): { place: number; why: 'time' | 'order' | 'overlap' } | undefined {
  for (const [place, { from, until }] of spans.entries()) {
    if (!isClock(from) || !isClock(until) || from === '24:00') return { place, why: 'time' };
    if (minuteOf(until) <= minuteOf(from)) return { place, why: 'order' };
    const meets = spans
      .slice(0, place)
      .some((other) => minuteOf(other.from) < minuteOf(until) && minuteOf(from) < minuteOf(other.until));
    if (meets) return { place, why: 'overlap' };
  }
  return undefined;
}

/** The next that fits: after the last one an hour later, else a working day. */
export function nextSpan(spans: readonly Span[]): Span {
  const ends = spans.filter(({ until }) => isClock(until)).map(({ until }) => minuteOf(until));
  const last = Math.max(0, ...ends);
  if (spans.length === 0 || last === 0) return { from: '08:00', until: '17:00' };
  const from = Math.min(last + 60, 23 * 60);
  return { from: clockOf(from), until: clockOf(Math.min(from + 4 * 60, 24 * 60)) };
}

const short = (clock: string, dot: string): string =>
  clock.endsWith(':00') ? String(Number(clock.slice(0, 2))) : `${Number(clock.slice(0, 2))}${dot}${clock.slice(3)}`;

/** "8–12, 13–17" or "8.30–17"; a dot in Swedish, a colon in English. */
export const spanWords = (spans: readonly Span[], language: 'sv' | 'en'): string =>
  spans
    .map(({ from, until }) => {
      const dot = language === 'sv' ? '.' : ':';
      return `${short(from, dot)}–${short(until, dot)}`;
    })
    .join(', ');
