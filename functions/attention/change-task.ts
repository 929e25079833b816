// Marks a task as done, or opens it again; who was first stands.
import type { attentionRoutes } from '#attention/routes.ts';
import { showTask, type TaskRecord, taskRead, toTask } from '#attention/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import { listKeys, recordKeys } from '#shared/tables.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units (membership, task) and one update: 1 unit, and 2 for the index. */
export const changeTask: UseCase<(typeof attentionRoutes)['changeTask']> = {
  reads: ({ params }) => [taskRead(params.taskId)],

  async run(app, { params, body: { state }, caller, found }) {
    const task = toTask(found.get(taskRead(params.taskId)), app.clock.nowMs());
    if (!task) throw new Problem('not-found');
    // Whether it was a personal data incident is not for every operator to decide.
    if (task.reason === 'misdirected' && caller.role !== 'supervisor') throw new Problem('forbidden');
    if (task.state === state) return { status: 200, body: showTask(task) };
    const done = state === 'done';
    const doneAtMs = done ? app.clock.nowMs() : undefined;
    const after: TaskRecord = { ...task, state, doneBy: done ? caller.id : undefined, doneAtMs };
    await write(app, task, after);
    return { status: 200, body: showTask(after) };
  },
};

async function write(app: App, before: TaskRecord, { state, doneBy, doneAtMs }: TaskRecord): Promise<void> {
  const change = 'SET #state = :state, listPk = :list';
  const written = await app.db.update(
    'records',
    recordKeys.task(before.id),
    doneBy === undefined ? `${change} REMOVE doneBy, doneAtMs` : `${change}, doneBy = :by, doneAtMs = :at`,
    {
      expression: '#state = :before',
      names: { '#state': 'state' },
      values: {
        ':state': state,
        ':list': listKeys.tasks(state),
        ':before': before.state,
        ...(doneBy !== undefined && { ':by': doneBy, ':at': doneAtMs }),
      },
    },
  );
  if (!written) throw new StaleReadError('The task changed meanwhile');
}
