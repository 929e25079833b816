// The days on which an absence comes back.
import type { Filling } from '#web/own/absence-fields.tsx';
import { weekdayKeys } from '#web/own/absence-state.ts';
import { Check } from '#web/parts/check.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { weekdays } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export function DaysField({ fields, errors, change }: Filling) {
  const names = weekdays(language(), 'long');
  const toggle = (key: string, chosen: boolean) =>
    change({ days: weekdayKeys.filter((one) => (one === key ? chosen : fields.days.includes(one))) });
  return (
    <fieldset
      class={errors.days ? 'field wrong' : 'field'}
      id={fieldId('days')}
      tabIndex={-1}
      aria-describedby={errors.days && 'days-error'}
    >
      <legend>{t.own.weekdays}</legend>
      {errors.days && (
        <p class="field-error" id="days-error">
          {errors.days}
        </p>
      )}
      <div class="own-days">
        {weekdayKeys.map((key, index) => (
          <Check
            key={key}
            label={names[index]}
            checked={fields.days.includes(key)}
            onChange={(chosen) => toggle(key, chosen)}
          />
        ))}
      </div>
    </fieldset>
  );
}
