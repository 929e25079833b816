// The rows of the audit by day, newest first: what, by whom, with what, why; each day says whether it is closed.
import { Badge } from '#web/parts/badge.tsx';
import type { AuditRow } from '#web/privacy/audit.ts';
import { actWords, recordHref, recordWords, whoWords } from '#web/privacy/audit-words.ts';
import { session } from '#web/session/session.ts';
import { dayWords, isoDay, secondWords, weekdayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

interface Known {
  readonly clientId: string;
  /** Users of the client by id. */
  readonly names: ReadonlyMap<string, string>;
}

function RecordLine({ of: recordId, clientId, names }: Known & { of: string }) {
  if (recordId === clientId) return null;
  const href = recordHref(clientId, recordId, session.value.me?.role === null);
  const id = <span class="audit-id">{recordId}</span>;
  return (
    <p class="meta">
      {recordWords(recordId, names)}: {href ? <a href={href}>{id}</a> : id}
    </p>
  );
}

function Row({ of, clientId, names }: Known & { of: AuditRow }) {
  const words = t.privacy.audit;
  const { by, at, why, requestId } = of;
  const me = session.value.me?.userId;
  return (
    <li class="ledger-row">
      <div>
        <p class="member-name">{actWords(of.act)}</p>
        <p>
          {whoWords(of, me, names)} {by !== me && <span class="meta audit-id">{by}</span>}
        </p>
        {of.recordId !== null && <RecordLine of={of.recordId} clientId={clientId} names={names} />}
        {why !== null && (
          <p class="meta">
            {words.because(words.reasons[why])}{' '}
            {requestId !== null && (
              <a class="audit-id" href={`/c/${clientId}/privacy/requests/${requestId}`}>
                {requestId}
              </a>
            )}
          </p>
        )}
      </div>
      <time class="meta" dateTime={at}>
        {secondWords(at, language())}
      </time>
    </li>
  );
}

/** They come newest first, and so do their days. */
function byDay(items: readonly AuditRow[]): [string, AuditRow[]][] {
  const days = new Map<string, AuditRow[]>();
  for (const item of items) {
    const day = isoDay(item.at);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}

interface Props extends Known {
  items: readonly AuditRow[];
  /** By UTC, as days are closed; null before the first. */
  closedUntil: string | null;
}

export function AuditList({ items, closedUntil, ...known }: Props) {
  const words = t.privacy.audit;
  // A day of Stockholm ends within the day of UTC that bears its name, and is closed with that.
  const isClosed = (day: string) => closedUntil !== null && day <= closedUntil;
  return (
    <>
      {byDay(items).map(([day, rows]) => (
        <section key={day} class="audit-day" aria-labelledby={`audit-${day}`}>
          <div class="audit-head">
            <h2 id={`audit-${day}`}>
              {weekdayWords(`${day}T12:00:00Z`, language())} {dayWords(`${day}T12:00:00Z`, language())}
            </h2>
            <Badge kind={isClosed(day) ? 'accent' : 'plain'}>{isClosed(day) ? words.closed : words.notClosed}</Badge>
          </div>
          <ul class="ledger">
            {rows.map((row) => (
              <Row key={row.id} of={row} {...known} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
