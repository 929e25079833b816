// Which days of expiry a sweep looks at: those of the last 48 hours in any case, and further back to the last sweep that came through.
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { ReadRequest } from '#shared/found.ts';
import { expiryDay } from '#shared/retention.ts';
import { recordKeys } from '#shared/tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LOOK_BACK_MS = 2 * DAY_MS;
/** Before the first sweep: nothing can have expired earlier that TTL has not long removed. */
const LONGEST_LOOK_BACK_MS = 400 * DAY_MS;

const sweepRead: ReadRequest = { table: 'records', key: recordKeys.sweep() };

/**
 * One read: 1 unit.
 * @param lookBackMs how far to look in any case.
 * @returns names of days, oldest first; the last is the present one.
 */
export async function daysToSweep(app: App, nowMs: number, lookBackMs = LOOK_BACK_MS): Promise<string[]> {
  const row = (await app.db.read([sweepRead])).get(sweepRead);
  const throughMs = typeof row?.throughMs === 'number' ? row.throughMs : 0;
  const fromMs = Math.max(nowMs - LONGEST_LOOK_BACK_MS, Math.min(nowMs - lookBackMs, throughMs));
  const first = Math.floor(fromMs / DAY_MS);
  const last = Math.floor(nowMs / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, n) => expiryDay(toSeconds((first + n) * DAY_MS)));
}

/** One update: 1 unit. Of two sweeps at once the later one stands. */
export async function rememberSweep(app: App, throughMs: number): Promise<void> {
  await app.db.update('records', recordKeys.sweep(), 'SET kind = :kind, throughMs = :through', {
    expression: 'attribute_not_exists(throughMs) OR throughMs < :through',
    values: { ':kind': 'sweep', ':through': throughMs },
  });
}
