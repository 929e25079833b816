// Who the form is about: initials, the name large, where they are, and when the record was last changed.
import { Initials } from '#web/parts/initials.tsx';
import { whereWords } from '#web/staff/absence-words.ts';
import { Badges } from '#web/staff/staff-row.tsx';
import type { StaffMember } from '#web/staff/staff-value.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export function PersonHead({ member }: { member: StaffMember }) {
  return (
    <div class="staff-head">
      <Initials name={member.name} />
      <div>
        <h2>{member.name}</h2>
        <p class="quiet">
          {[member.title, member.department].filter(Boolean).join(', ')} <Badges one={member} />
        </p>
        <p class="meta">
          {member.active && `${whereWords(member)} · `}
          {t.staff.changed(whenWords(member.updatedAt, Date.now(), language()))}
        </p>
      </div>
    </div>
  );
}
