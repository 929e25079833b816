// What a person may do with a task: claim it, release it, be done with it, open it again. Pure.
import type { TaskEdit } from '#attention/schema.ts';
import type { AnyTask } from '#attention/store.ts';
import type { Caller } from '#shared/caller.ts';
import { Problem } from '#shared/problems.ts';

/** A supervisor may step in; an operator leaves to a colleague what the colleague has claimed. */
const isAnothers = ({ claimedBy }: AnyTask, { id, role }: Caller): boolean =>
  claimedBy !== undefined && claimedBy !== id && role !== 'supervisor';

const unclaimed = { claimedBy: undefined, claimedAtMs: undefined };
const undone = { doneBy: undefined, doneAtMs: undefined, note: undefined };

/**
 * Asking for what is so already changes nothing: who was first, and when, stands.
 * @returns the task as it is to be, without its note; the same object where nothing is to be done.
 * @throws Problem task-claimed, task-done.
 */
export function taskAfter<T extends AnyTask>(task: T, { state, claimed }: TaskEdit, caller: Caller, nowMs: number): T {
  if (state === task.state) return task;
  if (state === 'open') return { ...task, state, ...undone };
  if (claimed !== undefined && task.state === 'done') throw new Problem('task-done');
  if (claimed === true && task.claimedBy === caller.id) return task;
  if (claimed === false && task.claimedBy === undefined) return task;
  if (isAnothers(task, caller)) throw new Problem('task-claimed');
  if (claimed === true) return { ...task, claimedBy: caller.id, claimedAtMs: nowMs };
  if (claimed === false) return { ...task, ...unclaimed };
  return { ...task, state: 'done', doneBy: caller.id, doneAtMs: nowMs, ...unclaimed };
}
