// Tasks as they are answered: with what was tried as it stands now, and the note where somebody has left one.
import type { MatterTask, MessageTask, Task } from '#attention/schema.ts';
import { type AnyTask, isMatter, type MatterRecord, openTaskNote, type TaskRecord } from '#attention/store.ts';
import { clientReads, openClient } from '#clients/store.ts';
import { attemptWords } from '#deliveries/attempt-words.ts';
import { type Delivery, deliveryRead, toDelivery } from '#deliveries/store.ts';
import { keyRowRead, type MessageRecord, messageRead, toKeyRow, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { SERVICE } from '#shared/tables.ts';

const deliveryReads = ({ messageId, deliveryId, deliveryIds = [deliveryId] }: TaskRecord): ReadRequest[] =>
  deliveryIds.map((id) => deliveryRead(messageId, id));

const aroundReads = ({ clientId, messageId, keyId, note }: TaskRecord): ReadRequest[] => [
  messageRead(clientId, messageId),
  ...clientReads(clientId),
  ...(note ? [keyRowRead(keyId)] : []),
];

const readsOf = (task: AnyTask): ReadRequest[] =>
  isMatter(task) ? clientReads(task.clientId) : [...deliveryReads(task), ...aroundReads(task)];

/**
 * Costs one batch read for each hundred: 1 unit for each message, for each delivery, and for each task with a note; 2 for each
 * client. A matter costs its client only. A task whose message or deliveries are gone, or whose client is, is one of what is erased: it is left out.
 */
export async function showTasks(app: App, tasks: readonly AnyTask[]): Promise<Task[]> {
  const found = await app.db.read(tasks.flatMap(readsOf));
  return tasks.flatMap((task): Task[] => (isMatter(task) ? matterOf(task, found) : messageTaskOf(task, found)));
}

function matterOf(task: MatterRecord, found: Found): MatterTask[] {
  const { id, reason, clientId, refId, createdAtMs, expiresAt } = task;
  const client = openClient(found, clientId);
  if (!client && clientId !== SERVICE) return [];
  const times = { createdAt: rfc3339(createdAtMs), expiresAt: rfc3339(expiresAt * 1000) };
  const clientName = client?.value.name ?? null;
  return [{ id, reason, clientId, clientName, refId, ...times, ...standingOf(task, null) }];
}

function messageTaskOf(task: TaskRecord, found: Found): MessageTask[] {
  const deliveries = deliveryReads(task)
    .map((read) => found.get(read))
    .filter((item) => item !== undefined)
    .map(toDelivery);
  const item = found.get(messageRead(task.clientId, task.messageId));
  const client = openClient(found, task.clientId);
  if (deliveries.length === 0 || !item || !client) return [];
  const around = { clientName: client.value.name, message: toMessageRecord(item), deliveries };
  return [showTask(task, around, noteOf(task, found))];
}

const noteOf = (task: TaskRecord, found: Found): string | null =>
  openTaskNote(toKeyRow(found.get(keyRowRead(task.keyId)))?.taskKeys?.[task.id], task);

interface Around {
  clientName: string;
  message: MessageRecord;
  deliveries: readonly Delivery[];
}

const showTask = (task: TaskRecord, { clientName, message, deliveries }: Around, note: string | null): MessageTask => ({
  id: task.id,
  reason: task.reason,
  clientId: task.clientId,
  clientName,
  messageId: task.messageId,
  staffId: message.staffId ?? null,
  takenAt: rfc3339(message.takenAtMs),
  deliveryId: task.deliveryId,
  createdAt: rfc3339(task.createdAtMs),
  expiresAt: rfc3339(task.expiresAt * 1000),
  ...standingOf(task, note),
  tried: deliveries.map(({ id, channel, step = 0, state, attempts }) => {
    const last = attempts.at(-1);
    return {
      deliveryId: id,
      channel,
      step: step + 1,
      state,
      at: last ? rfc3339(last.atMs) : null,
      code: last?.code ?? null,
      words: last ? attemptWords(last) : null,
    };
  }),
});

/** Whether it is done, and who looks after it. */
export const standingOf = (
  { state, claimedBy, claimedAtMs, doneBy, doneAtMs }: AnyTask,
  note: string | null,
): Pick<Task, 'state' | 'claimed' | 'done'> => ({
  state,
  claimed: signed(claimedBy, claimedAtMs),
  done: withNote(signed(doneBy, doneAtMs), note),
});

const signed = (by: string | undefined, atMs: number | undefined) =>
  by !== undefined && atMs !== undefined ? { by, at: rfc3339(atMs) } : null;

const withNote = (done: ReturnType<typeof signed>, note: string | null) => done && { ...done, note };
