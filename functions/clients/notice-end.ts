// When a notice to the operators ends: by itself, thirty days after it was written or renewed, or earlier.
import { type Finding, Problem } from '#shared/problems.ts';

const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;

export const longestEnd = (nowMs: number): number => nowMs + LONGEST_MS;

export function wrongEnd(untilMs: number | undefined, nowMs: number): Finding[] {
  if (untilMs === undefined) return [];
  if (untilMs <= nowMs) return [{ pointer: '/until', detail: 'Must lie in the future' }];
  if (untilMs > longestEnd(nowMs)) return [{ pointer: '/until', detail: 'At most 30 days from now: renew it then' }];
  return [];
}

/** @throws Problem invalid-request. */
export function demandEnd(untilMs: number | undefined, nowMs: number): void {
  const errors = wrongEnd(untilMs, nowMs);
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}
