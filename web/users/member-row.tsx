// A member in the list: who, as what, since when, and what can be done about it.
import { Badge } from '#web/parts/badge.tsx';
import { Button } from '#web/parts/button.tsx';
import { Initials } from '#web/parts/initials.tsx';
import { session } from '#web/session/session.ts';
import type { Member } from '#web/users/member.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

interface Props {
  member: Member;
  /** Who of the register it is, where it is somebody else by name. */
  person: string | undefined;
  onChange: () => void;
  onWithdraw: () => void;
}

export function MemberRow({ member, person, onChange, onWithdraw }: Props) {
  const words = t.users;
  const { role, state, email, setsAbsences, maySign } = member;
  const name = member.name ?? email ?? words.noName;
  const isActive = state === 'active';
  const more = [
    words[role],
    person !== undefined && person !== member.name && words.isPerson(person),
    setsAbsences && words.setsAbsencesShort,
    maySign && words.maySignShort,
  ].filter(Boolean);
  return (
    <li class="member">
      <Initials name={name} />
      <div class="member-who">
        <p class="member-name">
          {name} {member.id === session.value.me?.userId && <Badge kind="plain">{words.you}</Badge>}
        </p>
        {member.name !== null && <p class="meta">{email}</p>}
      </div>
      <div class="member-role">
        <p>{more.join(', ')}</p>
        <p class="meta">
          {isActive ? words.active : <Badge kind="warn">{words.withdrawn}</Badge>},{' '}
          {words.invitedOn(dayWords(member.invitedAt, language()))}
        </p>
      </div>
      <div class="actions">
        {isActive && (
          <Button label={words.changeOf(name)} onPress={onChange}>
            {words.change}
          </Button>
        )}
        <Button kind="quiet" label={words.withdrawOf(name)} onPress={onWithdraw}>
          {isActive ? words.withdraw : words.finish}
        </Button>
      </div>
    </li>
  );
}
