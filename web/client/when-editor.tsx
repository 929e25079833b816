// When a rule holds: days, times, dates, open or closed. What is left empty does not matter.
import { errorOf } from '#web/client/field-errors.ts';
import { Choice, type Errors, TextField } from '#web/client/inputs.tsx';
import { dayName, type RuleDay, ruleDays, type When } from '#web/client/when-words.ts';
import { Check } from '#web/parts/check.tsx';
import { Field, fieldId } from '#web/parts/field.tsx';
import { TimeField } from '#web/parts/time-field.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  at: string;
  when: When;
  onChange: (when: When) => void;
  errors: Errors;
}

/** Without the parts that say nothing: the service takes no empty ones. */
function told(when: { [Part in keyof When]: When[Part] | undefined }): When {
  return Object.fromEntries(Object.entries(when).filter(([, part]) => part !== undefined)) as When;
}

export function WhenEditor({ at, when, onChange, errors }: Props) {
  const error = errorOf(errors, at);
  const change = (part: { [Part in keyof When]?: When[Part] | undefined }) => onChange(told({ ...when, ...part }));
  const setDay = (day: RuleDay, isOn: boolean) => {
    const days = ruleDays.filter((one) => (one === day ? isOn : when.days?.includes(one)));
    change({ days: days.length > 0 ? days : undefined });
  };
  const setTime = (end: 'from' | 'until', value: string) => {
    const times = { from: when.times?.from ?? '', until: when.times?.until ?? '', [end]: value };
    change({ times: times.from === '' && times.until === '' ? undefined : times });
  };
  return (
    <fieldset
      class={error ? 'when field wrong' : 'when'}
      id={fieldId(at)}
      tabIndex={-1}
      aria-describedby={error && `${fieldId(at)}-error`}
    >
      <legend>{t.client.whenHolds}</legend>
      <p class="meta">{t.client.whenHint}</p>
      {error && (
        <p class="field-error" id={`${fieldId(at)}-error`}>
          {error}
        </p>
      )}
      <div class="days-of-rule">
        {ruleDays.map((day) => (
          <Check
            key={day}
            label={dayName(day, 'short')}
            checked={when.days?.includes(day) === true}
            onChange={(isOn) => setDay(day, isOn)}
          />
        ))}
      </div>
      <div class="columns">
        {(['from', 'until'] as const).map((end) => (
          <Field
            key={end}
            label={end === 'from' ? t.client.fromClock : t.client.untilClock}
            name={`${at}/times/${end}`}
            error={errorOf(errors, `${at}/times/${end}`)}
            optional
          >
            {({ id, 'aria-describedby': describedBy, 'aria-invalid': wrong }) => (
              <TimeField
                id={id}
                value={when.times?.[end] ?? ''}
                describedBy={describedBy}
                wrong={wrong === true}
                onChange={(value) => setTime(end, value)}
              />
            )}
          </Field>
        ))}
        <TextField
          at={`${at}/from`}
          errors={errors}
          type="date"
          label={t.client.fromDay}
          optional
          value={when.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
        />
        <TextField
          at={`${at}/until`}
          errors={errors}
          type="date"
          label={t.client.untilAndWith}
          optional
          value={when.until ?? null}
          onChange={(until) => change({ until: until ?? undefined })}
        />
        <Choice
          at={`${at}/while`}
          errors={errors}
          label={t.client.openOrClosed}
          value={when.while ?? 'both'}
          options={[
            { value: 'both', label: t.client.both },
            { value: 'open', label: t.client.whileIs.open },
            { value: 'closed', label: t.client.whileIs.closed },
          ]}
          onChange={(open) => change({ while: open === 'both' ? undefined : open })}
        />
      </div>
    </fieldset>
  );
}
