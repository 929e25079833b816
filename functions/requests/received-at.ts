// When a request was received, as somebody says who writes it down later.
import { Problem } from '#shared/problems.ts';

const MINUTE_MS = 60_000;
/** Clocks differ. */
const AHEAD_MS = 5 * MINUTE_MS;
/** What is older nobody has to be reminded of. */
const OLDEST_MS = 366 * 24 * 60 * MINUTE_MS;

/** @throws Problem invalid-request for a time to come, or more than a year ago. */
export function demandReceivedAt(receivedAtMs: number | undefined, nowMs: number): void {
  if (receivedAtMs === undefined) return;
  const isWithin = receivedAtMs <= nowMs + AHEAD_MS && receivedAtMs >= nowMs - OLDEST_MS;
  const errors = [{ pointer: '/receivedAt', detail: 'Not in the future, and not more than a year ago' }];
  if (!isWithin) throw new Problem('invalid-request', { errors });
}
