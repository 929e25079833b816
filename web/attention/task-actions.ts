// What one does with a task, from the list or from the open one: told aloud, and a refusal is explained.
import { signal } from '@preact/signals';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Task } from '#web/api/types.ts';
import { changeTask, tasksOf } from '#web/attention/tasks.ts';
import { announce } from '#web/parts/announce.tsx';
import { session } from '#web/session/session.ts';
import { type Refusal, refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

/** Why the last thing that was asked for is not so; of which task. */
export const refusal = signal<{ taskId: string; text: string } | undefined>(undefined);
/** The task whose «Klart» is open. */
export const finishing = signal<Task | undefined>(undefined);

/** The page is left: the next one to open it, perhaps somebody else, begins anew. */
export function forgetHeld(): void {
  refusal.value = undefined;
  finishing.value = undefined;
}

const ownId = (): string => session.peek().me?.userId ?? '';
const isSupervisor = (): boolean => session.peek().me?.role === 'supervisor';

export const isMine = ({ claimed }: Task): boolean => claimed?.by === session.value.me?.userId;
/** Whether it was a personal data incident is not for every operator to decide. */
export const isForSupervisors = ({ reason }: Task): boolean => reason === 'misdirected' && !isSupervisor();
/** Free, one's own, or a supervisor steps in. */
export const mayFinish = (task: Task): boolean =>
  !isForSupervisors(task) && (task.claimed === null || isMine(task) || isSupervisor());

function explain(task: Task, text: string): void {
  refusal.value = { taskId: task.id, text };
  announce(text, 'urgent');
}

/** Somebody was faster: what is shown is old. */
export const conflictWords = (failure: Refusal): string | undefined => {
  if (failure.kind !== 'problem') return undefined;
  if (failure.code === 'task-claimed') return t.attention.firstTook;
  return failure.code === 'task-done' ? t.attention.firstDone : undefined;
};

export const refreshBoth = (): void => {
  void tasksOf('open').refresh();
  if (tasksOf('done').value.peek()) void tasksOf('done').refresh();
};

async function change(task: Task, next: Task, body: Parameters<typeof changeTask>[2], said: string): Promise<void> {
  refusal.value = undefined;
  if (isForSupervisors(task)) {
    explain(task, t.attention.supervisorsOnly);
    return;
  }
  const outcome = await changeTask(task, next, body);
  if (outcome.kind === 'ok') {
    announce(said);
    return;
  }
  explain(task, conflictWords(outcome) ?? refusalWords(outcome));
  if (outcome.kind === 'problem') refreshBoth();
}

export async function take(task: Task): Promise<void> {
  if (task.state === 'done') return;
  const at = new Date(serverNowMs()).toISOString();
  const next = isMine(task) || (task.claimed && !isSupervisor()) ? task : { ...task, claimed: { by: ownId(), at } };
  await change(task, next, { claimed: true }, t.attention.taken);
}

export const release = (task: Task): Promise<void> =>
  change(task, { ...task, claimed: null }, { claimed: false }, t.attention.released);

export const reopen = (task: Task): Promise<void> => change(task, task, { state: 'open' }, t.attention.reopened);

export function finish(task: Task): void {
  refusal.value = undefined;
  if (isForSupervisors(task)) explain(task, t.attention.supervisorsOnly);
  else if (task.state === 'open') finishing.value = task;
}
