// What a supervisor is told of work that was given up.
import type { TaskMatter } from '#attention/matters.ts';
import { raiseTask } from '#attention/raise-task.ts';
import type { Job, Work } from '#jobs/job.ts';
import type { App } from '#shared/app.ts';
import type { Write } from '#shared/writes.ts';

/** A letter that was not taken is in the log, for those who run the service: a supervisor could do nothing about it. */
const matters: Readonly<Record<Work, TaskMatter | undefined>> = {
  search: 'reportStopped',
  report: 'reportStopped',
  export: 'exportStopped',
  count: 'erasureStopped',
  erase: 'erasureStopped',
  letter: undefined,
};

/** Raised again it is the same task: 2 units, and 2 for the index. */
export function taskOfStopped(app: App, { work, clientId, refId }: Job): Write[] {
  const about = matters[work];
  return about ? raiseTask(app, { clientId, about, refId }) : [];
}
