// Tasks as they are answered: with what was tried as it stands now, and the note where somebody has left one.
import type { Task } from '#attention/schema.ts';
import { openTaskNote, type TaskRecord } from '#attention/store.ts';
import { attemptWords } from '#deliveries/attempt-words.ts';
import { type Delivery, deliveryRead, toDelivery } from '#deliveries/store.ts';
import { keyRowRead, toKeyRow } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found, ReadRequest } from '#shared/found.ts';

const deliveryReads = ({ messageId, deliveryId, deliveryIds = [deliveryId] }: TaskRecord): ReadRequest[] =>
  deliveryIds.map((id) => deliveryRead(messageId, id));

/**
 * Costs one batch read for each hundred: 1 unit for each delivery, and 1 for each task with a note. A task whose deliveries
 * are gone is one of an erased message: it is left out.
 */
export async function showTasks(app: App, tasks: readonly TaskRecord[]): Promise<Task[]> {
  const found = await app.db.read(
    tasks.flatMap((task) => [...deliveryReads(task), ...(task.note ? [keyRowRead(task.keyId)] : [])]),
  );
  return tasks.flatMap((task) => {
    const deliveries = deliveryReads(task)
      .map((read) => found.get(read))
      .filter((item) => item !== undefined)
      .map(toDelivery);
    return deliveries.length > 0 ? [showTask(task, deliveries, noteOf(task, found))] : [];
  });
}

const noteOf = (task: TaskRecord, found: Found): string | null =>
  openTaskNote(toKeyRow(found.get(keyRowRead(task.keyId)))?.taskKeys?.[task.id], task);

const showTask = (task: TaskRecord, deliveries: readonly Delivery[], note: string | null): Task => ({
  id: task.id,
  reason: task.reason,
  clientId: task.clientId,
  messageId: task.messageId,
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
  { state, claimedBy, claimedAtMs, doneBy, doneAtMs }: TaskRecord,
  note: string | null,
): Pick<Task, 'state' | 'claimed' | 'done'> => ({
  state,
  claimed: signed(claimedBy, claimedAtMs),
  done: withNote(signed(doneBy, doneAtMs), note),
});

const signed = (by: string | undefined, atMs: number | undefined) =>
  by !== undefined && atMs !== undefined ? { by, at: rfc3339(atMs) } : null;

const withNote = (done: ReturnType<typeof signed>, note: string | null) => done && { ...done, note };
