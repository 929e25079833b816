// Tasks in the table: one at most for each track, whose id it carries, or for each misdirected message's withdrawal; open
// and done ones in lists of their own.
import type { TaskMatter } from '#attention/matters.ts';
import type { TaskReason, TaskState } from '#attention/schema.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { recordTtl } from '#shared/retention.ts';
import { listKeys, recordKeys } from '#shared/tables.ts';
import { open, type SealContext, StaleKeyError, seal } from '#shared/vault.ts';
import { notExists, type Write } from '#shared/writes.ts';

/** What tasks of both kinds have. */
interface Standing {
  id: string;
  clientId: string;
  createdAtMs: number;
  expiresAt: number;
  state: TaskState;
  claimedBy: string | undefined;
  claimedAtMs: number | undefined;
  doneBy: string | undefined;
  doneAtMs: number | undefined;
}

/** A task without a message: nothing in it is sealed. */
export interface MatterRecord extends Standing {
  reason: TaskMatter;
  refId: string;
}

/** A task as it stands in Records. */
export interface TaskRecord extends Standing {
  reason: TaskReason;
  messageId: string;
  deliveryId: string;
  /** What was tried; absent: the delivery alone. */
  deliveryIds?: readonly string[];
  /** Row of the message's key, where the note's lies. */
  keyId: string;
  /** Under a key of its own, in the row of the message's. */
  note: Uint8Array | undefined;
}

export type AnyTask = TaskRecord | MatterRecord;

export const isMatter = (task: AnyTask): task is MatterRecord => 'refId' in task;

export const taskIdOf = (deliveryId: string): string => deliveryId.replace(/^dlv_/, 'tsk_');

/** Where the task of a delivery stands, if it has one. */
export const taskOf = (deliveryId: string) => recordKeys.task(taskIdOf(deliveryId));

export interface NewTask {
  /** Absent: the delivery's, so that there is one at most. */
  id?: string;
  reason: TaskReason;
  createdAtMs: number;
  /** What it is about, and when that ends, in epoch seconds. Its id is the task's. */
  delivery: { id: string; clientId: string; messageId: string; keyId: string; expiresAt: number };
  /** What was tried, where that is more than the delivery. */
  deliveryIds?: readonly string[];
}

/** The row of a new task: 1 unit and 1 for the index, twice the first in a transaction. Refused where there is one. */
export function newTask({ id: given, reason, createdAtMs, delivery, deliveryIds }: NewTask) {
  const { id: deliveryId, clientId, messageId, keyId, expiresAt } = delivery;
  const id = given ?? taskIdOf(deliveryId);
  return {
    table: 'records' as const,
    put: {
      ...recordKeys.task(id),
      kind: 'task',
      reason,
      clientId,
      messageId,
      keyId,
      deliveryId,
      ...(deliveryIds && { deliveryIds }),
      createdAtMs,
      state: 'open',
      expiresAt,
      ttl: recordTtl(expiresAt),
      ...listed(id, 'open'),
    },
    condition: notExists('records'),
  } satisfies Write;
}

/**
 * A task that may stand already for a dead letter of the track's first delivery, done perhaps before it came to this: then
 * that becomes it, and is open. Refused where any other stands.
 */
export function taskWrite(task: NewTask): Write {
  const { put } = newTask(task);
  const { pk, sk, ...fields } = put;
  const names = Object.keys(fields);
  return {
    table: 'records',
    update: { pk, sk },
    change: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE doneBy, doneAtMs, note`,
    condition: {
      expression: 'attribute_not_exists(pk) OR #reason = :deadLetter',
      names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      values: {
        ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
        ':deadLetter': 'deadLetter',
      },
    },
  };
}

const listed = (id: string, state: TaskState) => ({ listPk: listKeys.tasks(state), listSk: id });

export const taskRead = (taskId: string): ReadRequest => ({ table: 'records', key: recordKeys.task(taskId) });

/** @returns undefined where there is none, or it, or its message, has come to its end. */
export function toAnyTask(item: Item | undefined, nowMs: number): AnyTask | undefined {
  if (!item || (item.expiresAt as number) * 1000 <= nowMs) return undefined;
  return { ...item, id: item.sk } as unknown as AnyTask;
}

/** Of a delivery or a track: never one without a message. */
export const toTask = (item: Item | undefined, nowMs: number): TaskRecord | undefined =>
  toAnyTask(item, nowMs) as TaskRecord | undefined;

const noteContext = ({ clientId, id }: TaskRecord): SealContext => ({
  clientId,
  recordId: id,
  field: 'note',
  schema: 1,
});

export const sealTaskNote = (key: Uint8Array, task: TaskRecord, note: string): Uint8Array =>
  seal(key, noteContext(task), note);

/**
 * @returns null where there is none, or the message and with it the key is gone; or where another note has taken its place:
 *   since it was read, or since the time that a table was restored to.
 */
export function openTaskNote(key: Uint8Array | undefined, task: TaskRecord): string | null {
  if (!key || !task.note) return null;
  try {
    return open(key, noteContext(task), task.note) as string;
  } catch (error) {
    if (error instanceof StaleKeyError) return null;
    throw error;
  }
}
