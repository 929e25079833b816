// A row of the attention list: why, whose, when, what failed, and who looks after it.
import { useEffect } from 'preact/hooks';
import type { Task } from '#web/api/types.ts';
import { recipientName, recipientOf } from '#web/attention/recipient.ts';
import { isMine } from '#web/attention/task-actions.ts';
import { lastTried, severities } from '#web/attention/task-list.ts';
import { channelWords, stateWords } from '#web/attention/tried-words.ts';
import { Badge } from '#web/parts/badge.tsx';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

export function TaskRow({ task }: { task: Task }) {
  const words = t.attention;
  const recipient = recipientOf(task);
  useEffect(() => {
    if (recipient?.value.peek() === undefined) void recipient?.refresh();
  }, [recipient]);
  const last = lastTried(task);
  return (
    <>
      <span class="row-head">
        <Badge kind={task.state === 'done' ? 'plain' : severities[task.reason]}>{words.reasons[task.reason]}</Badge>
        {task.state === 'open' && task.claimed && (
          <Badge kind={isMine(task) ? 'accent' : 'plain'}>{isMine(task) ? words.me : words.colleague}</Badge>
        )}
        <span class="row-when meta">
          <When at={task.takenAt} />
        </span>
      </span>
      <span class="row-who">
        <strong>{task.clientName}</strong> · {recipientName(task)}
      </span>
      {last && (
        <span class="meta">
          {channelWords(last.channel)}: {stateWords(last.state)}
        </span>
      )}
    </>
  );
}
