// Who has done what with a client's data: the client's own audit, for its admins and for the privacy officer.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import type { Failure } from '#web/api/outcome.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { Field } from '#web/parts/field.tsx';
import { auditOf, closedUntil, isBackwards, type Period, showOlder, userNamesOf } from '#web/privacy/audit.ts';
import { AuditList } from '#web/privacy/audit-list.tsx';
import { AuditProof } from '#web/privacy/audit-proof.tsx';
import { session } from '#web/session/session.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const whole: Period = { from: '', until: '' };
const nobody: ReadonlyMap<string, string> = new Map();

export function AuditTab({ clientId }: { clientId: string }) {
  const words = t.privacy.audit;
  const [period, setPeriod] = useState(whole);
  const backwards = isBackwards(period);
  return (
    <>
      <p class="quiet measure">{words.intro}</p>
      <search class="audit-period">
        {(['from', 'until'] as const).map((end) => (
          <Field
            key={end}
            label={words[end]}
            name={`audit-${end}`}
            error={backwards && end === 'until' ? words.backwards : undefined}
          >
            {(given) => (
              <input
                {...given}
                type="date"
                value={period[end]}
                onChange={(event) => setPeriod({ ...period, [end]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        {period !== whole && (
          <Button kind="quiet" onPress={() => setPeriod(whole)}>
            {words.all}
          </Button>
        )}
      </search>
      {!backwards && (
        <Rows key={JSON.stringify(period)} clientId={clientId} period={period} isWhole={period === whole} />
      )}
      <AuditProof clientId={clientId} period={period} mayRead={!backwards} />
    </>
  );
}

function Rows({ clientId, period, isWhole }: { clientId: string; period: Period; isWhole: boolean }) {
  const words = t.privacy.audit;
  const source = useMemo(() => auditOf(clientId, period), [clientId, period]);
  const closed = useMemo(closedUntil, []);
  const isAdmin = session.value.me?.role === null;
  const users = useMemo(() => (isAdmin ? userNamesOf(clientId) : undefined), [clientId, isAdmin]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure>();
  // Beside the rows: without them people are known by what they are, and days as not closed.
  useEffect(() => void Promise.all([closed.refresh(), users?.refresh()]), [closed, users]);

  async function more(): Promise<void> {
    setBusy(true);
    const before = source.value.peek()?.items.length ?? 0;
    const outcome = await showOlder(clientId, period);
    setBusy(false);
    setRefused(outcome.kind === 'ok' ? undefined : outcome);
    if (outcome.kind === 'ok') announce(words.cameMore(outcome.value.items.length - before));
  }

  return (
    <Loaded of={source}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Empty title={isWhole ? words.none : words.noneThen}>
            <p>{words.noneHint}</p>
          </Empty>
        ) : (
          <>
            <AuditList
              clientId={clientId}
              items={items}
              names={users?.value.value ?? nobody}
              closedUntil={closed.value.value ?? null}
            />
            {refused && <Banner kind="warn">{refusalWords(refused)}</Banner>}
            {nextCursor !== null && (
              <Button busy={busy} onPress={() => void more()}>
                {t.parts.showMore}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}
