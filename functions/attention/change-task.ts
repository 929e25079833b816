// Claims a task or releases it, marks it as done with a note, or opens it again; who was first stands.
import type { attentionRoutes } from '#attention/routes.ts';
import { showTasks, standingOf } from '#attention/show-tasks.ts';
import { type AnyTask, isMatter, sealTaskNote, type TaskRecord, taskRead, toAnyTask } from '#attention/store.ts';
import { taskAfter } from '#attention/task-moves.ts';
import { keyRowRead, toKeyRow } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import { listKeys, recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import { newKey } from '#shared/vault.ts';
import type { Condition, Write } from '#shared/writes.ts';

/**
 * Costs one batch read of 2 units (membership, task), one of what `showTasks` reads (1 unit for each delivery, 3 for message
 * and client), and one transaction: 5 units (task and witness), and 2 for the index where the state changes. A note costs a
 * read (1 unit), and 2 units more for its key.
 */
export const changeTask: UseCase<(typeof attentionRoutes)['changeTask']> = {
  reads: ({ params }) => [taskRead(params.taskId)],

  async run(app, { params, body, caller, found }) {
    const task = toAnyTask(found.get(taskRead(params.taskId)), app.clock.nowMs());
    const [standing] = task ? await showTasks(app, [task]) : [];
    if (!task || !standing) throw new Problem('not-found');
    // Whether it was a personal data incident is not for every operator to decide.
    const isForSupervisors = task.reason === 'misdirected' || isMatter(task);
    if (isForSupervisors && caller.role !== 'supervisor') throw new Problem('forbidden');
    const after = taskAfter(task, body, caller, app.clock.nowMs());
    if (after === task) return { status: 200, body: standing };

    const note = body.note ?? null;
    if (!isMatter(task) && (note !== null || task.note)) await writeWithNote(app, task, after as TaskRecord, note);
    else await write(app, task, after, note);
    return { status: 200, body: { ...standing, ...standingOf(after, note) } };
  },
};

interface Change {
  change: string;
  condition: Condition;
}

/** Everything that an edit may change; refused where somebody else has claimed or done it meanwhile. */
function changeOf(before: AnyTask, after: AnyTask): Change {
  const { state, claimedBy, claimedAtMs, doneBy, doneAtMs } = after;
  const fields = { claimedBy, claimedAtMs, doneBy, doneAtMs, note: isMatter(after) ? undefined : after.note };
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  const removed = Object.keys(fields).filter((name) => !kept.some(([other]) => other === name));
  return {
    change: `SET #state = :state, listPk = :list${kept.map(([name]) => `, ${name} = :${name}`).join('')} REMOVE ${removed.join(', ')}`,
    condition: {
      expression: `#state = :before AND ${before.claimedBy === undefined ? 'attribute_not_exists(claimedBy)' : 'claimedBy = :claimedBefore'}`,
      names: { '#state': 'state' },
      values: {
        ':state': state,
        ':list': listKeys.tasks(state),
        ':before': before.state,
        ...(before.claimedBy !== undefined && { ':claimedBefore': before.claimedBy }),
        ...Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
}

/** @throws Problem invalid-request for a note on what has no key to seal it under. */
async function write(app: App, before: AnyTask, after: AnyTask, note: string | null): Promise<void> {
  if (note !== null)
    throw new Problem('invalid-request', { errors: [{ pointer: '/note', detail: 'Only where there is a message' }] });
  const { change, condition } = changeOf(before, after);
  try {
    await app.db.commit([{ table: 'records', update: recordKeys.task(before.id), change, condition }]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('The task changed meanwhile', { cause: error });
  }
}

/** The key of a note is new with each, and goes when the task is opened again: what was noted before is gone with it. */
async function writeWithNote(app: App, before: TaskRecord, after: TaskRecord, note: string | null): Promise<void> {
  const read = keyRowRead(before.keyId);
  const row = toKeyRow((await app.db.read([read])).get(read));
  if (!row?.key) throw new Problem('not-found');
  const key = newKey();
  const sealed = note === null ? undefined : sealTaskNote(key, before, note);
  const record: Write = {
    table: 'records',
    update: recordKeys.task(before.id),
    ...changeOf(before, { ...after, note: sealed }),
  };
  try {
    await app.db.commit([
      record,
      { table: 'messageKeys', update: read.key, ...keyChange(before.id, row.taskKeys, sealed && key) },
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('The task, or what is noted on others of its message, changed meanwhile', {
      cause: error,
    });
  }
}

/** A map of keys that is there is changed in one place, so that two tasks of a message do not undo each other. */
function keyChange(taskId: string, taskKeys: object | undefined, key: Uint8Array | undefined): Change {
  const exists = 'attribute_exists(#key)';
  if (!taskKeys)
    return {
      change: 'SET taskKeys = :keys',
      condition: {
        expression: `${exists} AND attribute_not_exists(taskKeys)`,
        names: { '#key': 'key' },
        values: { ':keys': key ? { [taskId]: key } : {} },
      },
    };
  return {
    change: key ? 'SET taskKeys.#task = :noted' : 'REMOVE taskKeys.#task',
    condition: {
      expression: `${exists} AND attribute_exists(taskKeys)`,
      names: { '#key': 'key', '#task': taskId },
      ...(key && { values: { ':noted': key } }),
    },
  };
}
