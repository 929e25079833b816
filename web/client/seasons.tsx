// Seasons: parts of every year with a week of their own, and special days that are set.

import { errorOf } from '#web/client/field-errors.ts';
import type { Season } from '#web/client/hours-model.ts';
import { workWeek } from '#web/client/hours-model.ts';
import { type Errors, Rows, TextField } from '#web/client/inputs.tsx';
import { Field } from '#web/parts/field.tsx';
import { WeekEditor } from '#web/parts/hours-editor.tsx';
import { monthNames } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const SEASONS = 12;

interface Props {
  seasons: readonly Season[];
  onChange: (seasons: Season[]) => void;
  errors: Errors;
}

export function Seasons({ seasons, onChange, errors }: Props) {
  return (
    <section class="seasons">
      <h2>{t.client.seasons}</h2>
      <p class="meta">{t.client.seasonsHint}</p>
      <Rows
        rows={seasons}
        most={SEASONS}
        onChange={onChange}
        empty={(): Season => ({ name: '', from: '06-22', until: '08-14', week: workWeek() })}
        addLabel={t.client.addSeason}
        nameOf={({ name }) => name || t.client.season}
      >
        {(season, change, place) => {
          const at = `/hours/seasons/${place}`;
          return (
            <>
              <TextField
                at={`${at}/name`}
                errors={errors}
                label={t.client.nameOfSeason}
                value={season.name}
                onChange={(name) => change({ ...season, name: name ?? '' })}
              />
              <div class="columns">
                <DayOfYear
                  at={`${at}/from`}
                  errors={errors}
                  label={t.client.firstDay}
                  value={season.from}
                  onChange={(from) => change({ ...season, from })}
                />
                <DayOfYear
                  at={`${at}/until`}
                  errors={errors}
                  label={t.client.lastDay}
                  value={season.until}
                  onChange={(until) => change({ ...season, until })}
                />
              </div>
              <WeekEditor
                at={`${at}/week`}
                week={season.week}
                onChange={(week) => change({ ...season, week })}
                errorAt={(pointer) => errorOf(errors, pointer)}
              />
            </>
          );
        }}
      </Rows>
    </section>
  );
}

interface DayProps {
  at: string;
  errors: Errors;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A day of every year: a date field would ask for the year too. */
function DayOfYear({ at, errors, label, value, onChange }: DayProps) {
  const [month = '01', day = ''] = value.split('-');
  return (
    <Field label={label} name={at} error={errorOf(errors, at)}>
      {(props) => (
        <span class="day-of-year">
          <input
            {...props}
            inputMode="numeric"
            maxLength={2}
            value={day.replace(/^0/, '')}
            onInput={(event) => onChange(`${month}-${event.currentTarget.value.padStart(2, '0')}`)}
          />
          <select
            aria-label={`${label}, ${t.client.month}`}
            value={month}
            onChange={(event) => onChange(`${event.currentTarget.value}-${day}`)}
          >
            {monthNames(language()).map((name, n) => {
              const number = String(n + 1).padStart(2, '0');
              return (
                <option key={number} value={number} selected={number === month}>
                  {name}
                </option>
              );
            })}
          </select>
        </span>
      )}
    </Field>
  );
}
