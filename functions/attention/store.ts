// Tasks in the table: at most one for each delivery, whose id it carries; open and done ones in lists of their own.
import type { Task, TaskReason, TaskState } from '#attention/schema.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { recordTtl } from '#shared/retention.ts';
import { listKeys, recordKeys } from '#shared/tables.ts';
import { notExists, type Write } from '#shared/writes.ts';

/** A task as it stands in Records. */
export interface TaskRecord {
  id: string;
  reason: TaskReason;
  clientId: string;
  messageId: string;
  deliveryId: string;
  createdAtMs: number;
  expiresAt: number;
  state: TaskState;
  doneBy: string | undefined;
  doneAtMs: number | undefined;
}

export const taskIdOf = (deliveryId: string): string => deliveryId.replace(/^dlv_/, 'tsk_');

/** Where the task of a delivery stands, if it has one. */
export const taskOf = (deliveryId: string) => recordKeys.task(taskIdOf(deliveryId));

interface NewTask {
  /** Absent: the delivery's, so that there is one at most. */
  id?: string;
  reason: TaskReason;
  createdAtMs: number;
  /** What it is about, and when that ends, in epoch seconds. */
  delivery: { id: string; clientId: string; messageId: string; expiresAt: number };
}

/** The row of a new task: 1 unit and 1 for the index, twice the first in a transaction. Refused where there is one. */
export function newTask({ id: given, reason, createdAtMs, delivery }: NewTask) {
  const { id: deliveryId, clientId, messageId, expiresAt } = delivery;
  const id = given ?? taskIdOf(deliveryId);
  return {
    table: 'records' as const,
    put: {
      ...recordKeys.task(id),
      kind: 'task',
      reason,
      clientId,
      messageId,
      deliveryId,
      createdAtMs,
      state: 'open',
      expiresAt,
      ttl: recordTtl(expiresAt),
      ...listed(id, 'open'),
    },
    condition: notExists('records'),
  } satisfies Write;
}

const listed = (id: string, state: TaskState) => ({ listPk: listKeys.tasks(state), listSk: id });

export const taskRead = (taskId: string): ReadRequest => ({ table: 'records', key: recordKeys.task(taskId) });

/** @returns undefined where there is none, or its message has come to its end. */
export function toTask(item: Item | undefined, nowMs: number): TaskRecord | undefined {
  if (!item || (item.expiresAt as number) * 1000 <= nowMs) return undefined;
  return { ...item, id: item.sk } as unknown as TaskRecord;
}

export const showTask = ({ createdAtMs, expiresAt, doneBy, doneAtMs, ...task }: TaskRecord): Task => ({
  id: task.id,
  reason: task.reason,
  clientId: task.clientId,
  messageId: task.messageId,
  deliveryId: task.deliveryId,
  createdAt: rfc3339(createdAtMs),
  expiresAt: rfc3339(expiresAt * 1000),
  state: task.state,
  done: doneBy !== undefined && doneAtMs !== undefined ? { by: doneBy, at: rfc3339(doneAtMs) } : null,
});
