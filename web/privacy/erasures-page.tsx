// The erasures of all clients, for the privacy officer: those that wait, those that are done, or the one that is open.
import { useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { Loaded } from '#web/api/loaded.tsx';
import type { Failure } from '#web/api/outcome.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { Page } from '#web/parts/page.tsx';
import { ErasureDetail } from '#web/privacy/erasure-detail.tsx';
import { ErasureList } from '#web/privacy/erasure-list.tsx';
import { anyErasures, clientOf, type ErasureState, showOlder } from '#web/privacy/erasures.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const states: readonly ErasureState[] = ['open', 'done'];

export function ErasuresPage() {
  const { home, id } = useRoute().params;
  const words = t.privacy.erasures;
  if (home !== undefined && id !== undefined)
    return (
      <Page key={id} title={words.ofAll.title} actions={<a href="/erasures">{words.toList}</a>}>
        <Home clientId={home} />
        <ErasureDetail clientId={home} erasureId={id} />
      </Page>
    );
  return <OfAll />;
}

/** Whose it is: by name as long as there is one. */
function Home({ clientId }: { clientId: string }) {
  const source = useMemo(() => clientOf(clientId), [clientId]);
  return (
    <Loaded of={source}>
      {(client) =>
        client === null ? (
          <p>{t.privacy.erasures.ofAll.gone(clientId)}</p>
        ) : (
          <p>
            <a href={`/c/${clientId}/privacy/erasures`}>{client.name}</a>
          </p>
        )
      }
    </Loaded>
  );
}

function OfAll() {
  const words = t.privacy.erasures.ofAll;
  const [state, setState] = useState<ErasureState>('open');
  return (
    <Page title={words.title}>
      <p class="quiet measure">{words.intro}</p>
      <div class="actions">
        {states.map((one) => (
          <Button key={one} pressed={one === state} onPress={() => setState(one)}>
            {words[one]}
          </Button>
        ))}
      </div>
      <Listed key={state} state={state} />
    </Page>
  );
}

function Listed({ state }: { state: ErasureState }) {
  const words = t.privacy.erasures.ofAll;
  const source = useMemo(() => anyErasures(state), [state]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure>();

  async function more(): Promise<void> {
    setBusy(true);
    const before = source.value.peek()?.items.length ?? 0;
    const outcome = await showOlder(state);
    setBusy(false);
    setRefused(outcome.kind === 'ok' ? undefined : outcome);
    if (outcome.kind === 'ok') announce(words.cameMore(outcome.value.items.length - before));
  }

  return (
    <Loaded of={source}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 ? (
            <Empty title={state === 'open' ? words.none : words.noneDone} />
          ) : (
            <ErasureList
              label={words[state]}
              items={items}
              hrefOf={({ clientId, id }) => `/erasures/${clientId}/${id}`}
              homeOf={({ clientName, clientId }) => clientName ?? words.gone(clientId)}
            />
          )}
          {refused && <Banner kind="warn">{refusalWords(refused)}</Banner>}
          {nextCursor !== null && (
            <Button busy={busy} onPress={() => void more()}>
              {t.parts.showMore}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
