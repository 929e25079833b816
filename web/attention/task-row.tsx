// A row of the attention list: why, whose, when, what failed, and who looks after it.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { isAboutMessage, type MessageTask, type Task } from '#web/api/types.ts';
import { recipientName, recipientOf } from '#web/attention/recipient.ts';
import { isMine } from '#web/attention/task-actions.ts';
import { lastTried, severities } from '#web/attention/task-list.ts';
import { channelWords, stateWords } from '#web/attention/tried-words.ts';
import { Badge } from '#web/parts/badge.tsx';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

export function TaskRow({ task }: { task: Task }) {
  const words = t.attention;
  return (
    <>
      <span class="row-head">
        <Badge kind={task.state === 'done' ? 'plain' : severities[task.reason]}>{words.reasons[task.reason]}</Badge>
        {task.state === 'open' && task.claimed && (
          <Badge kind={isMine(task) ? 'accent' : 'plain'}>{isMine(task) ? words.me : words.colleague}</Badge>
        )}
        <span class="row-when meta">
          <When at={isAboutMessage(task) ? task.takenAt : task.createdAt} />
        </span>
      </span>
      {isAboutMessage(task) ? <Whose task={task} /> : <span class="row-who">{nameOf(task)}</span>}
    </>
  );
}

/** The client of a task; our own is of the service. */
const nameOf = ({ clientName }: Task): ComponentChildren => <strong>{clientName ?? t.attention.ownService}</strong>;

function Whose({ task }: { task: MessageTask }) {
  const recipient = recipientOf(task);
  useEffect(() => {
    if (recipient?.value.peek() === undefined) void recipient?.refresh();
  }, [recipient]);
  const last = lastTried(task);
  return (
    <>
      <span class="row-who">
        {nameOf(task)} · {recipientName(task)}
      </span>
      {last && (
        <span class="meta">
          {channelWords(last.channel)}: {stateWords(last.state)}
        </span>
      )}
    </>
  );
}
