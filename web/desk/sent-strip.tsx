// The strip under the call field: what was sent last with its ways back, what waits, and what was refused.
import { keyFor } from '#web/desk/desk-keys.ts';
import type { LastSent } from '#web/desk/desk-machine.ts';
import type { MessageBody } from '#web/desk/message-body.ts';
import { lastSentWords } from '#web/desk/sent-words.ts';
import { type OutboxItem, outbox } from '#web/kept/outbox.ts';
import { Button } from '#web/parts/button.tsx';
import { clockWords } from '#web/words/dates.ts';
import { type ProblemCode, refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

interface Props {
  last: LastSent | null;
  /** By their `calledAt`: what is on its way stands in its form still. */
  underWay: readonly string[];
  onCorrect: () => void;
  onTakeBack: () => void;
  onReopen: (item: OutboxItem) => void;
}

export function SentStrip({ last, underWay, onCorrect, onTakeBack, onReopen }: Props) {
  const all = outbox.items.value.filter((item) => !underWay.includes(calledAt(item)));
  const open = all.filter(isOpen);
  // A count of a call is mostly through before anybody could read of it; behind one that could not be sent, all wait.
  const waiting = open.some(({ route, tries }) => route !== 'countCall' || tries > 0) ? open : [];
  const refused = all.filter(({ state }) => state === 'refused');
  return (
    <div class="strips">
      {refused.map((item) => (
        <div class="strip refused" key={item.id}>
          <p>
            <b>{t.desk.refused(item.label)}</b> {refusalWords({ kind: 'problem', code: item.problem as ProblemCode })}
          </p>
          {item.route !== 'countCall' ? (
            <Button onPress={() => onReopen(item)}>{t.desk.openAgain}</Button>
          ) : (
            <Button onPress={() => void outbox.forget(item.id)}>{t.parts.close}</Button>
          )}
        </div>
      ))}
      {waiting.length > 0 && <Waits waiting={waiting} />}
      {last && (
        <div class="strip sent">
          <p>
            <span aria-hidden="true">✓ </span>
            {lastSentWords(last)}
          </p>
          <span class="strip-actions">
            <Button kind="quiet" kbd={keyFor('correct')} onPress={onCorrect}>
              {t.desk.correct}
            </Button>
            <Button kind="quiet" kbd={keyFor('takeBack')} onPress={onTakeBack}>
              {t.desk.takeBack}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

const isOpen = ({ state }: OutboxItem): boolean => state === 'waiting' || state === 'sending';
const calledAt = ({ body }: OutboxItem): string => (body as MessageBody).calledAt ?? '';

function Waits({ waiting }: { waiting: readonly OutboxItem[] }) {
  const next = Math.min(...waiting.map(({ nextTryAt }) => nextTryAt ?? Number.POSITIVE_INFINITY));
  return (
    <div class="strip waits">
      <p>
        {t.desk.waits(waiting.length)}
        {Number.isFinite(next) && next > 0 && ` · ${t.desk.triesAt(clockWords(next, language()))}`}
      </p>
    </div>
  );
}
