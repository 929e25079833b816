// A member as the API shows it.
import { rfc3339 } from '#shared/clock.ts';
import type { ClientRole, Operator, ServiceRole, User } from '#users/schema.ts';
import type { Member } from '#users/store.ts';

const shown = ({ userId, email, name, membership }: Member) => ({
  id: userId,
  email: email ?? null,
  name: name ?? null,
  state: membership.state,
  invitedAt: rfc3339(membership.invitedAt),
  version: membership.version,
});

export const asUser = (member: Member): User => ({
  ...shown(member),
  role: member.membership.role as ClientRole,
  staffId: member.membership.staffId ?? null,
  setsAbsences: member.membership.setsAbsences ?? false,
  maySign: member.membership.maySign ?? false,
});

export const asOperator = (member: Member): Operator => ({
  ...shown(member),
  role: member.membership.role as ServiceRole,
});
