// Closes the task of a track that a late receipt has answered, and opens one for what came back afterwards.
import type { TaskReason } from '#attention/schema.ts';
import { newTask, type TaskRecord, taskIdOf, taskRead, toTask } from '#attention/store.ts';
import { type Delivery, trackOf } from '#deliveries/store.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import { listKeys, recordKeys } from '#shared/tables.ts';

/** Who is named as having done it: nobody had to. */
const BY_RECEIPT = 'receipt';

/** What a delivery answers: it was not known to have arrived, and has. */
const answered: readonly string[] = ['restored', 'notDelivered'];

/**
 * The track's, or, after a restore, the delivery's own. One read of 1 unit for each. Read after the delivery has been moved:
 * a task that was made before that is seen, and one after it is not made.
 */
export async function closeAnsweredTask(app: App, delivery: Delivery): Promise<void> {
  const reads = [...new Set([trackOf(delivery), delivery.id])].map((id) => taskRead(taskIdOf(id)));
  const found = await app.db.read(reads);
  for (const read of reads) {
    const task = toTask(found.get(read), app.clock.nowMs());
    if (task?.state === 'open' && answered.includes(task.reason)) await close(app, task, delivery);
  }
}

async function close(app: App, task: TaskRecord, delivery: Delivery): Promise<void> {
  const taskId = task.id;
  const closed = await app.db.update(
    'records',
    recordKeys.task(taskId),
    'SET #state = :done, listPk = :list, doneBy = :by, doneAtMs = :at',
    {
      expression: '#state = :open AND reason = :reason',
      names: { '#state': 'state' },
      values: {
        ':open': 'open',
        ':done': 'done',
        ':reason': task.reason,
        ':list': listKeys.tasks('done'),
        ':by': BY_RECEIPT,
        ':at': app.clock.nowMs(),
      },
    },
  );
  if (closed) log.info('task-closed', { taskId, deliveryId: delivery.id });
}

/**
 * One update of the track's task: 1 unit, and 1 or 2 for the index. A task that is open stays as it is; one that was
 * closed for another reason is open again; one that a person has closed for this very reason stays closed.
 */
export async function openReturnedTask(app: App, delivery: Delivery): Promise<void> {
  const reason: TaskReason = 'returnedLater';
  const { put } = newTask({ reason, createdAtMs: app.clock.nowMs(), delivery });
  const id = taskIdOf(trackOf(delivery));
  const { pk, sk, ...fields } = { ...put, ...recordKeys.task(id), listSk: id };
  const names = Object.keys(fields);
  const opened = await app.db.update(
    'records',
    { pk, sk },
    `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE doneBy, doneAtMs, claimedBy, claimedAtMs, note`,
    {
      expression: 'attribute_not_exists(pk) OR (#state <> :state AND #reason <> :reason)',
      names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      values: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
    },
  );
  if (opened) log.warn('task', { taskId: id, deliveryId: delivery.id });
}
