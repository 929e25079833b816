// Puts erasures into the evidence: those that a sweep makes itself, and those of tombstones that wait for it.
import type { App } from '#shared/app.ts';
import { utcDay } from '#shared/clock.ts';
import { type Erasure, type Evidence, evidenceNames } from '#shared/evidence.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { EVIDENCE_PARTITION, recordsTable } from '#shared/tables.ts';
import { toErasure } from '#shared/tombstone.ts';

export interface EvidenceApp extends App {
  readonly evidence: Evidence;
}

const PAGE = 100;

/** One object for all of them. What is told twice, after a crash, stands there twice: whoever reads drops it. */
export async function keepErasures({ evidence, clock, newId }: EvidenceApp, erasures: readonly Erasure[]) {
  if (erasures.length === 0) return;
  const name = evidenceNames.erased(utcDay(clock.nowMs()), newId('evidence'));
  await evidence.put(name, JSON.stringify({ kind: 'erased', erasures }));
}

/**
 * Puts the tombstones that wait into the evidence. Costs one query where there is none; for each hundred one batch read and
 * one object, and for each one update (1 unit, and 1 for the index). One that dies in between tells some of them again.
 * @returns how many.
 */
export async function keepTombstones(app: EvidenceApp): Promise<number> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.due;
  let count = 0;
  let startAfter: Item | undefined;
  do {
    const page = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: EVIDENCE_PARTITION },
      sort: { name: sortKey, from: 0, until: app.clock.nowMs() },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    count += await keepPage(app, page.items);
    startAfter = page.next;
  } while (startAfter);
  return count;
}

/** The index may be behind, and holds keys only: each tombstone is read. */
async function keepPage(app: EvidenceApp, entries: readonly Item[]): Promise<number> {
  const reads = entries.map(
    ({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: pk as string, sk: sk as string } }),
  );
  const found = await app.db.read(reads);
  const waiting = reads.flatMap((read) => {
    const item = found.get(read);
    return item?.duePk === EVIDENCE_PARTITION ? [{ key: read.key, erasure: toErasure(item) }] : [];
  });
  await keepErasures(
    app,
    waiting.map(({ erasure }) => erasure),
  );
  await Promise.all(waiting.map(({ key }) => settle(app, key)));
  return waiting.length;
}

const settle = (app: App, key: ReadRequest['key']) =>
  app.db.update('records', key, 'REMOVE duePk, dueAt', {
    expression: 'duePk = :waiting',
    values: { ':waiting': EVIDENCE_PARTITION },
  });
