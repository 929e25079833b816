// Searches messages, with their notes, their deliveries and the notes of the tasks about them.
import { openTaskNote, taskRead, toTask } from '#attention/store.ts';
import {
  addressOwner,
  type Delivery,
  deliveryRead,
  openName,
  openTo,
  ownerAddress,
  personAddress,
  toDelivery,
} from '#deliveries/store.ts';
import type { MessageContent } from '#messages/schema.ts';
import {
  isExpired,
  keyRowRead,
  type LiveKeyRow,
  type MessageRecord,
  messageRead,
  messagesAlone,
  openContent,
  openNote,
  toLiveKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import { type Field, field, fieldsOfEach, type Readable } from '#requests/search/field.ts';
import { openEach, PAGE, type Searcher } from '#requests/search/searcher.ts';
import type { App } from '#shared/app.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { keyRead, keyRowOf } from '#shared/register.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

const caller = { slot: 'caller', part: 'caller' } as const;

const contentFields = ({ caller: by, matter, callBack, sensitive }: MessageContent): Field[] => [
  ...field('caller.name', 'name', by.name, caller),
  ...field('caller.company', 'name', by.company, { slot: 'company', part: 'caller' }),
  ...field('caller.phone', 'phone', by.phone, caller),
  ...field('caller.phoneAsGiven', 'phone', by.phoneAsGiven, caller),
  ...field('caller.extension', 'plain', by.extension, { ...caller, own: true }),
  ...field('caller.secondPhone', 'phone', by.secondPhone, caller),
  ...field('caller.secondPhoneAsGiven', 'phone', by.secondPhoneAsGiven, caller),
  ...field('caller.email', 'email', by.email, caller),
  ...field('matter', 'text', matter),
  ...field('callBack', 'code', callBack),
  ...field('sensitive', 'code', sensitive),
];

/** Ids of those who had to do with it: each is shown to whose id it is. */
function peopleFields(message: MessageRecord): Field[] {
  const act = (slot: string) => ({ slot, part: 'actor', own: true }) as const;
  const { staffId, copyTo, alsoFor = [], readBy, handledBy, handledAtMs, corrections = [] } = message;
  return [
    ...field('recipient', 'staffId', staffId, { part: 'recipient' }),
    ...fieldsOfEach(copyTo, (id, n) => field('copyTo.*', 'staffId', id, { n, part: 'recipient' })),
    ...fieldsOfEach(alsoFor, (id, n) => field('readers.*', 'staffId', id, { n, part: 'recipient' })),
    ...field('takenBy', 'userId', message.takenBy, act('taker')),
    ...fieldsOfEach(Object.entries(readBy), ([userId, atMs], n) => [
      ...field('readBy.*', 'userId', userId, { n, ...act(`reader.${n}`) }),
      ...field('readAt.*', 'plain', new Date(atMs).toISOString(), { n, ...act(`reader.${n}`) }),
    ]),
    ...field('handledBy', 'userId', handledBy, act('handler')),
    ...field('handledAt', 'time', handledAtMs),
    ...fieldsOfEach(corrections, ({ by, atMs }, n) => [
      ...field('corrections.*.by', 'userId', by, { n, ...act(`corrector.${n}`) }),
      ...field('corrections.*.at', 'time', atMs, { n }),
    ]),
  ];
}

function deliveryFields(found: Found, delivery: Delivery, keys: LiveKeyRow, n: number): Field[] {
  const owner = keyRowOf(found.get(keyRead(ownerAddress(delivery))));
  const named = personAddress(delivery);
  const person = named && keyRowOf(found.get(keyRead(named)));
  // Whoever is erased has taken the address along.
  const to = owner && openTo(delivery, keys.stableKey, owner);
  const of = { n, slot: `delivery.${n}`, part: 'recipient', own: true } as const;
  return [
    ...field('deliveries.*.channel', 'plain', delivery.channel, { n }),
    ...field('deliveries.*.recipient', 'staffId', addressOwner(delivery), of),
    ...field('deliveries.*.address', delivery.channel === 'email' ? 'email' : 'phone', to?.address, of),
    ...field('deliveries.*.name', 'name', to?.name ?? openName(delivery, keys.stableKey, person), of),
    ...field('deliveries.*.state', 'code', delivery.state, { n }),
    ...field('deliveries.*.createdAt', 'time', delivery.createdAtMs, { n }),
    ...field('deliveries.*.at', 'time', delivery.attempts.at(-1)?.atMs, { n }),
  ];
}

function readable(found: Found, message: MessageRecord, nowMs: number): Readable | undefined {
  const keys = toLiveKeyRow(found.get(keyRowRead(message.keyId)));
  if (!keys || isExpired(message, nowMs)) return undefined;
  const { id, clientId, deliveryIds, expiresAt } = message;
  const deliveries = deliveryIds.map((one) => found.get(deliveryRead(id, one))).filter((item) => item !== undefined);
  return {
    store: 'message',
    recordId: id,
    home: clientId,
    expiresAt,
    fields: [
      ...field('takenAt', 'time', message.takenAtMs),
      ...field('enteredAt', 'time', message.enteredAtMs),
      ...contentFields(openContent(keys.key, message)),
      ...field('urgency', 'code', message.urgency),
      ...field('test', 'code', message.test),
      ...field('state', 'code', message.state),
      ...field('note', 'text', openNote(keys.noteKey, message)),
      ...peopleFields(message),
      ...deliveries.flatMap((item, n) => deliveryFields(found, toDelivery(item), keys, n)),
      ...Object.entries(keys.taskKeys ?? {}).flatMap(([taskId, key], n) => {
        const task = toTask(found.get(taskRead(taskId)), nowMs);
        return task ? field('tasks.*.note', 'text', openTaskNote(key, task), { n }) : [];
      }),
    ],
  };
}

const innerReads = ({ id, keyId, deliveryIds }: MessageRecord): ReadRequest[] => [
  keyRowRead(keyId),
  ...deliveryIds.map((one) => deliveryRead(id, one)),
];

/** Keys of addresses, and tasks, which the deliveries and the key's row name. */
const outerReads = (found: Found, { id, keyId, deliveryIds }: MessageRecord): ReadRequest[] => [
  ...deliveryIds.flatMap((one) => {
    const item = found.get(deliveryRead(id, one));
    if (!item) return [];
    const delivery = toDelivery(item);
    const named = personAddress(delivery);
    return [keyRead(ownerAddress(delivery)), ...(named ? [keyRead(named)] : [])];
  }),
  ...Object.keys(toLiveKeyRow(found.get(keyRowRead(keyId)))?.taskKeys ?? {}).map(taskRead),
];

/**
 * One batch read for each hundred keys and deliveries, and one for the keys of their addresses, each person's once. A message
 * that was edited between two reads is read again with its key.
 */
async function openMessages(app: App, home: string, messages: readonly MessageRecord[]) {
  const found = await app.db.read(messages.flatMap(innerReads));
  await app.db.read(
    messages.flatMap((message) => outerReads(found, message)),
    found,
  );
  for (const message of messages) found.add('records', { ...message, ...recordKeys.message(home, message.id) });
  const opened = await openEach(
    app,
    home,
    messages,
    {
      reads: ({ id, keyId }) => [messageRead(home, id), keyRowRead(keyId)],
      open: (known, { id }) => {
        const item = known.get(messageRead(home, id));
        return item && readable(known, toMessageRecord(item), app.clock.nowMs());
      },
    },
    found,
  );
  return { ...opened, looked: messages.length };
}

/**
 * A page of a hundred costs a query (1 unit for each 4 KB), a batch read for each hundred keys and deliveries, 1 unit each, and
 * one for the keys of the addresses: some 450 units with two deliveries a message.
 */
export const messageSearcher: Searcher = {
  stores: ['message', 'delivery', 'task'],

  async page(app, home, _, from) {
    const { pk } = recordKeys.messagesOf(home);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: pk },
      sort: messagesAlone,
      limit: PAGE,
      consistent: true,
      ...(from !== undefined && { startAfter: { pk, sk: from } }),
    });
    return { ...(await openMessages(app, home, items.map(toMessageRecord))), next: next?.sk as string | undefined };
  },

  async open(app, home, _, recordIds) {
    const reads = recordIds.map((id) => messageRead(home, id));
    const found = await app.db.read(reads);
    const items = reads.map((read) => found.get(read)).filter((item) => item !== undefined);
    return openMessages(app, home, items.map(toMessageRecord));
  },
};
