// Lists what a person has to look at, newest first.
import type { attentionRoutes } from '#attention/routes.ts';
import { showTasks } from '#attention/show-tasks.ts';
import { type AnyTask, isMatter, taskRead, toAnyTask } from '#attention/store.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { listKeys, recordsTable, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one read of 1 unit (membership), one query of index entries (1 unit for a page), and one batch read of 1 unit for
 * each task: the index may be behind; then one of what was tried, 1 unit for each delivery, and for each note.
 */
export const listAttention: UseCase<(typeof attentionRoutes)['listAttention']> = {
  async run(app, { query: { state, reason, clientId, limit, cursor }, caller }) {
    const scope = { clientId: SERVICE, routeId: 'listAttention', filters: { state, reason, clientId } };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const { name, partitionKey } = recordsTable.indexes.list;
    const { items, next } = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: listKeys.tasks(state) },
      newestFirst: true,
      limit,
      ...(startAfter && { startAfter }),
    });
    const reads = items.map(({ sk }) => taskRead(sk as string));
    const found = await app.db.read(reads);
    const tasks = reads
      .map((read) => toAnyTask(found.get(read), app.clock.nowMs()))
      .filter(
        (task) =>
          task?.state === state &&
          // What is not about a message is for supervisors.
          (caller.role === 'supervisor' || !isMatter(task)) &&
          (reason === undefined || task.reason === reason) &&
          (clientId === undefined || task.clientId === clientId),
      ) as AnyTask[];
    return {
      status: 200,
      body: { items: await showTasks(app, tasks), nextCursor: await sealCursor(app.serviceKeys, scope, next) },
    };
  },
};
