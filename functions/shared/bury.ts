// The second half of an erasure in bulk, once the keys are gone: the evidence is told, then records give way to tombstones.
import type { BulkWrite, BulkWrites } from '#shared/bulk-writes.ts';
import type { Erasure } from '#shared/evidence.ts';
import { type EvidenceApp, keepErasures } from '#shared/keep-erasures.ts';

export interface BuryingApp extends EvidenceApp {
  readonly bulk: Pick<BulkWrites, 'writeEach'>;
}

/** What is left of a record whose key is gone. */
export interface Remains {
  /** For the evidence, before anything else: what the evidence does not know of may come back with a restored table. */
  erasure: Erasure;
  /** The tombstone, and what the record names; in any order. */
  first: BulkWrite[];
  /** The record itself: while it stands, the erasure is found again. */
  last: BulkWrite[];
}

/** One object in the evidence for all of them, and 1 unit for each write, 25 in a request. Safe to repeat. */
export async function bury(app: BuryingApp, remains: readonly Remains[]): Promise<void> {
  await keepErasures(
    app,
    remains.map(({ erasure }) => erasure),
  );
  await app.bulk.writeEach(remains.flatMap(({ first }) => first));
  await app.bulk.writeEach(remains.flatMap(({ last }) => last));
}
