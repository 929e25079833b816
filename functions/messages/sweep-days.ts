// Which days of expiry a sweep looks at: those of the last 48 hours in any case, and further back to the last sweep that came through.
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { ReadRequest } from '#shared/found.ts';
import { expiryDay } from '#shared/retention.ts';
import { recordKeys } from '#shared/tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LOOK_BACK_MS = 2 * DAY_MS;
/** Where no sweep is known that came through: nothing can have expired earlier that TTL has not long removed. */
const LONGEST_LOOK_BACK_MS = 400 * DAY_MS;

const sweepRead: ReadRequest = { table: 'records', key: recordKeys.sweep() };

/**
 * One read: 1 unit. After an outage the days go back to the last sweep, however long ago: what is not looked at would be told
 * as swept. A sweep that is yet to come was made by a clock that went wrong, and says nothing.
 * @param lookBackMs how far to look in any case.
 * @returns names of days, oldest first; the last is the present one.
 */
export async function daysToSweep(app: App, nowMs: number, lookBackMs = LOOK_BACK_MS): Promise<string[]> {
  const row = (await app.db.read([sweepRead])).get(sweepRead);
  const known = typeof row?.throughMs === 'number' && row.throughMs < nowMs + LOOK_BACK_MS ? row.throughMs : undefined;
  const fromMs = Math.min(nowMs - lookBackMs, known ?? nowMs - LONGEST_LOOK_BACK_MS);
  const first = Math.floor(fromMs / DAY_MS);
  const last = Math.floor(nowMs / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, n) => expiryDay(toSeconds((first + n) * DAY_MS)));
}

/** One update: 1 unit. Of two sweeps at once the later one stands; one of a clock that went wrong does not. */
export async function rememberSweep(app: App, throughMs: number): Promise<void> {
  await app.db.update('records', recordKeys.sweep(), 'SET kind = :kind, throughMs = :through', {
    expression: 'attribute_not_exists(throughMs) OR throughMs < :through OR throughMs >= :ahead',
    values: { ':kind': 'sweep', ':through': throughMs, ':ahead': throughMs + LOOK_BACK_MS },
  });
}
