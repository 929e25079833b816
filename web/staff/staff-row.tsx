// A row of the list: initials, name and title, where the person is, and what is to be known.
import { Badge } from '#web/parts/badge.tsx';
import { Initials } from '#web/parts/initials.tsx';
import { whereWords } from '#web/staff/absence-words.ts';
import type { StaffMember } from '#web/staff/staff-value.ts';
import { t } from '#web/words/words.ts';

export type Row = Pick<
  StaffMember,
  'id' | 'kind' | 'name' | 'title' | 'department' | 'protected' | 'active' | 'absence'
> & {
  /** null: where the person is was not read. */
  connect: StaffMember['connect'] | null;
};

export function Badges({ one }: { one: Pick<Row, 'kind' | 'protected' | 'active'> }) {
  const words = t.staff;
  return (
    <>
      {one.kind === 'function' && <Badge kind="info">{words.isFunction}</Badge>}
      {one.protected && <Badge kind="warn">{words.isProtected}</Badge>}
      {!one.active && <Badge kind="plain">{words.isInactive}</Badge>}
    </>
  );
}

export function StaffRow({ one }: { one: Row }) {
  const { name, title, department, absence, connect } = one;
  return (
    <span class="staff-row">
      <Initials name={name} />
      <span class="staff-name">
        <strong>{name}</strong> <span class="quiet">{[title, department].filter(Boolean).join(', ')}</span>
      </span>
      <span class={absence ? 'where away' : 'where'}>{connect && one.active && whereWords({ absence, connect })}</span>
      <span class="badges">
        <Badges one={one} />
      </span>
    </span>
  );
}
