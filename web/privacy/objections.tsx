// What a client has objected to sub-processors: against whom, when, and in what words; by its name for those of the service.
import { useMemo } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { type AgreementDetail, type SubProcessor, subProcessors } from '#web/privacy/agreements.ts';
import { clientOf } from '#web/privacy/erasures.ts';
import { session } from '#web/session/session.ts';
import { clockWords, dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

type Objection = AgreementDetail['objections'][number];

const nameOf = (all: readonly SubProcessor[], id: string): string => {
  const { current, next } = all.find((one) => one.id === id) ?? {};
  return current?.name ?? next?.details?.name ?? id;
};

interface Props {
  clientId: string;
  objections: readonly Objection[];
}

export function Objections({ clientId, objections }: Props) {
  const words = t.privacy.agreement;
  const all = useMemo(subProcessors, []);
  const client = useMemo(() => clientOf(clientId), [clientId]);
  const isOurs = session.value.me?.role !== null;
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="objections-title">
      <h2 id="objections-title">{words.objections}</h2>
      <Loaded of={client}>
        {(now) => (
          <Loaded of={all}>
            {(known) => (
              <ul class="ledger">
                {objections.map(({ subProcessorId, at, text }) => (
                  <li key={`${subProcessorId} ${at}`} class="ledger-row">
                    <div>
                      <p class="meta">
                        {words.objectionBy(
                          isOurs ? (now?.name ?? clientId) : words.you,
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
        )}
      </Loaded>
    </section>
  );
}
