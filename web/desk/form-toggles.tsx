// Call back, urgent, sensitive: a checkbox each, with the key that does the same and a word of what it means.
import type { Fields } from '#web/desk/call.ts';
import { keyFor } from '#web/desk/desk-keys.ts';
import { announce } from '#web/parts/announce.tsx';
import { Check } from '#web/parts/check.tsx';
import { t } from '#web/words/words.ts';

export type Toggle = 'callBack' | 'urgent' | 'sensitive';
const toggles: readonly Toggle[] = ['callBack', 'urgent', 'sensitive'];

/** Said aloud: the focus is elsewhere when a key does it. */
export const announceToggle = (name: Toggle, isOn: boolean): void =>
  announce(`${t.parts[name]}: ${isOn ? t.desk.on : t.desk.off}`);

interface Props {
  fields: Fields;
  onChange: (change: Partial<Fields>) => void;
}

export function FormToggles({ fields, onChange }: Props) {
  return (
    <div class="toggles">
      {toggles.map((name) => (
        <div key={name} class={fields[name] ? `toggle ${name} on` : `toggle ${name}`}>
          <Check
            label={t.parts[name]}
            kbd={keyFor(name)}
            checked={fields[name]}
            onChange={(isOn) => onChange({ [name]: isOn })}
          />
        </div>
      ))}
    </div>
  );
}
