// Days are closed on a real engine, with the evidence in memory and a key of the test's own; any step may be the last.
import type { ClosingApp } from '#privacy/app.ts';
import type { LoggedDay } from '#privacy/check-day.ts';
import { type ClosingReport, closeDays } from '#privacy/close-days.ts';
import type { KeptObject } from '#privacy/day-log.ts';
import { daysOfBucket } from '#privacy/downloaded-log.ts';
import { erasureLog } from '#privacy/kept-logs.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import type { Engine, World } from '#test/support/engine.ts';
import { localSigner } from '#test/support/local-signer.ts';
import { type MemoryEvidence, memoryEvidence } from '#test/support/memory-evidence.ts';
import { runAs } from '#test/support/under-grants.ts';

export interface ClosingWorld extends World {
  evidence: MemoryEvidence;
  crashes: CrashPoints;
  closing: ClosingApp;
  keep(...objects: readonly KeptObject[]): void;
  close(mayGoOn?: () => boolean): Promise<ClosingReport>;
  /** Moves the clock to when `day` may be closed, and closes. */
  closeUntil(day: string): Promise<ClosingReport>;
  /** What somebody finds who copies the bucket. */
  copied(): LoggedDay[];
}

export async function closingWorld(engine: Engine, kept = erasureLog): Promise<ClosingWorld> {
  const world = await engine.world();
  const evidence = memoryEvidence();
  const signer = localSigner();
  const crashes = new CrashPoints();
  crashes.watch(world.client);
  const closing: ClosingApp = {
    ...world.app,
    evidence: { ...evidence, put: (name, text) => crashes.around(() => evidence.put(name, text)) },
    signer: { ...signer, sign: (text) => crashes.around(() => signer.sign(text)) },
  };
  const close = (mayGoOn = () => true) => runAs('close-day', () => closeDays(closing, kept, mayGoOn));
  return {
    ...world,
    evidence,
    crashes,
    closing,
    keep(...objects) {
      for (const { name, text } of objects) evidence.objects.set(name, text);
    },
    close,
    closeUntil(day) {
      world.clock.moveTo(Date.parse(`${day}T00:00:00Z`) + 25 * 3_600_000);
      return close();
    },
    copied: () => daysOfBucket([...evidence.objects].map(([name, text]) => ({ name, text }))).days,
  };
}
