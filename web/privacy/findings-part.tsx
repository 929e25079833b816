// The review of what a search has found: four views of it, many decisions at once, and each by itself.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
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
  decideFindings,
  type Finding,
  readFindings,
  standingOf,
  type View,
  views,
} from '#web/privacy/findings.ts';
import { decideMany, type ManyAtOnce, manyAtOnce } from '#web/privacy/many-at-once.ts';
import type { SubjectRequest } from '#web/privacy/requests.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  request: SubjectRequest;
  counts: Counts;
  /** An erasure of what was found is asked for, or under way: until it is withdrawn nothing is decided anew. */
  isErasing: boolean;
}

const firstView = ({ undecided, toReview }: Counts): View =>
  undecided > 0 ? 'undecided' : toReview > 0 ? 'toReview' : 'included';

/** As it will be when the service has said so. */
const decidedAs = (finding: Finding, { decision, third, masks }: Decision): Finding => ({
  ...finding,
  ...(decision && { decision }),
  ...(third && { third, masks: masks ?? [] }),
});

export function FindingsPart({ request, counts, isErasing }: Props) {
  const words = t.privacy.findings;
  const of = { clientId: request.clientId, requestId: request.id };
  const readOnly = isErasing || request.state !== 'preparing';
  const [view, setView] = useState(() => (readOnly ? 'included' : firstView(counts)));
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<string>();
  const [refused, setRefused] = useState<{ id: string; text: string }>();
  const list = useMemo(() => findingList((wanted, cursor) => readFindings(of, wanted, cursor)), [request.id]);
  const [items, reading, hasMore] = [list.items.value, list.reading.value, list.hasMore.value];
  const failed = failure ?? list.failure.value;
  const many = readOnly ? [] : manyAtOnce(view, items);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void list.open(view), [list, view]);

  async function decide(finding: Finding, decision: Decision): Promise<void> {
    setBusy(finding.id);
    setRefused(undefined);
    const outcome = await decideFindings(of, [decision]);
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

  /** They stay where they are, so that each can still be decided otherwise. */
  async function decideAll({ way, decisions }: ManyAtOnce): Promise<void> {
    setBusy(way);
    setFailure(undefined);
    let count = 0;
    const stopped = await decideMany(
      (some) => decideFindings(of, some),
      decisions,
      (some) => {
        count += some.length;
        const byId = new Map(some.map((one) => [one.id, one]));
        const changed = list.items.peek().flatMap((one) => {
          const decision = byId.get(one.id);
          return decision ? [decidedAs(one, decision)] : [];
        });
        list.put(changed);
      },
    );
    setBusy(undefined);
    setFailure(stopped);
    if (count > 0) toast(words.manyDone(count));
    heading.current?.focus({ preventScroll: true });
    void standingOf(of).refresh();
  }

  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {isErasing && <p class="quiet measure">{words.frozen}</p>}
      {!readOnly && <p class="quiet measure">{words.intro}</p>}
      <div class="actions">
        {views.map((one) => (
          <Button key={one} pressed={one === view} onPress={() => setView(one)}>
            {words.views[one](counts[one])}
          </Button>
        ))}
      </div>
      {many.length > 0 && (
        <div class="many-at-once">
          <p class="meta">{words.manyHint}</p>
          <div class="actions">
            {many.map((one) => (
              <Button key={one.way} busy={busy === one.way} onPress={() => void decideAll(one)}>
                {words.many[one.way](one.decisions.length)}
              </Button>
            ))}
          </div>
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
