// When the call of a message was: now, or as far back as the caller may say that it was.
import type { Caller } from '#shared/caller.ts';
import { Problem } from '#shared/problems.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What waited for the network is sent within a shift. */
const QUEUE_HOURS = 12;
/** What stood on paper is written in after a weekend. */
const SUPERVISOR_HOURS = 72;
/** Clocks differ. */
const AHEAD_MS = MINUTE_MS;
/** Whoever writes while the caller speaks is not late. */
const LATE_MS = 2 * MINUTE_MS;

interface CallTime {
  takenAtMs: number;
  /** Where it was written in later than it was said. */
  enteredAtMs: number | undefined;
}

const refused = (detail: string) => new Problem('invalid-request', { errors: [{ pointer: '/calledAt', detail }] });

/** Pure. A refusal is a value, because a post that was taken before is answered all the same. */
export function callTime(calledAtMs: number | undefined, { role }: Pick<Caller, 'role'>, nowMs: number) {
  if (calledAtMs === undefined) return { takenAtMs: nowMs, enteredAtMs: undefined } satisfies CallTime;
  const hours = role === 'supervisor' ? SUPERVISOR_HOURS : QUEUE_HOURS;
  if (calledAtMs > nowMs + AHEAD_MS) return refused('This is still to come');
  if (calledAtMs < nowMs - hours * HOUR_MS) return refused(`At most ${hours} hours ago`);
  const takenAtMs = Math.min(calledAtMs, nowMs);
  return { takenAtMs, enteredAtMs: nowMs - takenAtMs > LATE_MS ? nowMs : undefined } satisfies CallTime;
}

/** Of a call that was so long ago that its message would be over already. */
export const overAlready = (expiresAt: number, nowMs: number): Problem | undefined =>
  expiresAt * 1000 <= nowMs ? refused('The time that this client keeps messages for is over') : undefined;
