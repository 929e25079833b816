// From a day and a clock as somebody in Stockholm writes them to an instant, and how far back a call may lie.
import { clockWords, isoDay } from '#web/words/dates.ts';

const HOUR_MS = 3_600_000;
export const LATEST_HOURS = 72;

const wallClock = (ms: number): string => `${isoDay(ms)}T${clockWords(ms, 'en')}`;

/**
 * The clock in spring that is skipped is taken as an hour later; the one in autumn that comes twice as the first time.
 * @param day `2026-11-27` @param clock `14:10`
 */
export function stockholmMs(day: string, clock: string): number | undefined {
  const asUtcMs = Date.parse(`${day}T${clock}:00Z`);
  if (Number.isNaN(asUtcMs)) return undefined;
  const candidates = [2, 1].map((hours) => asUtcMs - hours * HOUR_MS);
  return candidates.find((ms) => wallClock(ms) === `${day}T${clock}`) ?? candidates[1];
}

export type LateTime = { kind: 'ok'; calledAt: string } | { kind: 'missing' | 'ahead' | 'tooOld' };

export function lateTime(day: string, clock: string, nowMs: number): LateTime {
  const ms = stockholmMs(day, clock);
  if (ms === undefined) return { kind: 'missing' };
  if (ms > nowMs) return { kind: 'ahead' };
  if (nowMs - ms > LATEST_HOURS * HOUR_MS) return { kind: 'tooOld' };
  return { kind: 'ok', calledAt: new Date(ms).toISOString() };
}
