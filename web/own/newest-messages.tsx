// The newest messages for the person, each a way into the inbox.
import { useMemo } from 'preact/hooks';
import { cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask } from '#web/api/outcome.ts';
import { usePoll } from '#web/api/poll.ts';
import type { Message } from '#web/api/types.ts';
import type { Who } from '#web/own/own-person.ts';
import { Badge } from '#web/parts/badge.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { List } from '#web/parts/list.tsx';
import { When } from '#web/parts/when.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

const PACE = { activeMs: 10_000, idleMs: 60_000 };
const SHOWN = 5;

/** A staff member's list is their own by itself; an admin's holds everybody's. */
const newestOf = ({ clientId, staffId }: Who, isAdmin: boolean) =>
  cached(`newest:${clientId}:${staffId}`, () =>
    ask(
      api.GET('/v1/clients/{clientId}/messages', {
        params: { path: { clientId }, query: { limit: SHOWN, ...(isAdmin && { staffId }) } },
      }),
    ),
  );

function callerWords({ caller: { name, company, phone, phoneAsGiven } }: Message): string {
  const who = [name, company].filter(Boolean).join(', ');
  return who || (phone ? phoneWords(phone) : phoneAsGiven) || t.own.unknownCaller;
}

function Row({ message }: { message: Message }) {
  const { urgency, readAt, matter, takenAt } = message;
  return (
    <span class={readAt === null ? 'own-message new' : 'own-message'}>
      <span class="own-from">
        {callerWords(message)} {readAt === null && <Badge kind="info">{t.own.unread}</Badge>}{' '}
        {urgency === 'urgent' && <Badge kind="urgent">{t.parts.urgent}</Badge>}
      </span>
      <span class="meta">
        <When at={takenAt} />
      </span>
      <span class="own-matter quiet">{matter ?? t.own.wantsCallBack}</span>
    </span>
  );
}

export function NewestMessages({ who, isAdmin }: { who: Who; isAdmin: boolean }) {
  const newest = useMemo(() => newestOf(who, isAdmin), []);
  usePoll(newest.refresh, PACE);
  const inbox = `/c/${who.clientId}/messages`;
  return (
    <section class="own-part" aria-labelledby="own-newest">
      <header class="page-head">
        <h2 id="own-newest">{t.own.newest}</h2>
        <a href={inbox}>{t.own.allMessages}</a>
      </header>
      <Loaded of={newest}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.own.newestNone}>
              <p>{t.own.newestSoon}</p>
            </Empty>
          ) : (
            <List
              label={t.own.newest}
              items={items}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `${inbox}/${id}`}
              render={(message) => <Row message={message} />}
            />
          )
        }
      </Loaded>
    </section>
  );
}
