// Erasing somebody: what names them first, who stands in then, and the first name typed as a confirmation.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask, type Failure } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Field } from '#web/parts/field.tsx';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { withReason } from '#web/session/with-reason.ts';
import { type Colleague, ColleagueChoice } from '#web/staff/colleagues.tsx';
import { Errors } from '#web/staff/inputs.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

type Preview = Reply<'previewStaffErasure'>;

const namesOf = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(', ');

function previewLines(preview: Preview): string[] {
  const words = t.staff;
  const { plans, absences, alternative, openMessages, waitingDeliveries, more, users } = preview;
  return [
    plans.length > 0 && words.plansOf(plans.length, namesOf(plans)),
    absences.length > 0 && words.absencesOf(namesOf(absences)),
    alternative && words.alternative,
    openMessages > 0 && words.openMessages(openMessages, waitingDeliveries),
    more && words.moreMessages,
    users > 0 && words.usersOf(users),
  ].filter((line) => line !== false);
}

interface Props {
  clientId: string;
  staffId: string;
  name: string;
  /** Active ones, without this one. */
  colleagues: readonly Colleague[];
  onClose: () => void;
  onRemoved: () => void;
}

interface FormProps extends Props {
  preview: Preview;
}

function RemoveForm({ clientId, staffId, name, colleagues, preview, onClose, onRemoved }: FormProps) {
  const words = t.staff;
  const word = name.split(' ')[0] ?? name;
  const [goesTo, setGoesTo] = useState<'inbox' | 'somebody'>('inbox');
  const [replacement, setReplacement] = useState('');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [unchosen, setUnchosen] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  async function remove(): Promise<void> {
    setFailure(undefined);
    const isRight = typed.trim().toLowerCase() === word.toLowerCase();
    setWrong(isRight ? undefined : words.typeWrong(word));
    if (!isRight) return document.getElementById('field-confirm-name')?.focus();
    const isOpen = goesTo === 'somebody' && replacement === '';
    setUnchosen(isOpen);
    if (isOpen) return document.getElementById('field-replacement')?.focus();
    setBusy(true);
    const stands = goesTo === 'somebody' ? { replacement } : {};
    const outcome = await withReason(`erasing ${staffId}`, (reason) =>
      ask(
        api.DELETE('/v1/clients/{clientId}/staff/{staffId}', {
          params: { path: { clientId, staffId }, query: { ...stands, ...reason } },
        }),
      ),
    );
    setBusy(false);
    if (outcome.kind === 'ok' || (outcome.kind === 'problem' && outcome.code === 'erased')) onRemoved();
    else setFailure(outcome);
  }

  const lines = previewLines(preview);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void remove();
      }}
    >
      <ul class="preview">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length === 0 && <li>{words.nothingNames}</li>}
      </ul>
      <Radios
        legend={words.goesTo}
        {...(!preview.generalInbox && { hint: words.noInbox })}
        value={goesTo}
        options={[
          { value: 'inbox', label: preview.generalInbox ? words.generalInbox : words.nobody },
          { value: 'somebody', label: words.somebody },
        ]}
        onChange={setGoesTo}
      />
      {goesTo === 'somebody' && (
        <Errors.Provider value={new Map(unchosen ? [['replacement', words.chooseFirst]] : [])}>
          <ColleagueChoice
            at="replacement"
            label={words.chooseColleague}
            value={replacement}
            colleagues={colleagues}
            onChange={setReplacement}
          />
        </Errors.Provider>
      )}
      <Field label={t.parts.confirmType(word)} name="confirm-name" error={wrong}>
        {(props) => (
          <input
            {...props}
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {failure && (
        <div role="alert">
          <Banner kind="urgent">{refusalWords(failure)}</Banner>
        </div>
      )}
      <div class="buttons">
        <Button kind="danger" type="submit" busy={busy}>
          {words.removeNow}
        </Button>
        <Button onPress={onClose}>{t.parts.cancel}</Button>
      </div>
    </form>
  );
}

export function DeleteDialog(props: Props) {
  const { clientId, staffId, name, onClose } = props;
  const [preview, setPreview] = useState<Preview>();
  const [failure, setFailure] = useState<Failure>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isOpen = true;
    const path = { clientId, staffId };
    void ask(api.GET('/v1/clients/{clientId}/staff/{staffId}/erasure', { params: { path } })).then((outcome) => {
      if (!isOpen) return;
      if (outcome.kind === 'ok') setPreview(outcome.value);
      setFailure(outcome.kind === 'ok' ? undefined : outcome);
    });
    return () => {
      isOpen = false;
    };
  }, [clientId, staffId, tries]);
  return (
    <Dialog open title={t.staff.removeQuestion(name)} onClose={onClose}>
      {failure && (
        <Banner kind="warn">
          <p>{refusalWords(failure)}</p>
          <Button onPress={() => setTries(tries + 1)}>{t.parts.tryAgain}</Button>
        </Banner>
      )}
      {preview ? <RemoveForm {...props} preview={preview} /> : !failure && <Skeleton />}
    </Dialog>
  );
}
