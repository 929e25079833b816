// The privacy officer's home: what people ask for, of all clients and of ourselves, what is due first above.
import { useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { Page } from '#web/parts/page.tsx';
import { RequestList } from '#web/privacy/request-list.tsx';
import { allRequests } from '#web/privacy/requests.ts';
import { t } from '#web/words/words.ts';

const states = ['open', 'closed'] as const;

export function RequestsPage() {
  const words = t.privacy.requests;
  const [state, setState] = useState<(typeof states)[number]>('open');
  const source = useMemo(() => allRequests(state), [state]);
  return (
    <Page
      title={words.title}
      actions={
        <a class="button primary" href="/requests/new">
          {words.add}
        </a>
      }
    >
      <p class="quiet measure">{words.intro}</p>
      <div class="actions">
        {states.map((one) => (
          <Button key={one} pressed={one === state} onPress={() => setState(one)}>
            {words[one]}
          </Button>
        ))}
      </div>
      <Loaded of={source} key={state}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={state === 'open' ? words.none : words.noneClosed}>
              {state === 'open' && <p>{words.noneHint}</p>}
            </Empty>
          ) : (
            <div class="ledger">
              <RequestList items={items} withHome hrefOf={({ clientId, id }) => `/requests/${clientId}/${id}`} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
