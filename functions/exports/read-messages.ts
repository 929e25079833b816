// Goes through a client's messages page by page, oldest first, opened with their deliveries as a client admin sees them.
import { FILE_KEY_BACK_MS } from '#jobs/file.ts';
import { openMessages } from '#messages/message-view.ts';
import type { MessageView } from '#messages/schema.ts';
import { isExpired, type MessageRecord, messageRead, messagesAlone, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import type { Item } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { log } from '#shared/log.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

const PAGE = 100;
const READS = 4;

/** Whose view it is: the client's own, of whoever keeps its register. */
const exporter: Caller = {
  role: 'clientAdmin',
  id: 'export',
  clientIds: 'all',
  staffId: undefined,
  keepsRegister: true,
  setsAbsences: false,
  maySign: false,
};

interface Wanted {
  clientId: string;
  /** What comes after this is not in it. */
  untilMs: number;
  /** When the file ends: what ends before its key is gone for good is not in it. */
  endsAtMs: number;
}

interface MessagesPage {
  messages: MessageView[];
  endsBefore: number;
  unreadable: number;
}

/**
 * Costs for each hundred messages a query, and the batch reads of `openMessages`: some 400 units, with two deliveries each.
 * What is erased by the time that it is read is not there, and not counted.
 */
export async function* pagesOfMessages(app: App, wanted: Wanted): AsyncGenerator<MessagesPage> {
  const { clientId, untilMs, endsAtMs } = wanted;
  let startAfter: Item | undefined;
  do {
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: recordKeys.messagesOf(clientId).pk },
      sort: { ...messagesAlone, until: idRange('message', 0, untilMs).until },
      limit: PAGE,
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    const nowMs = app.clock.nowMs();
    const standing = items.map(toMessageRecord).filter((message) => !isExpired(message, nowMs));
    const lasting = standing.filter(({ expiresAt }) => expiresAt * 1_000 >= endsAtMs + FILE_KEY_BACK_MS);
    yield { ...(await opened(app, lasting)), endsBefore: standing.length - lasting.length };
    startAfter = next;
  } while (startAfter);
}

/** All at once; where that fails each by itself, read anew: it was mended meanwhile, or it alone is broken. */
async function opened(app: App, messages: readonly MessageRecord[]) {
  try {
    return { messages: await openMessages(app, exporter, messages), unreadable: 0 };
  } catch {
    const each = [];
    for (const message of messages) each.push(await openedAlone(app, message));
    return {
      messages: each.flatMap((one) => one ?? []),
      unreadable: each.filter((one) => one === undefined).length,
    };
  }
}

/** @returns undefined where it cannot be read, and nothing in the list where it is gone. */
async function openedAlone(app: App, { clientId, id }: MessageRecord): Promise<MessageView[] | undefined> {
  const read = messageRead(clientId, id);
  for (let n = 1; ; n++) {
    const item = (await app.db.read([read])).get(read);
    if (!item) return [];
    try {
      return await openMessages(app, exporter, [toMessageRecord(item)]);
    } catch (error) {
      if (n < READS) continue;
      log.error('record-unreadable', error, { clientId, messageId: id });
      return undefined;
    }
  }
}
