// What was written and is not sent: what, since when, when it is tried again; and what was refused, with why.
import { online } from '#web/api/online.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { hurry, type OutboxItem, unsent } from '#web/kept/outbox.ts';
import { Badge } from '#web/parts/badge.tsx';
import { Button } from '#web/parts/button.tsx';
import { When } from '#web/parts/when.tsx';
import { type ProblemCode, refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const whyRefused = ({ problem }: OutboxItem): string =>
  refusalWords({ kind: 'problem', code: (problem ?? 'internal') as ProblemCode });

function Row({ item, onOpen }: { item: OutboxItem; onOpen: (item: OutboxItem) => void }) {
  const words = t.kept;
  const { label, client, at, nextTryAt, state } = item;
  const refused = state === 'refused';
  return (
    <li class="waiting-row">
      <div>
        <p>{[label, client].filter(Boolean).join(', ')}</p>
        <p class="meta">
          {words.written} <When at={at} nowMs={serverNowMs()} />
          {state === 'sending' && ` · ${words.sendingNow}`}
          {state === 'waiting' && nextTryAt !== undefined && (
            <>
              {' · '}
              {words.nextTry} <When at={nextTryAt} style="clock" />
            </>
          )}
        </p>
        {refused && (
          <p>
            <Badge kind="urgent">{words.refused}</Badge> {whyRefused(item)}
          </p>
        )}
      </div>
      {state !== 'sending' && <Button onPress={() => onOpen(item)}>{words.open}</Button>}
    </li>
  );
}

/** Nothing, while nothing waits. What is sent in an instant never shows here. */
export function Waiting({ onOpen }: { onOpen: (item: OutboxItem) => void }) {
  const items = unsent.value.filter(({ state, tries }) => state !== 'sending' || tries > 0 || !online.value);
  if (items.length === 0) return null;
  return (
    <section class="waiting" aria-label={t.kept.title}>
      <header class="page-head">
        <h2>{t.kept.title}</h2>
        {items.some(({ state }) => state === 'waiting') && <Button onPress={hurry}>{t.kept.tryNow}</Button>}
      </header>
      <ul>
        {items.map((item) => (
          <Row key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
