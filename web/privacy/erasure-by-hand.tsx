// What an erasure leaves to people: each is changed, or left with a reason; then the service searches again.
import { useState } from 'preact/hooks';
import { toast } from '#web/parts/toast.tsx';
import { continueErasure, type Erasure, type LeavingReason } from '#web/privacy/erasures.ts';
import { storeWord } from '#web/privacy/findings.ts';
import { Choice, Form } from '#web/privacy/form.tsx';
import { useSending } from '#web/privacy/sending.ts';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

type Chosen = LeavingReason | 'none';
const choices: readonly Chosen[] = ['none', 'anotherPerson', 'controllersDuty', 'disputed', 'goneByItself'];

export function ByHand({ erasure }: { erasure: Erasure }) {
  const words = t.privacy.erasures;
  const open = erasure.byHand.filter(({ because }) => because === null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({});
  const sending = useSending();
  const isOfficer = session.value.me?.role === 'privacyOfficer';

  async function goOn(): Promise<void> {
    const left = open.flatMap(({ id }) => {
      const because = chosen[id] ?? 'none';
      return because === 'none' ? [] : [{ id, because }];
    });
    await sending.send(
      () => continueErasure(erasure, left),
      () => toast(words.goesOn),
    );
  }

  return (
    <section class="next-step" aria-labelledby="by-hand-title">
      <h2 id="by-hand-title">{words.byHandTitle}</h2>
      <p class="measure">{words.byHandHint}</p>
      {isOfficer ? (
        <Form sending={sending} submit={words.goOn} onSubmit={() => void goOn()}>
          {open.map(({ id, store, recordId }) => (
            <Choice
              key={id}
              at={id}
              label={`${storeWord(store)} ${recordId}`}
              value={chosen[id] ?? 'none'}
              options={choices.map((one) => ({ value: one, label: words.because[one] }))}
              onChange={(because) => setChosen({ ...chosen, [id]: because })}
            />
          ))}
        </Form>
      ) : (
        <ul class="dots">
          {open.map(({ id, store, recordId }) => (
            <li key={id}>
              {storeWord(store)} {recordId}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
