// What the client wants done, and, where somebody else writes it down, how it was said.
import { useDraft } from '#web/kept/drafts.ts';
import { Radios } from '#web/parts/check.tsx';
import { Choice, Form, Kept, Text } from '#web/privacy/form.tsx';
import type { StepFormProps } from '#web/privacy/step-form.ts';
import { t } from '#web/words/words.ts';

const ways = ['email', 'letter', 'telephone'] as const;

interface Instructed {
  readonly decision: 'carryOut' | 'refuse';
  readonly given: (typeof ways)[number];
  readonly text: string;
}

export function InstructForm({ request, isAdmin, sending, take }: StepFormProps) {
  const words = t.privacy.requests.instruction;
  const before = request.instruction;
  const draft = useDraft<Instructed | null>(`instruct:${request.id}`, null);
  const filled = draft.value.value ?? {
    decision: before?.decision ?? 'carryOut',
    given: 'email',
    text: before?.text ?? '',
  };
  const { decision, given, text } = filled;
  const set = (part: Partial<Instructed>) => {
    draft.value.value = { ...filled, ...part };
  };
  const refuses = decision === 'refuse';
  function send(): void {
    if (sending.refuse(refuses && text.trim() === '' ? { '/text': words.whyNeeded } : {})) return;
    take({ step: 'instruct', decision, text: text.trim() || null, given: isAdmin ? 'portal' : given }, draft);
  }
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
      {!isAdmin && (
        <Choice
          at="/given"
          label={words.given}
          value={given}
          options={ways.map((way) => ({ value: way, label: words.ways[way] }))}
          onChange={(way) => set({ given: way })}
        />
      )}
      <Text
        sending={sending}
        at="/text"
        label={refuses ? words.why : words.text}
        hint={refuses ? words.whyHint : words.textHint}
        value={text}
        onChange={(written) => set({ text: written })}
        lines={4}
        most={4_000}
        optional={!refuses}
      />
    </Form>
  );
}
