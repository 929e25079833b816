// The end of a request, with the answer to the person: there already, to be changed or kept as it stands.
import { useDraft } from '#web/kept/drafts.ts';
import { Radios } from '#web/parts/check.tsx';
import { Form, Kept, Text } from '#web/privacy/form.tsx';
import type { SubjectRequest } from '#web/privacy/requests.ts';
import type { StepFormProps } from '#web/privacy/step-form.ts';
import { t } from '#web/words/words.ts';

type Outcome = SubjectRequest['closings'][number]['outcome'];

interface Ended {
  /** null: the first of those that there are. */
  readonly outcome: Outcome | null;
  /** What was changed, by outcome. */
  readonly texts: Readonly<Partial<Record<Outcome, string>>>;
}
const asItStands: Ended = { outcome: null, texts: {} };

export function CloseForm({ request, sending, take }: StepFormProps) {
  const words = t.privacy.requests;
  const { closings, language, id } = request;
  const draft = useDraft<Ended>(`close:${id}`, asItStands);
  const { outcome: wanted, texts } = draft.value.value;
  // How it may be closed may have changed since it was chosen.
  const closing = closings.find(({ outcome }) => outcome === wanted) ?? closings[0];
  const chosen = closing?.outcome ?? 'withdrawn';
  const usual = closing?.[language] ?? null;
  const text = texts[chosen] ?? usual;
  const set = (part: Partial<Ended>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  function send(): void {
    take({ step: 'close', outcome: chosen, text: text === usual ? null : text }, draft);
  }
  return (
    <Form sending={sending} submit={words.steps.close} onSubmit={send}>
      <Kept of={draft} />
      <Radios
        legend={words.closing.outcome}
        value={chosen}
        options={closings.map(({ outcome }) => ({ value: outcome, label: words.outcomes[outcome] }))}
        onChange={(outcome) => set({ outcome })}
      />
      {text === null ? (
        <p class="quiet">{words.closing.noAnswer}</p>
      ) : (
        <Text
          sending={sending}
          at="/text"
          label={words.closing.text}
          hint={words.closing.textHint}
          lang={language}
          value={text}
          onChange={(value) => set({ texts: { ...texts, [chosen]: value } })}
          lines={14}
          most={8_000}
        />
      )}
    </Form>
  );
}
