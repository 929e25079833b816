// Why somebody of the service opens what is old or protected: five reasons to choose from, none of them chosen beforehand.
import { useState } from 'preact/hooks';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { type Why, whyAsked } from '#web/session/with-reason.ts';
import { t } from '#web/words/words.ts';

const reasons: readonly Why[] = ['clientAsked', 'subjectRequest', 'complaint', 'fault', 'incident'];

export function WhyDialog() {
  const [why, setWhy] = useState<Why | ''>('');
  const words = t.privacy.why;
  const asked = whyAsked.value;
  const answer = (given: Why | undefined) => {
    setWhy('');
    asked?.answer(given);
  };
  return (
    <Dialog open={asked !== undefined} title={words.title} onClose={() => answer(undefined)}>
      <div class="form">
        <Radios
          legend={words.legend}
          value={why}
          hint={words.hint}
          options={reasons.map((value) => ({ value, label: words.reasons[value] }))}
          onChange={setWhy}
        />
        <div class="actions">
          <Button kind="primary" disabled={why === ''} onPress={() => answer(why === '' ? undefined : why)}>
            {words.open}
          </Button>
          <Button kind="quiet" onPress={() => answer(undefined)}>
            {t.parts.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
