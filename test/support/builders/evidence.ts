// Objects of the evidence with everything in its place; a test says what matters to it.
import type { KeptObject } from '#privacy/day-log.ts';
import { utcDay } from '#shared/clock.ts';
import { type Erasure, evidenceNames, type SweepObject } from '#shared/evidence.ts';
import { newId } from '#shared/ids.ts';

const atNoon = (day: string) => Date.parse(`${day}T12:00:00Z`);

export function aSweep(day: string, changes: Partial<SweepObject> = {}): KeptObject {
  const sweep: SweepObject = {
    kind: 'sweep',
    startedAt: `${day}T12:00:00.000Z`,
    endedAt: `${day}T12:00:01.000Z`,
    finished: true,
    erased: 0,
    disagreeing: 0,
    failures: 0,
    expiredButLive: 0,
    oldestLiveKey: null,
    ...changes,
  };
  return { name: evidenceNames.sweep(day, newId('evidence', atNoon(day))), text: JSON.stringify(sweep) };
}

export const anErasure = (clientId: string, atMs: number, changes: Partial<Erasure> = {}): Erasure => ({
  clientId,
  recordId: newId('message', atMs),
  erasedAtMs: atMs,
  ...changes,
});

/** Kept on the day of the first of them. */
export function someErased(erasures: readonly Erasure[]): KeptObject {
  const atMs = erasures[0]?.erasedAtMs ?? 0;
  const name = evidenceNames.erased(utcDay(atMs), newId('evidence', atMs));
  return { name, text: JSON.stringify({ kind: 'erased', erasures }) };
}

/** As many records of a client, erased at noon. */
export const erasedOn = (day: string, clientId: string, count = 1): KeptObject =>
  someErased(Array.from({ length: count }, () => anErasure(clientId, atNoon(day))));
