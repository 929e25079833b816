// What a client has objected to sub-processors: against whom, when, and in what words.
import { useMemo } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { type AgreementDetail, type SubProcessor, subProcessors } from '#web/privacy/agreements.ts';
import { session } from '#web/session/session.ts';
import { clockWords, dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

type Objection = AgreementDetail['objections'][number];

const nameOf = (all: readonly SubProcessor[], id: string): string => {
  const { current, next } = all.find((one) => one.id === id) ?? {};
  return current?.name ?? next?.details?.name ?? id;
};

export function Objections({ objections }: { objections: readonly Objection[] }) {
  const words = t.privacy.agreement;
  const all = useMemo(subProcessors, []);
  const isOurs = session.value.me?.role !== null;
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="objections-title">
      <h2 id="objections-title">{words.objections}</h2>
      <Loaded of={all}>
        {(known) => (
          <ul class="ledger">
            {objections.map(({ subProcessorId, at, text }) => (
              <li key={`${subProcessorId} ${at}`} class="ledger-row">
                <div>
                  <p class="meta">
                    {words.objectionBy(
                      isOurs ? words.theClient : words.you,
                      nameOf(known, subProcessorId),
                      `${dayWords(at, language())} ${clockWords(at, language())}`,
                    )}
                  </p>
                  <p class="read">{text}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
