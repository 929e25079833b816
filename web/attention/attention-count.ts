// How many need attention, beside the menu's entry, wherever an operator is; a new urgent one is told aloud, once.
import { effect } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { usePoll } from '#web/api/poll.ts';
import { isUrgent, untold } from '#web/attention/task-list.ts';
import { tasksOf } from '#web/attention/tasks.ts';
import { announce } from '#web/parts/announce.tsx';
import { setNavCount } from '#web/parts/nav-counts.ts';
import { openWords, t } from '#web/words/words.ts';

const told = new Set<string>();

function tell(): void {
  const items = tasksOf('open').value.value?.items;
  if (!items) return;
  setNavCount('attention', items.length);
  setNavCount('attentionUrgent', items.filter(isUrgent).length);
  const news = untold(items, told);
  for (const id of news) told.add(id);
  if (news.length > 0) void openWords('attention').then(() => announce(t.attention.newUrgent(news.length)));
}

/** For people with a desk: one place in the app renders it. `attentionUrgent` is for the desk's own line. */
export function AttentionCount(): null {
  const ask = useCallback(() => tasksOf('open').refresh(), []);
  usePoll(ask, { activeMs: 15_000, idleMs: 15_000 });
  useEffect(() => {
    void ask();
    return effect(tell);
  }, [ask]);
  return null;
}
