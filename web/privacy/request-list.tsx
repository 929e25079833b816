// Requests in a list: what, of whom, how far, and until when.
import { Badge } from '#web/parts/badge.tsx';
import { List } from '#web/parts/list.tsx';
import { dateWords, isOver, leftWords } from '#web/privacy/countdown.ts';
import { type RequestRow, SERVICE } from '#web/privacy/requests.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export function dueWords({ state, deadline, forwardBy, closedAt }: RequestRow): string {
  const words = t.privacy.requests;
  if (state === 'closed') return closedAt === null ? '' : words.closedOn(dayWords(closedAt, language()));
  if (state === 'received')
    return (isOver(forwardBy) ? words.wasToTell : words.tell)(dateWords(forwardBy), leftWords(forwardBy));
  return (isOver(deadline) ? words.wasDue : words.due)(dateWords(deadline), leftWords(deadline));
}

export const homeWords = ({ clientId, clientName }: Pick<RequestRow, 'clientId' | 'clientName'>): string =>
  clientId === SERVICE ? t.privacy.requests.own : (clientName ?? t.privacy.requests.nameless);

/** What waits for somebody stands out; the rest is calm. */
export function StateBadge({ of: { state, late } }: { of: Pick<RequestRow, 'state' | 'late'> }) {
  const words = t.privacy.requests;
  const kind = state === 'closed' ? 'plain' : state === 'released' ? 'accent' : 'info';
  return (
    <>
      <Badge kind={kind}>{words.states[state]}</Badge> {late && <Badge kind="urgent">{words.late}</Badge>}
    </>
  );
}

interface Props {
  items: readonly RequestRow[];
  hrefOf: (row: RequestRow) => string;
  /** Where rows of several clients stand. */
  withHome: boolean;
}

export function RequestList({ items, hrefOf, withHome }: Props) {
  const words = t.privacy.requests;
  return (
    <List
      label={words.title}
      items={items}
      keyOf={({ id }) => id}
      hrefOf={hrefOf}
      render={(row) => (
        <span class="ledger-line">
          <span class="member-name">{words.kinds[row.kind]}</span>
          {withHome && <span>{homeWords(row)}</span>}
          <StateBadge of={row} />
          <span class="meta">{dueWords(row)}</span>
        </span>
      )}
    />
  );
}
