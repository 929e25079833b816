// Erases what was found of a person and decided to be theirs.
import type { ErasureApp } from '#erasures/app.ts';
import type { Counted, ErasureRecord } from '#erasures/store.ts';
import type { LongRun } from '#shared/long-run.ts';

export async function countPerson(app: ErasureApp, _run: LongRun, _erasure: ErasureRecord): Promise<Counted | undefined> {
  return { atMs: app.clock.nowMs(), counts: {}, months: [], usersElsewhere: 0 };
}

export async function erasePerson(
  _app: ErasureApp,
  _run: LongRun,
  _erasure: ErasureRecord,
): Promise<'done' | 'more' | 'byHand'> {
  return 'byHand';
}
