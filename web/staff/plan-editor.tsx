// How somebody wants messages: the steps of both urgencies, quiet hours, what the message says, and a test.
import type { ComponentChildren } from 'preact';
import { Check, Radios } from '#web/parts/check.tsx';
import type { Colleague } from '#web/staff/colleagues.tsx';
import { Text } from '#web/staff/inputs.tsx';
import { PlanSteps } from '#web/staff/plan-steps.tsx';
import type { SectionProps } from '#web/staff/section.tsx';
import type { Delivery } from '#web/staff/staff-value.ts';
import { t } from '#web/words/words.ts';

type Props = SectionProps & { colleagues: readonly Colleague[]; children: ComponentChildren };

export function PlanEditor({ value, set, colleagues, children }: Props) {
  const words = t.staff;
  const { delivery } = value;
  const { quietHours } = delivery;
  const own = [...value.emails.map(({ address }) => address), ...value.phones.map(({ number }) => number)];
  const change = (part: Partial<Delivery>) => set({ delivery: { ...delivery, ...part } });
  return (
    <>
      {(['normal', 'urgent'] as const).map((urgency) => (
        <PlanSteps
          key={urgency}
          urgency={urgency}
          steps={delivery[urgency]}
          own={own.filter((contact) => contact.trim() !== '')}
          colleagues={colleagues}
          onChange={(steps) => change({ [urgency]: steps })}
        />
      ))}
      <div>
        <Check
          label={words.quietHours}
          hint={words.quietHint}
          checked={quietHours !== null}
          onChange={(on) => change({ quietHours: on ? { from: '20:00', until: '07:00' } : null })}
        />
        {quietHours && (
          <div class="pair">
            <Text
              at="delivery/quietHours/from"
              label={t.parts.from}
              type="time"
              value={quietHours.from}
              onChange={(from) => change({ quietHours: { ...quietHours, from } })}
            />
            <Text
              at="delivery/quietHours/until"
              label={t.parts.until}
              type="time"
              value={quietHours.until}
              onChange={(until) => change({ quietHours: { ...quietHours, until } })}
            />
          </div>
        )}
      </div>
      <Radios
        legend={words.content}
        value={value.contentMode ?? 'client'}
        options={[
          { value: 'client', label: words.contentClient },
          { value: 'full', label: words.contentFull },
          { value: 'notice', label: words.contentNotice },
        ]}
        onChange={(mode) => set({ contentMode: mode === 'client' ? null : mode })}
      />
      {children}
    </>
  );
}
