// What is to be done, as the client says it; where the officer writes it down, how it was said and what, or where it stands.
import { useDraft } from '#web/kept/drafts.ts';
import { Radios } from '#web/parts/check.tsx';
import { Choice, Form, Kept, Text } from '#web/privacy/form.tsx';
import { bodyOf, type Instructed, ways, wrongIn } from '#web/privacy/instruction.ts';
import { viewerOf } from '#web/privacy/request-words.ts';
import type { StepFormProps } from '#web/privacy/step-form.ts';
import { t } from '#web/words/words.ts';

export function InstructForm({ request, isAdmin, sending, take }: StepFormProps) {
  const words = t.privacy.requests.instruction;
  const speaker = viewerOf(request, isAdmin);
  const before = request.instruction;
  const draft = useDraft<Instructed | null>(`instruct:${request.id}`, null);
  const filled = draft.value.value ?? {
    decision: before?.decision ?? 'carryOut',
    given: '',
    text: before?.text ?? '',
  };
  const { decision, given, text } = filled;
  const set = (part: Partial<Instructed>) => {
    draft.value.value = { ...filled, ...part };
  };
  function send(): void {
    if (!sending.refuse(wrongIn(filled, speaker))) take(bodyOf(filled, speaker), draft);
  }
  const isRefused = decision === 'refuse';
  const said = speaker === 'officer' ? [words.said, words.saidHint] : [words.text, words.textHint];
  const [label = '', hint] = isRefused ? [words.why, words.whyHint] : said;
  return (
    <Form sending={sending} submit={t.parts.save} onSubmit={send}>
      <Kept of={draft} />
      <Radios
        legend={words.decision}
        value={decision}
        options={[
          { value: 'carryOut', label: words.carryOut, hint: words.carryOutHint },
          { value: 'refuse', label: words.refuse, hint: words.refuseHint },
        ]}
        onChange={(chosen) => set({ decision: chosen })}
      />
      {speaker === 'officer' && (
        <Choice
          at="/given"
          label={words.given}
          value={given}
          error={sending.wrong['/given']}
          options={[{ value: '', label: words.choose }, ...ways.map((way) => ({ value: way, label: words.ways[way] }))]}
          onChange={(way) => set({ given: way })}
        />
      )}
      <Text
        sending={sending}
        at="/text"
        label={label}
        hint={hint}
        value={text}
        onChange={(written) => set({ text: written })}
        lines={4}
        most={4_000}
        optional={!isRefused && speaker !== 'officer'}
      />
    </Form>
  );
}
