// The fields of an absence, each with its error: dates and times, reason, what callers and operators are told.
import type { FieldWords } from '#web/own/absence-errors.ts';
import type { AbsenceFields } from '#web/own/absence-form.ts';
import type { Reason } from '#web/own/absence-presets.ts';
import { Check } from '#web/parts/check.tsx';
import { Field } from '#web/parts/field.tsx';
import { t } from '#web/words/words.ts';

export interface Filling {
  readonly fields: AbsenceFields;
  readonly errors: FieldWords;
  readonly change: (change: Partial<AbsenceFields>) => void;
}

type TextName = 'fromDay' | 'fromTime' | 'untilDay' | 'untilTime';

interface MomentProps extends Filling {
  name: TextName;
  label: string;
  hint?: string;
  min?: string;
  optional?: boolean;
}

export function MomentField({ name, label, hint, min, optional = false, fields, errors, change }: MomentProps) {
  return (
    <Field label={label} name={name} hint={hint} error={errors[name]} optional={optional}>
      {(props) => (
        <input
          {...props}
          type={name.endsWith('Day') ? 'date' : 'time'}
          min={min}
          value={fields[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

export function ReasonField({ fields, errors, change }: Filling) {
  return (
    <Field label={t.own.reason} name="reason" error={errors.reason}>
      {(props) => (
        <select
          {...props}
          value={fields.reason}
          onChange={(event) => change({ reason: event.currentTarget.value as Reason })}
        >
          {Object.entries(t.parts.reasons).map(([reason, word]) => (
            <option key={reason} value={reason}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function NoteField({ fields, errors, change }: Filling) {
  const isNeeded = fields.reason === 'other';
  return (
    <Field label={t.own.noteToCallers} name="note" hint={t.own.noteHint} error={errors.note} optional={!isNeeded}>
      {(props) => (
        <input
          {...props}
          maxLength={200}
          value={fields.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

export function OperatorFields({ fields, errors, change }: Filling) {
  return (
    <>
      <Field
        label={t.own.noteToUs}
        name="operatorNote"
        hint={t.own.noteToUsHint}
        error={errors.operatorNote}
        optional={true}
      >
        {(props) => (
          <textarea
            {...props}
            rows={2}
            maxLength={500}
            value={fields.operatorNote}
            onInput={(event) => change({ operatorNote: event.currentTarget.value })}
          />
        )}
      </Field>
      <Check label={t.own.mayConnect} checked={fields.mayConnect} onChange={(mayConnect) => change({ mayConnect })} />
    </>
  );
}
