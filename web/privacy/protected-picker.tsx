// Protected people who are to be in an export all the same: chosen one by one, by name.
import { useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { type Chosen, useStaffHits } from '#web/privacy/client-picker.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  chosen: readonly Chosen[];
  onChange: (chosen: Chosen[]) => void;
}

export function ProtectedPicker({ clientId, chosen, onChange }: Props) {
  const words = t.privacy.exports;
  const [text, setText] = useState('');
  const { hits, busy } = useStaffHits(clientId, text);
  const known = new Set(chosen.map(({ staffId }) => staffId));
  return (
    <fieldset class="word-list">
      <legend class="label">{words.protected}</legend>
      <p class="meta">{words.protectedHint}</p>
      <Combobox
        label={words.findProtected}
        value={text}
        onInput={setText}
        options={hits.filter((hit) => hit.protected && !known.has(hit.staffId))}
        keyOf={({ staffId }) => staffId}
        busy={busy}
        empty={words.noPerson}
        render={({ name, title }) => (
          <>
            {name} <span class="meta">{title}</span>
          </>
        )}
        onPick={({ staffId, name }) => {
          onChange([...chosen, { staffId, name }]);
          setText('');
          announce(t.parts.wordAdded(name));
        }}
      />
      {chosen.length > 0 && (
        <ul>
          {chosen.map(({ staffId, name }) => (
            <li key={staffId}>
              <button
                type="button"
                class="chip"
                aria-label={t.parts.remove(name)}
                onClick={() => onChange(chosen.filter((one) => one.staffId !== staffId))}
              >
                {name} <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
