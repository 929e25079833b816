// Requests in a list: what, of whom, how far, and until when.
import { Badge } from '#web/parts/badge.tsx';
import { List } from '#web/parts/list.tsx';
import { dateWords, isOver, leftWords } from '#web/privacy/countdown.ts';
import { stateWords, viewerOf } from '#web/privacy/request-words.ts';
import { type RequestRow, SERVICE } from '#web/privacy/requests.ts';
import { session } from '#web/session/session.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

/** Whoever looks is of the client: "the client" is they themselves. */
const isOfClient = (): boolean => session.value.me?.role === null;

export function dueWords({ state, deadline, forwardBy, closedAt, clientId }: RequestRow): string {
  const words = t.privacy.requests;
  if (state === 'closed') return closedAt === null ? '' : words.closedOn(dayWords(closedAt, language()));
  if (state === 'received' && !isOfClient() && clientId !== SERVICE)
    return (isOver(forwardBy) ? words.wasToTell : words.tell)(dateWords(forwardBy), leftWords(forwardBy));
  return (isOver(deadline) ? words.wasDue : words.due)(dateWords(deadline), leftWords(deadline));
}

export const homeWords = ({ clientId, clientName }: Pick<RequestRow, 'clientId' | 'clientName'>): string =>
  clientId === SERVICE ? t.privacy.requests.own : (clientName ?? t.privacy.requests.nameless);

/** What waits for somebody stands out; the rest is calm. */
export function StateBadge({ of }: { of: Pick<RequestRow, 'state' | 'late' | 'clientId'> }) {
  const { state, late } = of;
  const words = t.privacy.requests;
  const kind = state === 'closed' ? 'plain' : state === 'released' ? 'accent' : 'info';
  return (
    <>
      <Badge kind={kind}>{stateWords(state, viewerOf(of, isOfClient()))}</Badge>{' '}
      {late && <Badge kind="urgent">{words.late}</Badge>}
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
