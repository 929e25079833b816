// A sweep with its report: what it did, and what stands in the table of keys after it, goes into the evidence.
import { lookAtKeys } from '#messages/look-at-keys.ts';
import { sweepExpired } from '#messages/sweep-expired.ts';
import type { SweepApp, SweepReport } from '#messages/sweep-page.ts';
import { rfc3339, utcDay } from '#shared/clock.ts';
import { evidenceNames, type SweepObject } from '#shared/evidence.ts';
import { log } from '#shared/log.ts';

/**
 * Costs the sweep, the look at the keys after it, and one object.
 * @throws AggregateError at the end, when something could not be erased: the report says how much, and the next sweep finds it.
 */
export async function reportSweep(app: SweepApp, mayGoOn: () => boolean): Promise<SweepReport> {
  const startedAtMs = app.clock.nowMs();
  const { report, errors } = await sweepExpired(app, mayGoOn);
  const seen = await lookAtKeys(app, startedAtMs);
  if (seen.expiredButLive > 0) log.warn('expired-but-live', { count: seen.expiredButLive });
  const endedAtMs = app.clock.nowMs();
  const told: SweepObject = {
    kind: 'sweep',
    startedAt: rfc3339(startedAtMs),
    endedAt: rfc3339(endedAtMs),
    ...report,
    failures: errors.length,
    ...seen,
  };
  await app.evidence.put(evidenceNames.sweep(utcDay(endedAtMs), app.newId('evidence')), JSON.stringify(told));
  if (errors.length > 0) throw new AggregateError(errors, 'Not everything whose time is over could be erased');
  return report;
}
