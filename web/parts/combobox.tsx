// A field that finds as one types: the focus stays in it, arrows choose, Enter opens, Esc closes and then empties.
import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { t } from '#web/words/words.ts';

interface Props<T> {
  label: string;
  value: string;
  onInput: (text: string) => void;
  options: readonly T[];
  keyOf: (option: T) => string;
  onPick: (option: T) => void;
  render: (option: T) => ComponentChild;
  /** Still searching: "no hits" is not said yet. */
  busy?: boolean;
  /** Shown where there is no hit. */
  empty?: ComponentChild;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** Keys that the list has no use for. */
  onKey?: (event: KeyboardEvent) => void;
}

export function Combobox<T>(props: Props<T>) {
  const { label, value, onInput, options, keyOf, onPick, render, busy = false, empty, inputRef, onKey } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = open && value !== '';
  const at = Math.min(active, options.length - 1);

  useEffect(() => {
    if (!shown || busy) return;
    const pause = setTimeout(() => announce(t.parts.hits(options.length)), 400);
    return () => clearTimeout(pause);
  }, [options, busy, shown]);

  function pick(option: T): void {
    setOpen(false);
    onPick(option);
  }

  function key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      onKey?.(event);
      return;
    }
    const picked = options[at];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && value !== '' && options.length > 0) {
      setOpen(true);
      setActive(shown ? (at + step + options.length) % options.length : at);
    } else if (event.key === 'Enter' && shown && !busy && picked !== undefined) pick(picked);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else if (event.key === 'Escape' && value !== '') onInput('');
    else {
      onKey?.(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="field combobox">
      <label for={id}>{label}</label>
      <input
        ref={inputRef ?? null}
        id={id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown && options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => {
          setActive(0);
          setOpen(true);
          onInput(event.currentTarget.value);
        }}
        onKeyDown={key}
        onBlur={() => setOpen(false)}
      />
      <div class="options" role="listbox" id={`${id}-list`} aria-label={label} hidden={!shown || options.length === 0}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          <div
            key={keyOf(option)}
            id={`${id}-${index}`}
            class="option"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {render(option)}
          </div>
        ))}
      </div>
      {shown && !busy && options.length === 0 && <p class="quiet">{empty ?? t.parts.noHits}</p>}
    </div>
  );
}
