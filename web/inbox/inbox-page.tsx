// The inbox of a client: filters and list beside the message that is open, or one below the other.
import { useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { usePoll } from '#web/api/poll.ts';
import type { Me } from '#web/api/types.ts';
import { FilterBar } from '#web/inbox/filter-bar.tsx';
import { filtersOf, queryOf } from '#web/inbox/filters.ts';
import { inboxOf } from '#web/inbox/inbox-store.ts';
import { MessageList } from '#web/inbox/message-list.tsx';
import { loadedPane, loadPane, PaneOnItsWay } from '#web/inbox/pane-loader.tsx';
import { readUnknown, refreshOld, staffOf, usersOf } from '#web/inbox/people.ts';
import { rightsOf } from '#web/inbox/rights.ts';
import { Trouble } from '#web/inbox/trouble.tsx';
import { Updated } from '#web/inbox/updated.tsx';
import { useFocusWays } from '#web/inbox/use-focus-ways.ts';
import type { Wanted } from '#web/inbox/wanted.ts';
import { announce } from '#web/parts/announce.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { setNavCount } from '#web/parts/nav-counts.ts';
import { hasNavigated, Page } from '#web/parts/page.tsx';
import { singleKeys } from '#web/parts/theme.ts';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

/** With the pause's tenth and the way there and back it stays below three seconds. */
const PACE = { activeMs: 2_300, idleMs: 10_000 };

const sayNew = (count: number): void => {
  if (count > 0) announce(t.inbox.newMessages(count));
};

function InboxOf({ me, clientId, id }: { me: Me; clientId: string; id: string | undefined }) {
  const { query, route } = useLocation();
  const filters = filtersOf(query);
  const inbox = inboxOf(clientId);
  const list = inbox.list(filters);
  const rights = rightsOf(me, clientId);
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<Wanted>();
  const path = `/c/${clientId}/messages`;
  const hrefOf = (messageId: string) => `${path}/${messageId}${queryOf(filters)}`;

  usePoll(
    useCallback(async () => sayNew(await list.poll()), [list]),
    PACE,
  );
  useEffect(() => {
    const refresh = () => {
      void list.refresh().then(sayNew);
      refreshOld(staffOf(clientId));
      if (rights.seesUsers) refreshOld(usersOf(clientId));
    };
    refresh();
    addEventListener('focus', refresh);
    return () => {
      removeEventListener('focus', refresh);
      list.leave();
    };
  }, [list, clientId, rights.seesUsers]);
  useSignalEffect(() =>
    readUnknown(
      clientId,
      list.messages.value.flatMap(({ staffId, copyTo }) => [staffId, ...copyTo]),
    ),
  );
  useSignalEffect(() => setNavCount('messages', inbox.unread.value));

  useEffect(() => void loadPane(), [id]);
  const Pane = loadedPane.value;

  const toList = () => route(`${path}${queryOf(filters)}`);
  const focus = useFocusWays(id, toList);
  const first = useRef(id);
  useEffect(() => setWanted((now) => (now?.id === id ? now : undefined)), [id]);

  const neighbour = (step: 1 | -1) => {
    const messages = list.messages.peek();
    const next = messages[messages.findIndex((message) => message.id === id) + step];
    if (next) route(hrefOf(next.id), true);
  };
  const want = (what: Wanted['what']) => (messageId: string) => {
    setWanted({ id: messageId, what });
    if (messageId !== id) route(hrefOf(messageId));
  };

  return (
    <Page title={t.inbox.title} actions={<Updated list={list} />}>
      <Trouble inbox={inbox} />
      <div class={id ? 'inbox has-open' : 'inbox'}>
        <div class="inbox-list no-print" ref={focus.list}>
          <FilterBar
            filters={filters}
            onChange={(next) => route(`${id ? `${path}/${id}` : path}${queryOf(next)}`, true)}
            staff={rights.seesAll ? staffOf(clientId).value.value : undefined}
            text={text}
            onText={setText}
            searchRef={focus.search}
          />
          <MessageList
            list={list}
            staff={staffOf(clientId).value.value}
            current={id}
            hrefOf={hrefOf}
            text={text}
            filtered={queryOf(filters) !== ''}
            onBack={id ? toList : undefined}
            onHandle={(message) => void inbox.toggle(message, rights.userId)}
            onForward={want('forward')}
            onNote={want('note')}
            onSearch={focus.toSearch}
          />
        </div>
        {id && Pane && (
          <Pane
            key={id}
            inbox={inbox}
            clientId={clientId}
            id={id}
            rights={rights}
            backHref={`${path}${queryOf(filters)}`}
            takesFocus={id !== first.current || hasNavigated()}
            wanted={wanted?.id === id ? wanted.what : undefined}
            onWanted={(what) => setWanted(what && { id, what })}
            onBack={toList}
            onNeighbour={neighbour}
            onSearch={focus.toSearch}
          />
        )}
        {id && !Pane && <PaneOnItsWay />}
        {!id && (
          <div class="inbox-none no-print">
            <Empty title={t.inbox.chooseTitle}>
              <p>{singleKeys.value === 'on' ? t.inbox.choose : t.inbox.chooseNoKeys}</p>
            </Empty>
          </div>
        )}
      </div>
    </Page>
  );
}

export function InboxPage() {
  const { client = '', id } = useRoute().params;
  const { me } = session.value;
  return me ? <InboxOf key={client} me={me} clientId={client} id={id} /> : null;
}
