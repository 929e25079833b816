// The attention list as data: what is shown of it, how serious each is, what counts. Pure.
import type { MessageTask, Task } from '#web/api/types.ts';

export type Filter = 'all' | 'new' | 'mine' | 'done';
export type Reason = Task['reason'];

export interface TaskList {
  readonly items: readonly Task[];
  readonly hasMore: boolean;
}

export const filters = ['all', 'new', 'mine', 'done'] as const satisfies readonly Filter[];

/** urgent: somebody waits for what nobody has got. warn: nobody knows. info: a judgement without haste. */
export const severities = {
  notDelivered: 'urgent',
  returnedLater: 'urgent',
  restored: 'warn',
  deadLetter: 'warn',
  misdirected: 'info',
  requestNotForwarded: 'warn',
  requestLate: 'warn',
  agreementMissing: 'info',
  agreementEnding: 'info',
  agreementOutdated: 'info',
  subProcessorObjection: 'info',
  clientEnding: 'info',
  erasureByHand: 'info',
  erasureStopped: 'warn',
  exportStopped: 'warn',
  reportStopped: 'warn',
} as const satisfies Record<Reason, string>;

export const reasons = Object.keys(severities) as Reason[];

export const isUrgent = ({ reason }: Pick<Task, 'reason'>): boolean => severities[reason] === 'urgent';

/** @param list of the open ones, or for `done` of those that are. */
export const shownTasks = (
  list: readonly Task[],
  filter: Filter,
  reason: Reason | undefined,
  userId: string,
): readonly Task[] =>
  list.filter(
    (task) =>
      (reason === undefined || task.reason === reason) &&
      (filter !== 'new' || task.claimed === null) &&
      (filter !== 'mine' || task.claimed?.by === userId),
  );

/** @param open those that are not done, as far as they have been loaded. */
export const countsOf = (open: readonly Task[], userId: string) => ({
  all: open.length,
  new: shownTasks(open, 'new', undefined, userId).length,
  mine: shownTasks(open, 'mine', undefined, userId).length,
});

/** With the task as it is now; one that is of the other state leaves the list, or stands first in it. */
export function withTask(list: TaskList, task: Task, state: Task['state']): TaskList {
  const isIn = list.items.some(({ id }) => id === task.id);
  const items =
    task.state !== state
      ? list.items.filter(({ id }) => id !== task.id)
      : isIn
        ? list.items.map((one) => (one.id === task.id ? task : one))
        : [task, ...list.items];
  return { ...list, items };
}

/** What is urgent and has not been told yet. */
export const untold = (list: readonly Task[], told: ReadonlySet<string>): string[] =>
  list.filter((task) => isUrgent(task) && !told.has(task.id)).map(({ id }) => id);

/** The last thing that was tried, by when; what was never tried comes first of all. */
export const lastTried = ({ tried }: MessageTask): MessageTask['tried'][number] | undefined =>
  [...tried].sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '')).at(-1);
