// The list of the inbox, with what is said where it is empty, on its way or did not come.

import { serverNowMs } from '#web/api/server-clock.ts';
import type { Message, StaffMember } from '#web/api/types.ts';
import type { InboxList } from '#web/inbox/inbox-list-store.ts';
import { MessageRow } from '#web/inbox/message-row.tsx';
import { nameOf } from '#web/inbox/names.ts';
import { isHit } from '#web/inbox/search.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { List } from '#web/parts/list.tsx';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { ageWords } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  list: InboxList;
  staff: readonly StaffMember[] | undefined;
  current: string | undefined;
  hrefOf: (id: string) => string;
  text: string;
  filtered: boolean;
  onBack: (() => void) | undefined;
  onHandle: (message: Message) => void;
  onForward: (id: string) => void;
  onNote: (id: string) => void;
  onSearch: () => void;
}

function NotRead({ list }: { list: InboxList }) {
  const failure = list.failure.value;
  const readAtMs = list.readAtMs.value;
  if (!failure) return readAtMs === null ? <Skeleton lines={6} /> : null;
  return (
    <Banner kind="warn">
      <p>{refusalWords(failure)}</p>
      {readAtMs !== null && <p>{t.parts.oldContent(ageWords(serverNowMs() - readAtMs, t.parts))}</p>}
      <Button busy={list.busy.value === 'first'} onPress={() => void list.refresh()}>
        {t.parts.tryAgain}
      </Button>
    </Banner>
  );
}

function Nothing({ filtered, searched }: { filtered: boolean; searched: boolean }) {
  const words = t.inbox;
  if (searched) return <Empty title={words.noneFound} />;
  if (filtered) return <Empty title={words.noneFits} />;
  return (
    <Empty title={words.emptyTitle}>
      <p>{words.empty}</p>
    </Empty>
  );
}

export function MessageList(props: Props) {
  const { list, staff, text } = props;
  const all = list.messages.value;
  const wanted = text.trim();
  const namesIn = ({ staffId, copyTo }: Message) => [staffId, ...copyTo].map((id) => nameOf(staff, id));
  const shown = wanted === '' ? all : all.filter((message) => isHit(message, namesIn(message), wanted));
  return (
    <div class="inbox-rows">
      <NotRead list={list} />
      <p class="meta" role="status">
        {wanted !== '' && t.inbox.searched(t.parts.hits(shown.length), all.length)}
      </p>
      {shown.length > 0 ? (
        <List
          label={t.inbox.list}
          items={shown}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => props.hrefOf(id)}
          {...(props.current !== undefined && { current: props.current })}
          render={(message) => (
            <MessageRow
              message={message}
              to={nameOf(staff, message.staffId)}
              isFresh={list.fresh.value.has(message.id)}
            />
          )}
          actions={{
            e: props.onHandle,
            f: ({ id }) => props.onForward(id),
            n: ({ id }) => props.onNote(id),
            s: props.onSearch,
          }}
          {...(props.onBack && { onBack: props.onBack })}
        />
      ) : (
        list.readAtMs.value !== null && <Nothing filtered={props.filtered} searched={wanted !== ''} />
      )}
      {list.hasMore.value && (
        <Button busy={list.busy.value === 'more'} onPress={() => void list.more()}>
          {t.parts.showMore}
        </Button>
      )}
    </div>
  );
}
