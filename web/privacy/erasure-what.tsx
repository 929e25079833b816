// What an erasure takes, what it leaves on purpose and until when, and what is out of its reach.
import type { Erasure } from '#web/privacy/erasures.ts';
import { untilWords } from '#web/privacy/until-words.ts';
import { session } from '#web/session/session.ts';
import { language, t } from '#web/words/words.ts';

const count = (value: number): string => value.toLocaleString(language());

interface LinesProps {
  title: string;
  lines: readonly (readonly [name: string, value: string])[];
  hint?: string;
}

function Lines({ title, lines, hint }: LinesProps) {
  return (
    <section>
      <h3>{title}</h3>
      {hint !== undefined && lines.length > 0 && <p class="meta measure">{hint}</p>}
      {lines.length === 0 ? (
        <p class="quiet">{t.privacy.erasures.nothing}</p>
      ) : (
        <dl class="facts counts">
          {lines.map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd class="number">{value}</dd>
            </>
          ))}
        </dl>
      )}
    </section>
  );
}

export function What({ erasure: { counted, erased, state, kept, outOfReach } }: { erasure: Erasure }) {
  const words = t.privacy.erasures;
  const isDone = state === 'done';
  const counts = isDone || !counted ? erased : counted.counts;
  return (
    <div class="erasure-what">
      {(isDone || counted) && (
        <Lines
          title={isDone ? words.went : words.goes}
          lines={counts.filter((one) => one.count > 0).map((one) => [words.kinds[one.kind], count(one.count)])}
        />
      )}
      <Lines
        title={words.stays}
        lines={kept.map((one) => [
          words.kept[one.kind],
          [one.count !== null && count(one.count), untilWords(one)].filter(Boolean).join(', '),
        ])}
      />
      <Lines
        title={words.outOfReach}
        hint={session.value.me?.role === null ? words.outOfReachYours : words.outOfReachHint}
        lines={outOfReach
          .filter(({ copies }) => copies !== 0)
          .map((one) => [words.places[one.place], one.copies === null ? '' : words.copies(count(one.copies))])}
      />
    </div>
  );
}
