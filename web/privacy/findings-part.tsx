// The review of what a search has found: four views of it, many decisions at once, and each by itself.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure } from '#web/api/outcome.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { toast } from '#web/parts/toast.tsx';
import { findingList } from '#web/privacy/finding-list.ts';
import { FindingRow } from '#web/privacy/finding-row.tsx';
import {
  type Counts,
  type Decision,
  decideAll,
  decideOne,
  type Finding,
  readFindings,
  standingOf,
  type View,
  views,
} from '#web/privacy/findings.ts';
import type { SubjectRequest } from '#web/privacy/requests.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  request: SubjectRequest;
  counts: Counts;
}

const firstView = ({ undecided, toReview }: Counts): View =>
  undecided > 0 ? 'undecided' : toReview > 0 ? 'toReview' : 'included';

/** As it will be when the service has said so. */
const decidedAs = (finding: Finding, { decision, third, masks }: Decision): Finding => ({
  ...finding,
  ...(decision && { decision }),
  ...(third && { third, masks: masks ?? [] }),
});

export function FindingsPart({ request, counts }: Props) {
  const words = t.privacy.findings;
  const of = { clientId: request.clientId, requestId: request.id };
  const readOnly = request.state !== 'preparing';
  const [view, setView] = useState(() => (readOnly ? 'included' : firstView(counts)));
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<string>();
  const [refused, setRefused] = useState<{ id: string; text: string }>();
  const list = useMemo(() => findingList((wanted, cursor) => readFindings(of, wanted, cursor)), [request.id]);
  const [items, reading, hasMore] = [list.items.value, list.reading.value, list.hasMore.value];
  const failed = failure ?? list.failure.value;
  useEffect(() => void list.open(view), [view, request.searchJobId]);

  async function decide(finding: Finding, decision: Decision): Promise<void> {
    setBusy(finding.id);
    setRefused(undefined);
    const outcome = await decideOne(of, decision);
    setBusy(undefined);
    if (outcome.kind !== 'ok') {
      const text = refusalWords(outcome);
      setRefused({ id: finding.id, text });
      announce(text, 'urgent');
      return;
    }
    list.put([decidedAs(finding, decision)]);
    announce(decision.decision ? words.decided[decision.decision] : words.thirdStates[decision.third ?? 'none']);
    void standingOf(of).refresh();
  }

  async function decideMany(all: Parameters<typeof decideAll>[1]): Promise<void> {
    setBusy('all');
    setFailure(undefined);
    const outcome = await decideAll(of, all);
    setBusy(undefined);
    if (outcome.kind === 'ok') toast(words.manyDone(outcome.value));
    else setFailure(outcome);
    await Promise.all([list.open(view), standingOf(of).refresh()]);
  }

  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{words.title}</h2>
      {!readOnly && <p class="quiet measure">{words.intro}</p>}
      <div class="actions">
        {views.map((one) => (
          <Button key={one} pressed={one === view} onPress={() => setView(one)}>
            {words.views[one](counts[one])}
          </Button>
        ))}
      </div>
      {!readOnly && view === 'toReview' && counts.toReview > 1 && (
        <div class="actions">
          <Button
            busy={busy === 'all'}
            onPress={() =>
              void decideMany({ where: { decision: 'include', third: 'toReview' }, set: { third: 'masked' } })
            }
          >
            {words.maskAll}
          </Button>
        </div>
      )}
      {failed && (
        <Banner kind="warn">
          <p>{refusalWords(failed)}</p>
          {list.failure.value && <Button onPress={() => void list.more()}>{t.parts.tryAgain}</Button>}
        </Banner>
      )}
      {items.length === 0 && reading && <Skeleton />}
      {items.length === 0 && !hasMore && <Empty title={words.emptyViews[view]} />}
      {items.length > 0 && (
        <>
          <p class="meta">{words.legend}</p>
          <ul>
            {items.map((finding) => (
              <FindingRow
                key={finding.id}
                finding={finding}
                busy={busy === finding.id}
                readOnly={readOnly}
                refused={refused?.id === finding.id ? refused.text : undefined}
                decide={(decision) => void decide(finding, decision)}
              />
            ))}
          </ul>
          {hasMore && (
            <div class="actions">
              <Button busy={reading} onPress={() => void list.more()}>
                {t.parts.showMore}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
