// «Mer»: what few calls need. Copies to colleagues, extension, a second number, e-mail.
import { type Fields, MOST_COPIES, type Recipient } from '#web/desk/call.ts';
import type { ClientDesk } from '#web/desk/client-desk.ts';
import { PersonSearch } from '#web/desk/person-search.tsx';
import { Field } from '#web/parts/field.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  fields: Fields;
  clientDesk: ClientDesk;
  nowMs: number;
  emailError: string | undefined;
  onChange: (change: Partial<Fields>) => void;
}

const lines = [
  ['extension', 20],
  ['secondPhone', 40],
  ['email', 254],
] as const;

const label = (name: (typeof lines)[number][0]): string =>
  name === 'secondPhone' ? t.desk.secondPhone : t.fields[name];

export function MoreFields({ fields, clientDesk, nowMs, emailError, onChange }: Props) {
  const isUsed = fields.copyTo.length > 0 || lines.some(([name]) => fields[name] !== '');
  const nameOf = ({ staffId, name }: Recipient) => clientDesk.names.value.get(staffId ?? '') ?? name;
  const without = (one: Recipient) => fields.copyTo.filter(({ staffId }) => staffId !== one.staffId);
  return (
    <details class="form-more" open={isUsed || emailError !== undefined}>
      <summary>{t.desk.more}</summary>
      <div class="desk-stack">
        {lines.map(([name, maxLength]) => (
          <Field key={name} label={label(name)} name={name} error={name === 'email' ? emailError : undefined}>
            {(props) => (
              <input
                {...props}
                inputMode={name === 'email' ? 'email' : 'tel'}
                autocomplete="off"
                maxLength={maxLength}
                value={fields[name]}
                onInput={(event) => onChange({ [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        {fields.copyTo.length > 0 && (
          <ul class="desk-chips">
            {fields.copyTo.map((one) => (
              <li key={one.staffId}>
                {nameOf(one)}{' '}
                <button
                  type="button"
                  class="chip-remove"
                  aria-label={t.parts.remove(nameOf(one))}
                  onClick={() => onChange({ copyTo: without(one) })}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        {fields.copyTo.length < MOST_COPIES && (
          <PersonSearch
            label={t.desk.copyTo}
            clientDesk={clientDesk}
            nowMs={nowMs}
            onPick={(person) =>
              onChange({ copyTo: [...without(person), { staffId: person.staffId, name: person.name }] })
            }
          />
        )}
      </div>
    </details>
  );
}
