// A message in the list: who, when, the first words, to whom and what came of it. What it means is never told by colour alone.
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Message } from '#web/api/types.ts';
import { callerName } from '#web/inbox/caller-name.ts';
import { isUnread } from '#web/inbox/inbox-store.ts';
import { cameTo } from '#web/inbox/way.ts';
import { Badge } from '#web/parts/badge.tsx';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

function Came({ message }: { message: Message }) {
  const came = cameTo(message.deliveries);
  if (message.state === 'handled') return <Badge kind="accent">{t.parts.handled}</Badge>;
  if (came === 'unknown') return <Badge kind="warn">{t.parts.unknown}</Badge>;
  if (came === 'failed') return <Badge kind="urgent">{t.parts.failed}</Badge>;
  return came ? <span>{t.parts[came]}</span> : null;
}

export function MessageRow({ message, to, isFresh }: { message: Message; to: string; isFresh: boolean }) {
  const { caller, matter, urgency } = message;
  const unread = isUnread(message);
  return (
    <span class={`message-row${unread ? ' unread' : ''}${isFresh ? ' fresh' : ''}`}>
      <span class="message-row-top">
        <span class="message-row-who">
          {unread && <span class="unseen">{t.inbox.unread}: </span>}
          {callerName(caller)}
          {caller.name && caller.company && <span class="message-row-company"> · {caller.company}</span>}
        </span>
        <When at={message.takenAt} nowMs={serverNowMs()} />
      </span>
      <span class="message-row-text" dir="auto">
        {matter ?? t.inbox.noMatter}
      </span>
      <span class="message-row-foot">
        {urgency === 'urgent' && message.state === 'open' && <Badge kind="urgent">{t.parts.urgent}</Badge>}
        {to !== '' && <span>{t.inbox.to(to)}</span>}
        <Came message={message} />
      </span>
    </span>
  );
}
