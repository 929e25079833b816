// What was found of a person who wants to be erased, and the erasure: asked for when every finding is decided, then looked at where it stands.
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Loaded } from '#web/api/loaded.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { askForErasure, type ErasureBody, erasuresOf } from '#web/privacy/erasures.ts';
import type { Counts } from '#web/privacy/findings.ts';
import { FindingsPart } from '#web/privacy/findings-part.tsx';
import type { SubjectRequest } from '#web/privacy/requests.ts';
import { useKey, useSending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

interface Props {
  request: SubjectRequest;
  counts: Counts;
}

export function ErasePart({ request, counts }: Props) {
  const { clientId, id, state } = request;
  const words = t.privacy.findings.erase;
  const { route } = useLocation();
  const source = useMemo(() => erasuresOf(clientId), [clientId]);
  const sending = useSending();
  const keyFor = useKey();
  const hrefOf = (erasureId: string) => `/c/${clientId}/privacy/erasures/${erasureId}`;
  const mayAsk = state === 'preparing' && counts.undecided === 0 && counts.included > 0;

  function askNow(): void {
    const body: ErasureBody = { what: 'person', requestId: id, why: 'subjectRequest' };
    void sending.send(
      () => askForErasure(clientId, body, keyFor(body)),
      (erasure) => {
        toast(words.asked);
        route(hrefOf(erasure.id));
      },
    );
  }

  return (
    <Loaded of={source}>
      {(all) => {
        const mine = all.filter((one) => one.requestId === id && one.state !== 'withdrawn');
        return (
          <>
            {counts.all > 0 && (
              <FindingsPart request={request} counts={counts} isErasing={mine.some((one) => one.state !== 'done')} />
            )}
            {(mine.length > 0 || mayAsk) && (
              <section class="report" aria-labelledby="erase-title">
                <h2 id="erase-title">{words.title}</h2>
                {mine.map((one) => (
                  <p key={one.id}>
                    <a href={hrefOf(one.id)}>{t.privacy.erasures.states[one.state]}</a>
                  </p>
                ))}
                {mine.length === 0 && (
                  <>
                    <p class="quiet measure">{words.hint}</p>
                    {sending.whole !== undefined && <Banner kind="urgent">{sending.whole}</Banner>}
                    <div class="actions">
                      <Button kind="danger" busy={sending.busy} onPress={askNow}>
                        {words.ask}
                      </Button>
                    </div>
                  </>
                )}
              </section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
