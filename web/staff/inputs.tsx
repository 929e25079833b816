// The inputs of the form: each knows its error by the pointer that the API would give it, "phones/0/number".
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Field } from '#web/parts/field.tsx';

/** By pointer without the first slash. */
export const Errors = createContext<ReadonlyMap<string, string>>(new Map());

/** A pointer as it may stand in an id. */
export const nameOf = (pointer: string): string => pointer.replaceAll('/', '-');

export const useError = (pointer: string): string | undefined => useContext(Errors).get(pointer);

/** Something under a pointer is wrong: what is folded must open. */
export function useErrorUnder(pointer: string): boolean {
  return [...useContext(Errors).keys()].some((one) => one === pointer || one.startsWith(`${pointer}/`));
}

interface Props {
  at: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

interface TextProps extends Props {
  value: string | null;
  onChange: (value: string) => void;
  type?: 'text' | 'tel' | 'email' | 'date' | 'time' | 'number' | 'datetime-local';
  autocomplete?: string;
}

export function Text({ at, label, hint, optional = false, value, onChange, type = 'text' }: TextProps) {
  return (
    <Field label={label} name={nameOf(at)} hint={hint} optional={optional} error={useError(at)}>
      {(props) => (
        <input
          {...props}
          // The roles that preact allows differ by type, and none is given here.
          type={type as 'text'}
          autocomplete="off"
          value={value ?? ''}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function Lines({ at, label, hint, optional = false, value, onChange }: TextProps) {
  return (
    <Field label={label} name={nameOf(at)} hint={hint} optional={optional} error={useError(at)}>
      {(props) => (
        <textarea
          {...props}
          rows={3}
          dir="auto"
          value={value ?? ''}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps extends Props {
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

export function Choice({ at, label, hint, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} name={nameOf(at)} hint={hint} error={useError(at)}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
