// The least that one message can cost to erase with DynamoDB as it is, by the sizes of its items and the prices in Amazon's documentation.
import type { Item } from '#shared/found.ts';
import { sizeOf } from '#test/support/item-size.ts';
import { type Backlog, messageItems } from './messages.ts';

const KB = 1_024;
const BATCH_WRITE = 25;
const BATCH_READ = 100;
/** Two digits a byte, and one byte. */
const EPOCH_SECONDS_BYTES = 6;

interface Least {
  /** By command. */
  readonly requests: Readonly<Record<string, number>>;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** 1 for each KB of the item, and 1 for each entry that it has in an index of keys. */
const writeUnits = (item: object, indexEntries = 0) => Math.ceil(sizeOf(item) / KB) + indexEntries;
/** 1 for each 4 KB, consistently. */
const readUnits = (item: object) => Math.ceil(sizeOf(item) / (4 * KB));

/** With a key that goes before anything else, records that are gone at once, a tombstone, and a row that leaves the index last. */
export function leastFor(backlog: Backlog): Least {
  const [row, message, ...deliveries] = messageItems(0, backlog).map((write) => ('put' in write ? write.put : {}));
  if (!row || !message) throw new Error('A message has a row and a record');
  const { id, expiryDay } = row as Item;
  const indexEntry = sizeOf({ id, expiryDay }) + 'expiresAt'.length + EPOCH_SECONDS_BYTES;
  const strip = writeUnits(row);
  const retire = writeUnits(row, 1);
  const gone = [message, ...deliveries].map((item) => writeUnits(item, 'listPk' in item ? 1 : 0));
  const tombstone = 1;
  return {
    requests: {
      Query: 1 / BATCH_READ,
      BatchGetItem: 2 / BATCH_READ,
      UpdateItem: 2,
      BatchWriteItem: (gone.length + 1) / BATCH_WRITE,
      PutObject: 1 / BATCH_READ,
    },
    readUnits: readUnits(row) + readUnits(message) + (indexEntry / (4 * KB)) * 0.5,
    writeUnits: strip + retire + tombstone + gone.reduce((sum, one) => sum + one, 0),
  };
}
