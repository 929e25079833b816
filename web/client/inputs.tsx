// Fields that are tied to a place in the body that is sent: a refusal of that place is shown at the field.
import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import { errorOf } from '#web/client/field-errors.ts';
import { Button } from '#web/parts/button.tsx';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { Field } from '#web/parts/field.tsx';
import { useFocusNext } from '#web/parts/focus-next.ts';
import { t } from '#web/words/words.ts';

export type Errors = readonly FieldError[];

interface TextProps {
  /** JSON pointer into the body. */
  at: string;
  errors: Errors;
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  hint?: string | undefined;
  optional?: boolean;
  lines?: number;
  type?: 'text' | 'tel' | 'email' | 'date' | 'url';
  lang?: string;
}

/** An empty field is null. */
export function TextField({
  at,
  errors,
  label,
  value,
  onChange,
  hint,
  optional,
  lines,
  type = 'text',
  lang,
}: TextProps) {
  return (
    <Field label={label} name={at} hint={hint} error={errorOf(errors, at)} optional={optional ?? false}>
      {(props) => {
        const shared = {
          ...props,
          value: value ?? '',
          lang,
          onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value || null),
        };
        return lines ? (
          <textarea {...shared} rows={lines} />
        ) : (
          <input {...shared} type={type as 'text'} autocomplete="off" />
        );
      }}
    </Field>
  );
}

interface ChoiceProps<V extends string> {
  at: string;
  errors: Errors;
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  hint?: string | undefined;
}

export function Choice<V extends string>({ at, errors, label, value, options, onChange, hint }: ChoiceProps<V>) {
  return (
    <Field label={label} name={at} hint={hint} error={errorOf(errors, at)}>
      {(props) => (
        <select
          {...props}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface RowsProps<R> {
  rows: readonly R[];
  most: number;
  onChange: (rows: R[]) => void;
  /** What a new row holds; without it none can be added or taken away. */
  empty?: (() => R) | undefined;
  addLabel: string;
  /** One field a row: what takes it away stands beside it. */
  inLine?: boolean;
  /** What a row is called: "Ta bort …". */
  nameOf: (row: R, place: number) => string;
  children: (row: R, change: (next: R) => void, place: number) => ComponentChild;
}

/** A list that grows and shrinks: the focus goes into the new row, and from one that is gone to the button below. */
export function Rows<R>({ rows, most, onChange, empty, addLabel, inLine, nameOf, children }: RowsProps<R>) {
  const box = useRef<HTMLDivElement>(null);
  const focusNext = useFocusNext(box);
  return (
    <div class="rows" ref={box}>
      {rows.length > 0 && (
        <ul>
          {rows.map((row, place) => (
            <li key={place} class={inLine ? 'row-line' : 'row-fields'}>
              {children(row, (next) => onChange(rows.with(place, next)), place)}
              {empty && (
                <Button
                  kind="quiet"
                  label={t.parts.remove(nameOf(row, place))}
                  onPress={() => {
                    onChange(rows.toSpliced(place, 1));
                    focusNext(':scope > .button');
                  }}
                >
                  {t.client.takeAway}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {empty && rows.length < most && (
        <Button
          onPress={() => {
            onChange([...rows, empty()]);
            focusNext(`:scope > ul > li:nth-child(${rows.length + 1}) :is(input, textarea, select)`);
          }}
        >
          {addLabel}
        </Button>
      )}
    </div>
  );
}
