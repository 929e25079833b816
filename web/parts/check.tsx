// Checkboxes and radio buttons, large enough for a thumb; a toggle with a key is a checkbox too.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface CheckProps {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string;
  kbd?: string;
  disabled?: boolean;
}

export function Check({ label, checked, onChange, hint, kbd, disabled }: CheckProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        aria-keyshortcuts={kbd}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>
        {kbd && <kbd class="key">{kbd}</kbd>} {label}
      </label>
      {hint && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface RadiosProps<T extends string> {
  legend: string;
  value: T;
  options: readonly { value: T; label: ComponentChildren; hint?: string }[];
  onChange: (value: T) => void;
  hint?: string;
}

export function Radios<T extends string>({ legend, value, options, onChange, hint }: RadiosProps<T>) {
  const name = useId();
  return (
    <fieldset class="radios" aria-describedby={hint && `${name}-hint`}>
      <legend>{legend}</legend>
      {hint && (
        <p class="meta" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {options.map((option) => (
        <div class="check" key={option.value}>
          <input
            type="radio"
            id={`${name}-${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <label for={`${name}-${option.value}`}>{option.label}</label>
          {option.hint && <p class="meta">{option.hint}</p>}
        </div>
      ))}
    </fieldset>
  );
}
