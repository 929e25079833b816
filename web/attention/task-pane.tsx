// An open task: what has happened and what to do; where it is about a message that, the ways that were tried, whom to call.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask } from '#web/api/outcome.ts';
import { isAboutMessage, type Message, type MessageTask, type Task } from '#web/api/types.ts';
import { MessagePart, Reach } from '#web/attention/message-part.tsx';
import { recipientName } from '#web/attention/recipient.ts';
import { SendAgain } from '#web/attention/send-again.tsx';
import { finish, isForSupervisors, refusal, take } from '#web/attention/task-actions.ts';
import { severities } from '#web/attention/task-list.ts';
import { TaskStanding } from '#web/attention/task-standing.tsx';
import { TriedList } from '#web/attention/tried-list.tsx';
import { Badge } from '#web/parts/badge.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { singleKeys } from '#web/parts/theme.ts';
import { withReason } from '#web/session/with-reason.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const messageOf = ({ clientId, messageId }: MessageTask): Cached<Message> =>
  cached(`attention-message:${clientId}:${messageId}`, () =>
    withReason(messageId, (query) =>
      ask(api.GET('/v1/clients/{clientId}/messages/{messageId}', { params: { path: { clientId, messageId }, query } })),
    ),
  );

interface Props {
  task: Task;
  onBack: () => void;
}

export function TaskPane({ task, onBack }: Props) {
  const words = t.attention;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [task.id]);

  function key(event: KeyboardEvent): void {
    const isText = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (isText || event.ctrlKey || event.metaKey || event.altKey) return;
    const letters = singleKeys.value === 'on';
    if (event.key === 'Escape' || (letters && event.key === 'u')) onBack();
    else if (letters && event.key === 'c') void take(task);
    else if (letters && event.key === 'd') finish(task);
    else return;
    event.preventDefault();
  }

  const forOthers = isForSupervisors(task);
  const refused = refusal.value?.taskId === task.id ? refusal.value.text : undefined;
  return (
    <article class="pane" aria-label={words.reasons[task.reason]} onKeyDown={key}>
      <header>
        <a class="back" href="/desk/attention">
          ‹ {words.title}
        </a>
        <p class="row-head">
          <Badge kind={severities[task.reason]}>{words.reasons[task.reason]}</Badge>
          <span class="row-when meta">{whenOf(task)}</span>
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {task.clientName ?? words.ownService}
          {isAboutMessage(task) && ` · ${recipientName(task)}`}
        </h2>
      </header>
      <div>
        <p class="quiet">{words.whatHappened[task.reason]}</p>
        {task.state === 'open' && !forOthers && (
          <p>
            <strong>{words.doNow}.</strong> {words.whatToDo[task.reason]}
          </p>
        )}
      </div>
      {refused && !forOthers && <Banner kind="urgent">{refused}</Banner>}
      {forOthers ? <p>{words.supervisorsOnly}</p> : <TaskStanding task={task} />}
      {isAboutMessage(task) && <AboutMessage task={task} />}
    </article>
  );
}

const whenOf = (task: Task): string =>
  isAboutMessage(task)
    ? t.attention.called(whenWords(task.takenAt, Date.now(), language()))
    : whenWords(task.createdAt, Date.now(), language());

function AboutMessage({ task }: { task: MessageTask }) {
  const words = t.attention;
  const message = useMemo(() => messageOf(task), [task.clientId, task.messageId]);
  const standing = task.tried.map(({ deliveryId, state }) => `${deliveryId} ${state}`).join();
  useEffect(() => void message.refresh(), [message, standing]);
  return (
    <>
      <Reach task={task} />
      <section aria-label={words.message}>
        <h3>{words.message}</h3>
        <Loaded of={message}>{(read) => <MessagePart message={read} />}</Loaded>
      </section>
      <section aria-label={words.tried}>
        <h3>{words.tried}</h3>
        <TriedList task={task} message={message.value.value} />
      </section>
      {task.state === 'open' && task.reason !== 'misdirected' && (
        <SendAgain key={task.id} task={task} onSent={() => void message.refresh()} />
      )}
    </>
  );
}
