// Edits a rule of time: days, times of the day, dates, and for answers whether the company is open.
import { Radios } from '#web/parts/check.tsx';
import { nameOf, Text, useError } from '#web/staff/inputs.tsx';
import type { When } from '#web/staff/staff-value.ts';
import { type DayName, dayLabels, dayNames } from '#web/staff/when-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  at: string;
  value: When;
  onChange: (when: When) => void;
  ofClient?: boolean;
}

/** What is empty is not said at all. */
function said(when: When): When {
  const { days, times, ...rest } = when;
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, part]) => part !== undefined && part !== '')) as When),
    ...(days && days.length > 0 && { days }),
    ...(times && (times.from !== '' || times.until !== '') && { times }),
  };
}

export function WhenEditor({ at, value, onChange, ofClient = false }: Props) {
  const words = t.staff;
  const { days = [], times = { from: '', until: '' } } = value;
  const error = useError(at);
  const set = (change: { [Part in keyof When]?: When[Part] | undefined }) =>
    onChange(said({ ...value, ...change } as When));
  const toggle = (day: DayName) =>
    set({ days: dayNames.filter((one) => (one === day ? !days.includes(day) : days.includes(one))) });
  return (
    <div class={error ? 'field wrong' : 'field'} id={`field-${nameOf(at)}`} tabIndex={-1}>
      {error && <p class="field-error">{error}</p>}
      <fieldset class="days">
        <legend>{words.days}</legend>
        {dayLabels().map((label, index) => {
          const day = dayNames[index] as DayName;
          return (
            <label key={day}>
              <input type="checkbox" checked={days.includes(day)} onChange={() => toggle(day)} />
              <span>{label}</span>
            </label>
          );
        })}
      </fieldset>
      <fieldset class="pair">
        <legend>{words.betweenTimes}</legend>
        <Text
          at={`${at}/times/from`}
          label={t.parts.from}
          type="time"
          value={times.from}
          onChange={(from) => set({ times: { ...times, from } })}
        />
        <Text
          at={`${at}/times/until`}
          label={t.parts.until}
          type="time"
          value={times.until === '24:00' ? '00:00' : times.until}
          onChange={(until) => set({ times: { ...times, until } })}
        />
      </fieldset>
      <fieldset class="pair" aria-describedby={`${nameOf(at)}-dates`}>
        <legend>{words.betweenDates}</legend>
        <Text
          at={`${at}/from`}
          label={t.parts.from}
          type="date"
          value={value.from ?? ''}
          onChange={(from) => set({ from })}
        />
        <Text
          at={`${at}/until`}
          label={t.parts.until}
          type="date"
          value={value.until ?? ''}
          onChange={(until) => set({ until })}
        />
        <p class="meta" id={`${nameOf(at)}-dates`}>
          {words.bothCounted}
        </p>
      </fieldset>
      {ofClient && (
        <Radios
          legend={words.hoursLegend}
          value={value.while ?? 'any'}
          options={[
            { value: 'any', label: words.anyHours },
            { value: 'open', label: words.open },
            { value: 'closed', label: words.closed },
          ]}
          onChange={(chosen) => set({ while: chosen === 'any' ? undefined : chosen })}
        />
      )}
    </div>
  );
}
