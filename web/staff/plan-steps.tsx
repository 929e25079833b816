// The steps of a plan: by which channels, to whom, and how long an urgent message waits.
import { Button } from '#web/parts/button.tsx';
import { Check } from '#web/parts/check.tsx';
import { type Colleague, colleagueOptions } from '#web/staff/colleagues.tsx';
import { Entry, EntryList, without } from '#web/staff/entry.tsx';
import { Choice, nameOf, Text, useError } from '#web/staff/inputs.tsx';
import { type Step, sameContact, type Urgency } from '#web/staff/staff-value.ts';
import { bareNumber } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

type Channel = Step['channels'][number];

const fits = (contact: string, channels: readonly Channel[]): boolean =>
  contact.includes('@') ? channels.includes('email') : channels.includes('sms') && /^(07|\+)/.test(bareNumber(contact));

const toValue = ({ to = 'self' }: Step): string => (typeof to === 'string' ? to : to.staffId);

function withTo(step: Step, chosen: string): Step {
  const { contacts, to: _, ...rest } = step;
  if (chosen === 'self') return { ...rest, ...(contacts && { contacts }) };
  return { ...rest, to: chosen === 'generalInbox' ? chosen : { staffId: chosen } };
}

interface StepProps {
  at: string;
  step: Step;
  urgency: Urgency;
  own: readonly string[];
  colleagues: readonly Colleague[];
  change: (step: Step) => void;
}

function StepFields({ at, step, urgency, own, colleagues, change }: StepProps) {
  const words = t.staff;
  const wrong = useError(`${at}/channels`);
  const chosen = toValue(step);
  const candidates = own.filter((contact) => fits(contact, step.channels));
  const toggle = (channel: Channel) =>
    change({
      ...step,
      channels: (['email', 'sms'] as const).filter((one) => step.channels.includes(one) !== (one === channel)),
    });
  const isOnly = (contact: string) => step.contacts?.some((one) => sameContact(one, contact)) ?? false;
  const toggleContact = (contact: string) => {
    const { contacts = [], ...rest } = step;
    const next = isOnly(contact) ? contacts.filter((one) => !sameContact(one, contact)) : [...contacts, contact];
    change(next.length > 0 ? { ...rest, contacts: next } : rest);
  };
  return (
    <>
      <fieldset class={wrong ? 'inline field wrong' : 'inline'} id={`field-${nameOf(`${at}/channels`)}`} tabIndex={-1}>
        <legend>{words.channels}</legend>
        {wrong && <p class="field-error">{wrong}</p>}
        <Check label={words.channelEmail} checked={step.channels.includes('email')} onChange={() => toggle('email')} />
        <Check label={words.channelSms} checked={step.channels.includes('sms')} onChange={() => toggle('sms')} />
      </fieldset>
      <Choice
        at={`${at}/to`}
        label={words.to}
        value={chosen}
        options={[
          { value: 'self', label: words.self },
          { value: 'generalInbox', label: words.generalInbox },
          ...colleagueOptions(colleagues, chosen.startsWith('stf_') ? chosen : undefined),
        ]}
        onChange={(to) => change(withTo(step, to))}
      />
      {chosen === 'self' && candidates.length > 1 && (
        <fieldset class="inline">
          <legend>{words.onlyTo}</legend>
          <p class="meta">{words.onlyToHint}</p>
          {candidates.map((contact) => (
            <Check key={contact} label={contact} checked={isOnly(contact)} onChange={() => toggleContact(contact)} />
          ))}
        </fieldset>
      )}
      {urgency === 'urgent' && (
        <Text
          at={`${at}/waitMinutes`}
          label={words.waitMinutes}
          type="number"
          value={String(step.waitMinutes)}
          onChange={(minutes) => change({ ...step, waitMinutes: Number(minutes) })}
        />
      )}
    </>
  );
}

interface Props {
  urgency: Urgency;
  steps: readonly Step[];
  own: readonly string[];
  colleagues: readonly Colleague[];
  onChange: (steps: Step[]) => void;
}

export function PlanSteps({ urgency, steps, own, colleagues, onChange }: Props) {
  const words = t.staff;
  const swapped = (at: number) => [
    ...steps.slice(0, at - 1),
    steps[at] as Step,
    steps[at - 1] as Step,
    ...steps.slice(at + 1),
  ];
  return (
    <EntryList title={words[urgency]}>
      {steps.length === 0 && <p class="quiet">{words[`${urgency}Empty`]}</p>}
      {steps.map((step, at) => (
        <Entry
          key={at}
          title={at === 0 ? words.step(1) : words.nextStep(at + 1)}
          onRemove={() => onChange(without(steps, at))}
        >
          <StepFields
            at={`delivery/${urgency}/${at}`}
            step={step}
            urgency={urgency}
            own={own}
            colleagues={colleagues}
            change={(changed) => onChange(steps.map((one, index) => (index === at ? changed : one)))}
          />
          {at > 0 && (
            <Button kind="quiet" onPress={() => onChange(swapped(at))}>
              {words.moveUp(at + 1)}
            </Button>
          )}
        </Entry>
      ))}
      {steps.length < 5 && (
        <Button
          onPress={() =>
            onChange([...steps, { channels: steps.length === 0 ? ['email', 'sms'] : ['sms'], waitMinutes: 10 }])
          }
        >
          {words.addStep}
        </Button>
      )}
    </EntryList>
  );
}
