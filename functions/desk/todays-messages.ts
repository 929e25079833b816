// Today's messages of a client: what "I called just now" is about.
import { instantOf, localOf } from '#calendar/local-time.ts';
import type { MessageAtDesk } from '#desk/desk-schema.ts';
import {
  isExpired,
  keyRowRead,
  type MessageRecord,
  openContent,
  toLiveKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found, Item } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

const MOST = 20;
const MATTER_LENGTH = 200;

/**
 * One consistent query: 1 unit for each 4 KB of how calls are answered and of today's newest messages. Another as long as
 * tests of how messages arrive stand among them, which would take the places of calls.
 * @returns the answering record first, where there is one.
 */
export async function answeringAndToday(app: App, clientId: string): Promise<Item[]> {
  const nowMs = app.clock.nowMs();
  const midnightMs = instantOf(localOf(nowMs).date, 0);
  const { pk, sk } = recordKeys.answering(clientId);
  const items: Item[] = [];
  let missing = 1 + MOST;
  let startAfter: Item | undefined;
  do {
    const page = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: pk },
      sort: { name: recordsTable.sortKey, from: idRange('message', midnightMs, nowMs).from, until: sk },
      newestFirst: true,
      limit: missing,
      ...(startAfter && { startAfter }),
      consistent: true,
    });
    const calls = page.items.filter(({ test }) => !test);
    items.push(...calls);
    missing = page.items.length - calls.length;
    startAfter = page.next;
  } while (missing > 0 && startAfter);
  return items;
}

export const messagesAmong = (items: readonly Item[], nowMs: number): MessageRecord[] =>
  items
    .filter(({ kind }) => kind === 'message')
    .map(toMessageRecord)
    .filter((message) => !isExpired(message, nowMs))
    .slice(0, MOST);

/** @returns undefined where the key is gone: it is erased. */
export function messageAtDesk(found: Found, message: MessageRecord): MessageAtDesk | undefined {
  const keys = toLiveKeyRow(found.get(keyRowRead(message.keyId)));
  if (!keys) return undefined;
  const { caller, matter, callBack, sensitive } = openContent(keys.key, message);
  return {
    id: message.id,
    takenAt: rfc3339(message.takenAtMs),
    takenBy: message.takenBy,
    staffId: message.staffId ?? null,
    caller: {
      name: caller.name ?? null,
      company: caller.company ?? null,
      phone: caller.phone ?? caller.phoneAsGiven ?? null,
    },
    matter: sensitive || matter === undefined ? null : beginningOf(matter),
    urgency: message.urgency,
    callBack,
    sensitive,
    state: message.state,
  };
}

/** No letter is cut in two. */
const beginningOf = (text: string): string => {
  const letters = [...text];
  return letters.length > MATTER_LENGTH ? `${letters.slice(0, MATTER_LENGTH - 1).join('')}…` : text;
};
