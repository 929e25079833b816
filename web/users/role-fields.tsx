// The role, each with what it means; of a client's user the person too, and whether absences of colleagues are theirs.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Check, Radios } from '#web/parts/check.tsx';
import { session } from '#web/session/session.ts';
import type { Home } from '#web/users/homes.ts';
import type { RoleChoice } from '#web/users/member.ts';
import { personNamesOf } from '#web/users/person-names.ts';
import { PersonPicker } from '#web/users/person-picker.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  home: Home;
  choice: RoleChoice;
  personError?: string | undefined;
  change: (choice: RoleChoice) => void;
}

/** Whoever may sign, and the service, gives it on; whoever has it keeps it. */
function mayGiveSigning(clientId: string): boolean {
  const { me } = session.value;
  return me?.role === 'supervisor' || !!me?.memberships.some((one) => one.clientId === clientId && one.maySign);
}

function Signing({ clientId, choice, change }: Pick<Props, 'choice' | 'change'> & { clientId: string }) {
  const [had] = useState(choice.maySign);
  if (!had && !mayGiveSigning(clientId)) return null;
  return (
    <Check
      label={t.users.maySign}
      hint={t.users.maySignHint}
      checked={choice.maySign}
      onChange={(maySign) => change({ ...choice, maySign })}
    />
  );
}

function PersonOf({ clientId, choice, personError, change }: Omit<Props, 'home'> & { clientId: string }) {
  const names = useMemo(() => personNamesOf(clientId), [clientId]);
  useEffect(() => void names.refresh(), [names]);
  const isStaff = choice.role === 'staffMember';
  return (
    <>
      <PersonPicker
        clientId={clientId}
        staffId={choice.staffId}
        nameOf={(staffId) => names.value.value?.get(staffId)}
        hint={isStaff ? t.users.personHint : t.users.personOptional}
        error={personError}
        onPick={(staffId) => change({ ...choice, staffId })}
      />
      {isStaff && (
        <Check
          label={t.users.setsAbsences}
          checked={choice.setsAbsences}
          onChange={(setsAbsences) => change({ ...choice, setsAbsences })}
        />
      )}
    </>
  );
}

export function RoleFields({ home, choice, personError, change }: Props) {
  return (
    <>
      <Radios
        legend={t.users.role}
        value={choice.role}
        options={home.roles.map((role) => ({ value: role, label: t.users[role], hint: t.users[`${role}Hint`] }))}
        onChange={(role) => change({ ...choice, role })}
      />
      {home.clientId !== undefined && choice.role === 'clientAdmin' && (
        <Signing clientId={home.clientId} choice={choice} change={change} />
      )}
      {home.clientId !== undefined && (
        <PersonOf clientId={home.clientId} choice={choice} personError={personError} change={change} />
      )}
    </>
  );
}
