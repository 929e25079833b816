// Gives messages a shorter retention than they were taken with, where their client asks for it: only ever earlier.
import { endFilesOf } from '#jobs/files-key.ts';
import { isWhole } from '#messages/expiry-agrees.ts';
import {
  keyRowRead,
  type MessageKeyRow,
  type MessageRecord,
  messagesAlone,
  toKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import { type SweepApp, type Sweeping, sweepPage } from '#messages/sweep-page.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import {
  expiresAtSeconds,
  expiryDay,
  keyTtl,
  parseRetentionCode,
  type Retention,
  recordTtl,
  retentionCode,
} from '#shared/retention.ts';
import { type ItemKey, recordKeys, recordsTable } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';

const PAGE = 50;

interface Shortening {
  clientId: string;
  retention: Retention;
  requestedAtMs: number;
  /** The last message that is done with. */
  after: string | undefined;
}

const toShortening = (item: Item): Shortening => ({
  clientId: item.sk as string,
  retention: parseRetentionCode(item.retention as string),
  requestedAtMs: item.requestedAtMs as number,
  after: item.after as string | undefined,
});

/**
 * Costs one query where nobody has asked. For each fifty messages of a client that has: one query and one batch read; for
 * each message whose time becomes earlier one update of its row (1 unit, 2 for the index), of its record and of each of
 * its deliveries (1 unit each). What is over by then is erased at once. Goes on where an earlier run died, and
 * ends with a transaction of 4 units, with the files that were made meanwhile.
 * @returns false where the time was up.
 */
export async function shortenOld(app: SweepApp, sweeping: Sweeping, mayGoOn: () => boolean): Promise<boolean> {
  const partition = { name: recordsTable.partitionKey, value: recordKeys.shortenings().pk };
  for (const item of await app.db.queryAll({ table: 'records', partition, consistent: true })) {
    const wish = toShortening(item);
    try {
      if (!(await shortenClient(app, wish, sweeping, mayGoOn))) return false;
    } catch (error) {
      log.error('not-shortened', error, { clientId: wish.clientId });
      sweeping.errors.push(error);
    }
  }
  return true;
}

async function shortenClient(
  app: SweepApp,
  wish: Shortening,
  sweeping: Sweeping,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const { clientId, after } = wish;
  let startAfter: Item | undefined = after === undefined ? undefined : recordKeys.message(clientId, after);
  do {
    if (!mayGoOn()) return false;
    const page = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: recordKeys.messagesOf(clientId).pk },
      sort: messagesAlone,
      limit: PAGE,
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    const failures = sweeping.errors.length;
    await shortenPage(app, page.items.map(toMessageRecord), wish.retention, sweeping);
    startAfter = page.next;
    // What could not be erased is to be found again.
    if (sweeping.errors.length > failures) return true;
    if (startAfter) await rememberPlace(app, wish, startAfter.sk as string);
  } while (startAfter);
  await forget(app, wish);
  return true;
}

/** Only of the wish that was carried out: a later one begins anew. */
const sameWish = ({ requestedAtMs }: Shortening) => ({
  expression: 'requestedAtMs = :requested',
  values: { ':requested': requestedAtMs },
});

async function rememberPlace(app: SweepApp, wish: Shortening, after: string): Promise<void> {
  const { expression, values } = sameWish(wish);
  const condition = { expression, values: { ...values, ':after': after }, names: { '#after': 'after' } };
  await app.db.update('records', recordKeys.shortening(wish.clientId), 'SET #after = :after', condition);
}

async function forget(app: SweepApp, wish: Shortening): Promise<void> {
  try {
    await app.db.commit([
      { table: 'records', delete: recordKeys.shortening(wish.clientId), condition: sameWish(wish) },
      endFilesOf(wish.clientId),
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

async function shortenPage(
  app: SweepApp,
  messages: readonly MessageRecord[],
  retention: Retention,
  sweeping: Sweeping,
): Promise<void> {
  const reads = messages.map(({ keyId }) => keyRowRead(keyId));
  const found = await app.db.read(reads);
  const over: Item[] = [];
  await Promise.all(
    messages.map(async (message) => {
      const row = toKeyRow(found.get(keyRowRead(message.keyId)));
      if (!row || !isStillToGo(row)) return;
      const expiresAt = await shortenRow(app, row, retention);
      if (expiresAt * 1000 <= sweeping.nowMs) over.push({ id: row.id });
      else if (expiresAt < message.expiresAt) await shortenRecords(app, message, expiresAt);
    }),
  );
  await sweepPage(app, over, sweeping);
}

/** With a key, or without one in the index: then a sweep took the key, and died before the records. */
const isStillToGo = (row: MessageKeyRow) => isWhole(row) && (row.key !== undefined || row.expiryDay !== undefined);

/** The row has the last word on when a message ends. @returns its end, in epoch seconds. */
async function shortenRow(app: SweepApp, row: MessageKeyRow, retention: Retention): Promise<number> {
  const expiresAt = expiresAtSeconds(row.takenAtMs, retention);
  if (!row.key || expiresAt >= row.expiresAt) return row.expiresAt;
  await app.db.update(
    'messageKeys',
    { id: row.id },
    'SET expiresAt = :expires, expiryDay = :day, retention = :retention, #ttl = :ttl',
    {
      expression: 'attribute_exists(#key) AND expiresAt > :expires',
      names: { '#key': 'key', '#ttl': 'ttl' },
      values: {
        ':expires': expiresAt,
        ':day': expiryDay(expiresAt),
        ':retention': retentionCode(retention),
        ':ttl': keyTtl(expiresAt),
      },
    },
  );
  return expiresAt;
}

/** Readers and senders go by what stands on the records. */
export async function shortenRecords(app: App, message: MessageRecord, expiresAt: number): Promise<void> {
  const { clientId, id, deliveryIds } = message;
  const keys: ItemKey[] = [
    ...deliveryIds.map((deliveryId) => recordKeys.delivery(id, deliveryId)),
    recordKeys.message(clientId, id),
  ];
  await Promise.all(
    keys.map((key) =>
      app.db.update('records', key, 'SET expiresAt = :expires, #ttl = :ttl', {
        expression: 'attribute_exists(pk) AND expiresAt > :expires',
        names: { '#ttl': 'ttl' },
        values: { ':expires': expiresAt, ':ttl': recordTtl(expiresAt) },
      }),
    ),
  );
}
