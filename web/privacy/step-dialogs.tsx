// Steps that need something said: who asks, what the client wants, more time, and the end with its answer.
import { useState } from 'preact/hooks';
import { useDraft } from '#web/kept/drafts.ts';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { CloseForm } from '#web/privacy/close-form.tsx';
import { Form, Kept, Text } from '#web/privacy/form.tsx';
import { InstructForm } from '#web/privacy/instruct-form.tsx';
import { doneWords, methodWords, notTrueWords, stepWords, viewerOf } from '#web/privacy/request-words.ts';
import { type IdentityMethod, type StepName, type SubjectRequest, takeStep } from '#web/privacy/requests.ts';
import { useSending } from '#web/privacy/sending.ts';
import type { StepFormProps } from '#web/privacy/step-form.ts';
import { t } from '#web/words/words.ts';

const dialogSteps = ['identify', 'instruct', 'extend', 'close'] as const;
export type DialogStep = (typeof dialogSteps)[number];
export const isDialogStep = (step: StepName): step is DialogStep => (dialogSteps as readonly StepName[]).includes(step);

const methods: readonly IdentityMethod[] = [
  'calledBack',
  'knownAddress',
  'document',
  'electronic',
  'inPerson',
  'knownToClient',
];

interface Identified {
  readonly method: IdentityMethod;
  readonly note: string;
}

function Identify({ request, isAdmin, sending, take }: StepFormProps) {
  const words = t.privacy.requests;
  const viewer = viewerOf(request, isAdmin);
  const draft = useDraft<Identified | null>(`identity:${request.id}`, null);
  const { identity } = request;
  const filled = draft.value.value ?? { method: identity?.method ?? 'calledBack', note: identity?.note ?? '' };
  const { method, note } = filled;
  const set = (part: Partial<Identified>) => {
    draft.value.value = { ...filled, ...part };
  };
  return (
    <Form
      sending={sending}
      submit={t.parts.save}
      onSubmit={() => take({ step: 'identify', method, note: note.trim() || null }, draft)}
    >
      <Kept of={draft} />
      <Radios
        legend={words.identity.method}
        value={method}
        options={methods.map((one) => ({ value: one, label: methodWords(one, viewer) }))}
        onChange={(chosen) => set({ method: chosen })}
      />
      <Text
        sending={sending}
        at="/note"
        label={words.identity.note}
        hint={words.identity.noteHint}
        value={note}
        onChange={(written) => set({ note: written })}
        lines={2}
        most={1_000}
        optional
      />
    </Form>
  );
}

function Extend({ sending, take }: StepFormProps) {
  const words = t.privacy.requests.extension;
  const [months, setMonths] = useState<'1' | '2'>('1');
  const [why, setWhy] = useState<'complexity' | 'number'>('complexity');
  return (
    <Form
      sending={sending}
      submit={t.privacy.requests.steps.extend}
      onSubmit={() => take({ step: 'extend', months: Number(months), why })}
    >
      <p class="measure">{words.hint}</p>
      <Radios
        legend={words.months}
        value={months}
        options={[
          { value: '1', label: words.one },
          { value: '2', label: words.two },
        ]}
        onChange={setMonths}
      />
      <Radios
        legend={words.why}
        value={why}
        options={(['complexity', 'number'] as const).map((one) => ({ value: one, label: words[one] }))}
        onChange={setWhy}
      />
    </Form>
  );
}

const parts = { identify: Identify, instruct: InstructForm, extend: Extend, close: CloseForm };

interface Props {
  step: DialogStep;
  request: SubjectRequest;
  isAdmin: boolean;
  onClose: () => void;
}

export function StepDialog({ step, request, isAdmin, onClose }: Props) {
  const words = t.privacy.requests;
  const sending = useSending(['/text', '/note', '/given']);
  const Part = parts[step];
  const viewer = viewerOf(request, isAdmin);
  const take: StepFormProps['take'] = (taken, draft) =>
    void sending.send(
      () => takeStep(request, taken),
      () => {
        draft?.clear();
        toast(doneWords(step, viewer));
        onClose();
      },
      (failure) =>
        failure.kind === 'problem' && failure.code === 'wrong-state' ? notTrueWords(taken, viewer) : undefined,
    );
  return (
    <Dialog open title={step === 'identify' ? words.identity.title : stepWords(step, viewer)} onClose={onClose}>
      <Part request={request} isAdmin={isAdmin} sending={sending} take={take} />
    </Dialog>
  );
}
