// How long messages are kept; and where it is made shorter, whether that goes for those that are there already.
import type { Client } from '#web/api/types.ts';
import type { Details } from '#web/client/client-form.tsx';
import { Choice, type Errors } from '#web/client/inputs.tsx';
import { choices, codeOf, isShorter, retentionOf } from '#web/client/retention.ts';
import { Check } from '#web/parts/check.tsx';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

interface Props {
  value: Details;
  saved: Client['retention'];
  errors: Errors;
  isSupervisor: boolean;
  onChange: (part: Partial<Details>) => void;
}

export function RetentionField({ value, saved, errors, isSupervisor, onChange }: Props) {
  const months = session.value.me?.retentionMonths ?? 6;
  const isNowShorter = isShorter(value.retention, saved);
  return (
    <div class="field">
      <Choice
        at="/retention"
        errors={errors}
        label={t.fields.retentionMonths}
        hint={isSupervisor ? undefined : t.client.retentionHint}
        value={codeOf(value.retention)}
        options={choices(saved, isSupervisor ? { months } : saved).map((one) => ({
          value: codeOf(one),
          label: 'months' in one ? t.client.months(one.months) : t.parts.days(one.days),
        }))}
        // The wish was for the time that it stood beside: never for another, for it erases.
        onChange={(code) => onChange({ retention: retentionOf(code), retentionAppliesTo: undefined })}
      />
      {isNowShorter && (
        <Check
          label={t.client.alsoOld}
          hint={t.client.alsoOldHint}
          checked={value.retentionAppliesTo === 'all'}
          onChange={(all) => onChange({ retentionAppliesTo: all ? 'all' : 'new' })}
        />
      )}
    </div>
  );
}
