// A change of role: the membership anew, of the version that was read; a supervisor is changed only while another one stands.
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import {
  changedMembership,
  type Home,
  type Member,
  type Membership,
  membershipIn,
  openMembership,
  userIn,
} from '#users/store.ts';
import { anotherSupervisor } from '#users/supervisors.ts';

interface RoleChange {
  home: Home;
  userId: string;
  role: Membership['role'];
  staffId?: string | undefined;
  setsAbsences?: boolean | undefined;
  maySign?: boolean | undefined;
  ifMatch: number;
}

/**
 * Costs 1 write request (7 write units: the row, a new key, the witness), and 1 query where a supervisor becomes something else.
 * @throws Problem not-found, version-conflict, last-supervisor.
 */
export async function changeRole(app: App, found: Found, change: RoleChange): Promise<Member> {
  const { home, userId, role, staffId, setsAbsences, maySign, ifMatch } = change;
  const before = membershipIn(found, home, userId);
  if (before?.state !== 'active') throw new Problem('not-found');
  if (before.version !== ifMatch) throw new Problem('version-conflict');
  const guard = before.role === 'supervisor' && role !== 'supervisor' ? [await anotherSupervisor(app, userId)] : [];

  const opened = openMembership(found, home, userId);
  if (!opened) throw new Problem('not-found');
  const { name, keys } = opened;
  const { state, invitedAt } = before;
  const membership: Membership = {
    role,
    ...(staffId !== undefined && { staffId }),
    ...(setsAbsences && { setsAbsences }),
    ...(maySign && { maySign }),
    state,
    invitedAt,
    version: ifMatch,
  };
  try {
    await app.db.commit([...changedMembership({ home, userId, name, membership }, keys), ...guard]);
  } catch (error) {
    if (error instanceof ConflictError) throw new StaleReadError('Changed since it was read', { cause: error });
    throw error;
  }
  return { userId, email: userIn(found, userId)?.email, name, membership: { ...membership, version: ifMatch + 1 } };
}
