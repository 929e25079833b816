// What an erasure leaves to people: each is changed where it stands, or left with a reason; then the service goes on.
import { useState } from 'preact/hooks';
import { toast } from '#web/parts/toast.tsx';
import { continueErasure, type Erasure, type LeavingReason } from '#web/privacy/erasures.ts';
import { storeWord } from '#web/privacy/findings.ts';
import { Choice, Form } from '#web/privacy/form.tsx';
import { handPlaceOf, handStoreOf } from '#web/privacy/hand-places.ts';
import { useSending } from '#web/privacy/sending.ts';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

type Left = Erasure['byHand'][number];
type Chosen = LeavingReason | 'none';
const choices: readonly Chosen[] = ['none', 'anotherPerson', 'controllersDuty', 'disputed', 'goneByItself'];

const titleOf = ({ store, recordId }: Left): string => `${storeWord(store)} ${recordId}`;

/** What is to be done about it and by whom, with a link for those who may go there. */
function Way({ clientId, of: { store, recordId } }: { clientId: string; of: Left }) {
  const words = t.privacy.erasures;
  const at = handPlaceOf(clientId, store, recordId);
  const isAdmin = session.value.me?.role === null;
  return (
    <p class="measure">
      {words.byHandWays[handStoreOf(store)]}{' '}
      {at && (isAdmin || at.isForOfficer) && (
        <a href={at.href} aria-label={`${words.byHandOpen}: ${storeWord(store)} ${recordId}`}>
          {words.byHandOpen}
        </a>
      )}
    </p>
  );
}

export function ByHand({ erasure }: { erasure: Erasure }) {
  const words = t.privacy.erasures;
  const { clientId } = erasure;
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
          {open.map((one) => (
            <div key={one.id}>
              <Choice
                at={one.id}
                label={titleOf(one)}
                value={chosen[one.id] ?? 'none'}
                options={choices.map((choice) => ({ value: choice, label: words.because[choice] }))}
                onChange={(because) => setChosen({ ...chosen, [one.id]: because })}
              />
              <Way clientId={clientId} of={one} />
            </div>
          ))}
        </Form>
      ) : (
        <ul class="dots">
          {open.map((one) => (
            <li key={one.id}>
              {titleOf(one)}
              <Way clientId={clientId} of={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
