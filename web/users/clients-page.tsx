// The clients of the service: found by what one knows of them, each a way to its pages; a supervisor adds one.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import type { Client } from '#web/api/types.ts';
import { announce } from '#web/parts/announce.tsx';
import { Badge } from '#web/parts/badge.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { Field } from '#web/parts/field.tsx';
import { List } from '#web/parts/list.tsx';
import { Page } from '#web/parts/page.tsx';
import { session } from '#web/session/session.ts';
import { clientList, findClients, moreClients } from '#web/users/client-list.ts';
import { phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const PAUSE_MS = 120;
const kinds = { active: 'accent', paused: 'warn', ended: 'plain' } as const;

interface Found {
  readonly text: string;
  readonly items?: readonly Client[];
  readonly refused?: string;
}

/** undefined: nothing is sought, or the answer is on its way. */
function useFound(text: string): Found | undefined {
  const [found, setFound] = useState<Found>();
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return setFound(undefined);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const outcome = await findClients(wanted, stop.signal);
      if (stop.signal.aborted) return;
      if (outcome.kind !== 'ok') return setFound({ text: wanted, refused: refusalWords(outcome) });
      setFound({ text: wanted, items: outcome.value });
      announce(t.parts.hits(outcome.value.length));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return found?.text === '' || wanted === '' ? undefined : found;
}

function Row({ client: { name, town, numbers, status } }: { client: Client }) {
  const [first] = numbers;
  const more = numbers.length > 1 ? t.users.clients.numbers(numbers.length) : first && phoneWords(first.number);
  return (
    <span class="client-row">
      <span class="member-name">{name}</span>
      <Badge kind={kinds[status]}>{t.users.clients[status]}</Badge>
      <span class="meta">{[town, more ?? t.users.clients.noNumber].filter(Boolean).join(', ')}</span>
    </span>
  );
}

function ClientRows({ items }: { items: readonly Client[] }) {
  return (
    <List
      label={t.users.clients.title}
      items={items}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/c/${id}/company`}
      render={(client) => <Row client={client} />}
    />
  );
}

export function ClientsPage() {
  const words = t.users.clients;
  const list = useMemo(clientList, []);
  const [text, setText] = useState('');
  const [more, setMore] = useState(false);
  const found = useFound(text);

  async function showMore(): Promise<void> {
    setMore(true);
    const outcome = await moreClients(list);
    setMore(false);
    announce(outcome.kind === 'ok' ? words.count(outcome.value.items.length) : refusalWords(outcome));
  }

  return (
    <Page
      title={words.title}
      actions={
        session.value.me?.role === 'supervisor' && (
          <a class="button primary" href="/clients/new">
            {words.add}
          </a>
        )
      }
    >
      <Field label={words.find} hint={words.findHint} name="find-client">
        {(props) => (
          <input
            {...props}
            type="search"
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {found?.refused !== undefined && <Banner kind="warn">{found.refused}</Banner>}
      {found?.items && (found.items.length === 0 ? <Empty title={words.noHits} /> : <ClientRows items={found.items} />)}
      <div hidden={found !== undefined}>
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <div class="clients">
              {items.length === 0 ? (
                <Empty title={words.none}>
                  <p>{words.noneHint}</p>
                </Empty>
              ) : (
                <ClientRows items={items} />
              )}
              {nextCursor !== null && (
                <Button busy={more} onPress={() => void showMore()}>
                  {t.parts.showMore}
                </Button>
              )}
            </div>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
