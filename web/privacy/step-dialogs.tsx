// Steps that need something said: who asks, what the client wants, more time, and the end with its answer.
import { useState } from 'preact/hooks';
import { useDraft } from '#web/kept/drafts.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { Choice, Form, Text } from '#web/privacy/form.tsx';
import { type IdentityMethod, type Step, type StepName, type SubjectRequest, takeStep } from '#web/privacy/requests.ts';
import { type Sending, useSending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

const dialogSteps = ['identify', 'instruct', 'extend', 'close'] as const;
export type DialogStep = (typeof dialogSteps)[number];
export const isDialogStep = (step: StepName): step is DialogStep => (dialogSteps as readonly StepName[]).includes(step);

interface PartProps {
  request: SubjectRequest;
  isAdmin: boolean;
  sending: Sending;
  take: (step: Step) => void;
}

const methods: readonly IdentityMethod[] = [
  'calledBack',
  'knownAddress',
  'document',
  'electronic',
  'inPerson',
  'knownToClient',
];

function Identify({ request, sending, take }: PartProps) {
  const words = t.privacy.requests;
  const [method, setMethod] = useState<IdentityMethod>(request.identity?.method ?? 'calledBack');
  const [note, setNote] = useState(request.identity?.note ?? '');
  return (
    <Form
      sending={sending}
      submit={t.parts.save}
      onSubmit={() => take({ step: 'identify', method, note: note.trim() || null })}
    >
      <Radios
        legend={words.identity.method}
        value={method}
        options={methods.map((one) => ({ value: one, label: words.identity.methods[one] }))}
        onChange={setMethod}
      />
      <Text
        sending={sending}
        at="/note"
        label={words.identity.note}
        hint={words.identity.noteHint}
        value={note}
        onChange={setNote}
        lines={2}
        most={1_000}
        optional
      />
    </Form>
  );
}

const ways = ['email', 'letter', 'telephone'] as const;

function Instruct({ request, isAdmin, sending, take }: PartProps) {
  const words = t.privacy.requests.instruction;
  const before = request.instruction;
  const [decision, setDecision] = useState<'carryOut' | 'refuse'>(before?.decision ?? 'carryOut');
  const [given, setGiven] = useState<(typeof ways)[number]>('email');
  const draft = useDraft(`instruction:${request.id}`, before?.text ?? '');
  const text = draft.value.value;
  const refuses = decision === 'refuse';
  function send(): void {
    if (sending.refuse(refuses && text.trim() === '' ? { '/text': words.whyNeeded } : {})) return;
    take({ step: 'instruct', decision, text: text.trim() || null, given: isAdmin ? 'portal' : given });
    draft.clear();
  }
  return (
    <Form sending={sending} submit={t.parts.save} onSubmit={send}>
      <Radios
        legend={words.decision}
        value={decision}
        options={[
          { value: 'carryOut', label: words.carryOut, hint: words.carryOutHint },
          { value: 'refuse', label: words.refuse, hint: words.refuseHint },
        ]}
        onChange={setDecision}
      />
      {!isAdmin && (
        <Choice
          at="/given"
          label={words.given}
          value={given}
          options={ways.map((way) => ({ value: way, label: words.ways[way] }))}
          onChange={setGiven}
        />
      )}
      <Text
        sending={sending}
        at="/text"
        label={refuses ? words.why : words.text}
        hint={refuses ? words.whyHint : words.textHint}
        value={text}
        onChange={(value) => {
          draft.value.value = value;
        }}
        lines={4}
        most={4_000}
        optional={!refuses}
      />
    </Form>
  );
}

function Extend({ sending, take }: PartProps) {
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

function Close({ request, sending, take }: PartProps) {
  const words = t.privacy.requests;
  const { closings, language, id } = request;
  const [chosen, setChosen] = useState(closings[0]?.outcome ?? 'withdrawn');
  /** What was changed, by outcome. */
  const draft = useDraft<Readonly<Record<string, string>>>(`closing:${id}`, noTexts);
  const closing = closings.find(({ outcome }) => outcome === chosen);
  const usual = closing?.[language] ?? null;
  const text = draft.value.value[chosen] ?? usual;
  function send(): void {
    take({ step: 'close', outcome: chosen, text: text === usual ? null : text });
  }
  return (
    <Form sending={sending} submit={words.steps.close} onSubmit={send}>
      <Radios
        legend={words.closing.outcome}
        value={chosen}
        options={closings.map(({ outcome }) => ({ value: outcome, label: words.outcomes[outcome] }))}
        onChange={setChosen}
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
          onChange={(value) => {
            draft.value.value = { ...draft.value.peek(), [chosen]: value };
          }}
          lines={14}
          most={8_000}
        />
      )}
    </Form>
  );
}
const noTexts = {};

const parts = { identify: Identify, instruct: Instruct, extend: Extend, close: Close };

interface Props {
  step: DialogStep;
  request: SubjectRequest;
  isAdmin: boolean;
  onClose: () => void;
}

export function StepDialog({ step, request, isAdmin, onClose }: Props) {
  const words = t.privacy.requests;
  const sending = useSending(['/text', '/note']);
  const Part = parts[step];
  const title = step === 'instruct' && !isAdmin ? words.steps.instructOther : words.steps[step];
  const take = (taken: Step): void =>
    void sending.send(
      () => takeStep(request, taken),
      () => {
        toast(words.done[step]);
        onClose();
      },
    );
  return (
    <Dialog open title={step === 'identify' ? words.identity.title : title} onClose={onClose}>
      {step === 'extend' && request.extension && (
        <Banner kind="info">
          <p>{words.extension.told}:</p>
          <p>{request.extension[request.language]}</p>
        </Banner>
      )}
      <Part request={request} isAdmin={isAdmin} sending={sending} take={take} />
    </Dialog>
  );
}
