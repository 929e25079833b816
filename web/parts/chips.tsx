// A list of words in one field: Enter or a comma adds, Backspace in the empty field takes the last away.
import { useRef, useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Field } from '#web/parts/field.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  label: string;
  name: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
  hint?: string;
  /** How one is added, where it is no word. */
  howTo?: string;
  error?: string | undefined;
}

export function Chips({ label, name, words, onChange, hint, howTo = t.parts.addWordHint, error }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');

  function add(text: string): void {
    const known = new Set(words.map((word) => word.toLowerCase()));
    const added = text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '' && !known.has(word.toLowerCase()));
    setTyped('');
    if (added.length === 0) return;
    onChange([...words, ...new Set(added)]);
    announce(t.parts.wordAdded(added.join(', ')));
  }

  function remove(word: string | undefined): void {
    if (word === undefined) return;
    onChange(words.filter((one) => one !== word));
    announce(t.parts.wordRemoved(word));
    field.current?.focus();
  }

  function key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    // Enter would send the form, with the word still in the field.
    if (event.key === 'Enter' || (event.key === ',' && typed !== '')) {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') remove(words.at(-1));
  }

  return (
    <div class="word-list">
      <Field label={label} name={name} hint={[hint, howTo].filter(Boolean).join(' ')} error={error}>
        {(props) => (
          <input
            {...props}
            ref={field}
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={key}
            onBlur={() => add(typed)}
          />
        )}
      </Field>
      {words.length > 0 && (
        <ul>
          {words.map((word) => (
            <li key={word}>
              <button type="button" class="chip" aria-label={t.parts.remove(word)} onClick={() => remove(word)}>
                {word} <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
