// What needs attention: the list, and beside it the one that is open.
import { signal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { Loaded } from '#web/api/loaded.tsx';
import { usePoll } from '#web/api/poll.ts';
import type { Task } from '#web/api/types.ts';
import { DoneDialog } from '#web/attention/done-dialog.tsx';
import { Filters } from '#web/attention/filters.tsx';
import { finish, forgetHeld, refreshBoth, refusal, take } from '#web/attention/task-actions.ts';
import { countsOf, type Filter, type Reason, shownTasks, type TaskList } from '#web/attention/task-list.ts';
import { TaskPane } from '#web/attention/task-pane.tsx';
import { TaskRow } from '#web/attention/task-row.tsx';
import { loadMore, tasksOf } from '#web/attention/tasks.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { List } from '#web/parts/list.tsx';
import { Page } from '#web/parts/page.tsx';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

const PATH = '/desk/attention';
const hrefOf = ({ id }: Task): string => `${PATH}/${id}`;

/** As it was left, for as long as the tab is open. */
const filter = signal<Filter>('all');
const reason = signal<Reason | undefined>(undefined);

/** Wherever it is: a task that was done is still the one that is open. */
function useOpenTask(id: string | undefined): Task | undefined {
  const last = useRef<Task | undefined>(undefined);
  const lists = [tasksOf('open'), tasksOf('done')];
  const found = lists.flatMap((list) => list.value.value?.items ?? []).find((task) => task.id === id);
  if (found) last.current = found;
  const isSought = id !== undefined && !found && lists[0]?.value.value !== undefined;
  useEffect(() => {
    if (isSought) void tasksOf('done').refresh();
  }, [isSought]);
  return last.current?.id === id ? last.current : undefined;
}

export function AttentionPage() {
  const words = t.attention;
  const { id } = useRoute().params;
  const { route } = useLocation();
  const task = useOpenTask(id);
  const open = tasksOf('open').value.value;
  const userId = session.value.me?.userId ?? '';
  const state = filter.value === 'done' ? 'done' : 'open';
  const poll = useCallback(async () => refreshBoth(), []);
  usePoll(poll, { activeMs: 5_000, idleMs: 15_000 });
  useEffect(() => forgetHeld, []);

  const last = useRef(id);
  useEffect(() => {
    // Back to where one was; what was done meanwhile is not in the list any more.
    const rows = [`a.row[href="${PATH}/${last.current}"]`, 'a.row[tabindex="0"]', 'h1'];
    if (last.current && !id)
      rows
        .map((row) => document.querySelector<HTMLElement>(row))
        .find(Boolean)
        ?.focus();
    last.current = id;
  }, [id]);

  const elsewhere = refusal.value && refusal.value.taskId !== id ? refusal.value.text : undefined;
  return (
    <Page
      title={words.title}
      actions={open && <p class="quiet">{words.count(open.items.length, countsOf(open.items, userId).mine)}</p>}
    >
      {elsewhere && <Banner kind="urgent">{elsewhere}</Banner>}
      <div class={id ? 'split opened' : 'split'}>
        <div class="split-list no-print">
          <Filters filter={filter} reason={reason} counts={open ? countsOf(open.items, userId) : {}} />
          <Loaded of={tasksOf(state)}>
            {(list) => <Rows list={list} state={state} userId={userId} current={id} onBack={() => route(PATH)} />}
          </Loaded>
        </div>
        <div class="split-pane">
          {task && <TaskPane task={task} onBack={() => route(PATH)} />}
          {id && !task && open && <Empty title={words.gone} />}
          {!id && open && open.items.length > 0 && (
            <Empty title={words.choose}>
              <p>{words.chooseHint}</p>
            </Empty>
          )}
        </div>
      </div>
      <DoneDialog />
    </Page>
  );
}

interface RowsProps {
  list: TaskList;
  state: Task['state'];
  userId: string;
  current: string | undefined;
  onBack: () => void;
}

function Rows({ list, state, userId, current, onBack }: RowsProps) {
  const words = t.attention;
  const shown = shownTasks(list.items, filter.value, reason.value, userId);
  if (list.items.length === 0 && state === 'open')
    return (
      <Empty title={words.emptyTitle}>
        <p>{words.empty}</p>
      </Empty>
    );
  return (
    <>
      {shown.length === 0 && (
        <Empty title={words.emptyFilter}>
          <Button
            onPress={() => {
              filter.value = 'all';
              reason.value = undefined;
            }}
          >
            {words.showAll}
          </Button>
        </Empty>
      )}
      <List
        label={words.list}
        items={shown}
        keyOf={({ id }) => id}
        hrefOf={hrefOf}
        {...(current !== undefined && { current })}
        render={(task) => <TaskRow task={task} />}
        actions={{ c: (task) => void take(task), d: finish }}
        onBack={onBack}
      />
      {list.hasMore && (
        <Button busy={tasksOf(state).state.value === 'loading'} onPress={() => void loadMore(state)}>
          {t.parts.showMore}
        </Button>
      )}
    </>
  );
}
