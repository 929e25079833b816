// What people ask a client for: the list, a new one, or the one that is open.
import { useMemo } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { RequestDetail } from '#web/privacy/request-detail.tsx';
import { RequestForm } from '#web/privacy/request-form.tsx';
import { RequestList } from '#web/privacy/request-list.tsx';
import { requestsOf } from '#web/privacy/requests.ts';
import { t } from '#web/words/words.ts';

export function RequestsTab({ clientId, id }: { clientId: string; id: string | undefined }) {
  const list = `/c/${clientId}/privacy/requests`;
  if (id === undefined) return <Requests clientId={clientId} list={list} />;
  return (
    <>
      <p>
        <a href={list}>{t.privacy.requests.toList}</a>
      </p>
      {id === 'new' ? (
        <RequestForm home={{ clientId }} hrefOf={(_, requestId) => `${list}/${requestId}`} />
      ) : (
        <RequestDetail homeId={clientId} requestId={id} />
      )}
    </>
  );
}

function Requests({ clientId, list }: { clientId: string; list: string }) {
  const words = t.privacy.requests;
  const source = useMemo(() => requestsOf(clientId), [clientId]);
  return (
    <>
      <p class="quiet measure">{words.intro}</p>
      <div class="actions">
        <a class="button primary" href={`${list}/new`}>
          {words.add}
        </a>
      </div>
      <Loaded of={source}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneHint}</p>
            </Empty>
          ) : (
            <div class="ledger">
              <RequestList items={items} withHome={false} hrefOf={({ id }) => `${list}/${id}`} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
