// The open and the done tasks as they were read last, and what a person does with one.
import { signal } from '@preact/signals';
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body, MessageTask, Query, Reply, Task } from '#web/api/types.ts';
import { type TaskList, withTask } from '#web/attention/task-list.ts';

const PAGE = 25;
type State = Task['state'];

/** How many are asked for: «Visa fler» asks for more. */
const wanted = { open: signal(PAGE), done: signal(PAGE) };

async function load(state: State): Promise<Outcome<TaskList>> {
  const items: Task[] = [];
  let cursor: string | null = null;
  do {
    const query: Query<'listAttention'> = { state, limit: PAGE, ...(cursor !== null && { cursor }) };
    const page: Outcome<Reply<'listAttention'>> = await ask(api.GET('/v1/attention', { params: { query } }));
    if (page.kind !== 'ok') return page;
    items.push(...page.value.items);
    cursor = page.value.nextCursor;
  } while (cursor !== null && items.length < wanted[state].peek());
  return { kind: 'ok', value: { items, hasMore: cursor !== null }, etag: null };
}

export const tasksOf = (state: State): Cached<TaskList> => cached(`attention:${state}`, () => load(state));

/** A question that is under way asks for fewer: it is waited for. */
export async function loadMore(state: State): Promise<Outcome<TaskList>> {
  if (tasksOf(state).state.peek() === 'loading') await tasksOf(state).refresh();
  wanted[state].value += PAGE;
  return tasksOf(state).refresh();
}

const empty: TaskList = { items: [], hasMore: false };
const listOf = (state: State): TaskList => tasksOf(state).value.peek() ?? empty;

/** Shows it at once in its list; what the API says of it takes its place in both. */
export async function changeTask(task: Task, next: Task, body: Body<'changeTask'>): Promise<Outcome<Task>> {
  let changed: Outcome<Task> | undefined;
  const commit = async (): Promise<Outcome<TaskList>> => {
    changed = await ask(api.PATCH('/v1/attention/{taskId}', { params: { path: { taskId: task.id } }, body }));
    return changed.kind === 'ok'
      ? { ...changed, value: withTask(listOf(task.state), changed.value, task.state) }
      : changed;
  };
  const outcome = await tasksOf(task.state).change(withTask(listOf(task.state), next, task.state), commit);
  if (changed?.kind === 'ok' && changed.value.state !== task.state) {
    const { value } = changed;
    const other = tasksOf(value.state);
    const list = withTask(listOf(value.state), value, value.state);
    await other.change(list, async () => ({ kind: 'ok', value: list, etag: null }));
  }
  return changed ?? (outcome as Outcome<Task>);
}

export async function sendAgain(task: MessageTask, staffId: string | null, key: string) {
  const { clientId, messageId } = task;
  return ask(
    api.POST('/v1/clients/{clientId}/messages/{messageId}/deliveries', {
      params: { path: { clientId, messageId }, header: { 'Idempotency-Key': key } },
      body: { staffId },
    }),
  );
}
