// A page of a sweep: rows are judged one by one, keys go first, then the records; then the rows leave the index.
import { erasedRecords } from '#messages/erased-records.ts';
import { isDueFor, isWhole } from '#messages/expiry-agrees.ts';
import {
  KEYS_OF_ROW,
  keyRowRead,
  type MessageKeyRow,
  type MessageRecord,
  messageRead,
  toKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import { type BuryingApp, bury } from '#shared/bury.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { REMEMBERED_SECONDS } from '#shared/idempotency.ts';
import { log } from '#shared/log.ts';

export type SweepApp = BuryingApp;

export interface SweepReport {
  erased: number;
  /** Left as they are: their expiry is not what their own time and retention make. */
  disagreeing: number;
  /** False where the time was up: the next sweep goes on. */
  finished: boolean;
}

interface Due {
  row: MessageKeyRow;
  /** undefined: an earlier sweep got as far as this. */
  message: MessageRecord | undefined;
  erasedAtMs: number;
}

/** One run, as it goes on. */
export interface Sweeping {
  nowMs: number;
  report: SweepReport;
  errors: unknown[];
}

/**
 * Erases those of the rows that are due: keys first, then the evidence is told, then the records go; then the rows leave
 * the index. What fails is found again.
 * @param entries hold the ids of rows, and nothing that is believed.
 */
export async function sweepPage(app: SweepApp, entries: readonly Item[], sweeping: Sweeping): Promise<void> {
  if (entries.length === 0) return;
  const { report, errors } = sweeping;
  try {
    const due = await readDue(app, entries, sweeping);
    const stripped = await each(due, errors, (one) => stripKey(app, one));
    await bury(
      app,
      stripped.flatMap(({ message, erasedAtMs }) => (message ? [erasedRecords(message, erasedAtMs, 'time')] : [])),
    );
    const retired = await each(stripped, errors, (one) => retireRow(app, one));
    report.erased += retired.length;
  } catch (error) {
    log.error('sweep-page-failed', error);
    errors.push(error);
  }
}

/**
 * The index may be behind, and says nothing but ids: each row is read, judged by itself, and then its message is. One that
 * is no row of a message disagrees, and does not hold up the rest of the page.
 */
async function readDue(app: SweepApp, entries: readonly Item[], { nowMs, report }: Sweeping): Promise<Due[]> {
  const rowReads = entries.map(({ id }) => keyRowRead(id as string));
  const found = await app.db.read(rowReads);
  const rows = rowReads.map((read) => toKeyRow(found.get(read))).filter((row) => isThere(row, nowMs));
  const whole = rows.filter(isWhole);
  const messages = await app.db.read(whole.map(({ clientId, messageId }) => messageRead(clientId, messageId)));
  return rows.flatMap((row): Due[] => {
    const item = isWhole(row) ? messages.get(messageRead(row.clientId, row.messageId)) : undefined;
    const message = item && toMessageRecord(item);
    if (isDueFor(row, message, nowMs)) return [{ row, message, erasedAtMs: erasedAt(row, message, nowMs) }];
    report.disagreeing += 1;
    log.warn('sweep-disagrees', { messageId: row.messageId });
    return [];
  });
}

/** It was not shown since its time was over; a time that was brought forward is over only now. */
const erasedAt = (row: MessageKeyRow, message: MessageRecord | undefined, nowMs: number): number =>
  message === undefined || message.expiresAt === row.expiresAt ? row.expiresAt * 1000 : nowMs;

/** Meanwhile a message may have been erased before its time: its row has left the index. */
const isThere = (row: MessageKeyRow | undefined, nowMs: number): row is MessageKeyRow =>
  row?.expiryDay !== undefined && row.expiresAt * 1000 <= nowMs;

/** Those for which `act` holds. What fails for one does not hold up the others. */
async function each<One extends { row: MessageKeyRow }>(
  all: readonly One[],
  errors: unknown[],
  act: (one: One) => Promise<boolean>,
): Promise<One[]> {
  const held = await Promise.all(
    all.map(async (one) => {
      try {
        return await act(one);
      } catch (error) {
        log.error('not-erased', error, { messageId: one.row.messageId });
        errors.push(error);
        return false;
      }
    }),
  );
  return all.filter((_, n) => held[n]);
}

/** The row as it was judged: another message may have taken its place since, with the same Idempotency-Key. */
const asJudged = ({ takenAtMs, retention, expiresAt }: MessageKeyRow) => ({
  expression: 'takenAtMs = :taken AND retention = :retention AND expiresAt = :expires',
  values: { ':taken': takenAtMs, ':retention': retention, ':expires': expiresAt },
});

/** From here on everything that is left of the message, wherever it lies, is noise. */
async function stripKey(app: SweepApp, { row }: Due): Promise<boolean> {
  if (!row.key && !row.stableKey && !row.noteKey && !row.taskKeys && !row.bodyMac) return true;
  const { expression, values } = asJudged(row);
  const condition = { expression, values, names: { '#key': 'key' } };
  return (await app.db.update('messageKeys', { id: row.id }, `REMOVE ${KEYS_OF_ROW}`, condition)) !== undefined;
}

/** The row stays for a day without its keys, so that no replay of the request brings the message back. */
async function retireRow(app: SweepApp, { row, erasedAtMs }: Due): Promise<boolean> {
  const { expression, values } = asJudged(row);
  const retired = await app.db.update(
    'messageKeys',
    { id: row.id },
    'SET erasedAtMs = :erased, #ttl = :ttl REMOVE expiryDay',
    {
      expression: `${expression} AND attribute_exists(expiryDay) AND attribute_not_exists(#key)`,
      names: { '#key': 'key', '#ttl': 'ttl' },
      values: { ...values, ':erased': erasedAtMs, ':ttl': toSeconds(app.clock.nowMs()) + REMEMBERED_SECONDS },
    },
  );
  return retired !== undefined;
}
