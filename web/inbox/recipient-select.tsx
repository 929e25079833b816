// Whom a message is to go to: a person or function of the register who is active, or the general inbox.
import type { StaffMember } from '#web/api/types.ts';
import { Field } from '#web/parts/field.tsx';
import { firstFocus } from '#web/parts/first-focus.ts';
import { t } from '#web/words/words.ts';

export type Recipient = string | null;

interface Props {
  label: string;
  name: string;
  staff: readonly StaffMember[] | undefined;
  /** undefined: nobody has been chosen. */
  value: Recipient | undefined;
  onPick: (value: Recipient | undefined) => void;
  error?: string | undefined;
}

const GENERAL = 'general';

export function RecipientSelect({ label, name, staff = [], value, onPick, error }: Props) {
  const pick = (chosen: string) => onPick(chosen === '' ? undefined : chosen === GENERAL ? null : chosen);
  return (
    <Field label={label} name={name} error={error}>
      {(props) => (
        <select
          {...props}
          ref={firstFocus}
          value={value === undefined ? '' : (value ?? GENERAL)}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          <option value="">{t.inbox.choosePerson}</option>
          <option value={GENERAL}>{t.inbox.generalInbox}</option>
          {staff
            .filter(({ active }) => active)
            .map((member) => (
              <option key={member.id} value={member.id}>
                {[member.name, member.title].filter(Boolean).join(', ')}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
