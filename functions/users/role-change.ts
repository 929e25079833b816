// A change of role: one row, of the version that was read; a supervisor is changed only while another one stands.
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { versionIs } from '#shared/writes.ts';
import { type Home, type Member, type Membership, membershipIn, openMember, userIn } from '#users/store.ts';
import { anotherSupervisor } from '#users/supervisors.ts';

interface RoleChange {
  home: Home;
  userId: string;
  role: Membership['role'];
  staffId?: string | undefined;
  ifMatch: number;
}

/**
 * Costs 1 write request, and 1 query where a supervisor becomes something else.
 * @throws Problem not-found, version-conflict, last-supervisor.
 */
export async function changeRole(app: App, found: Found, change: RoleChange): Promise<Member> {
  const { home, userId, role, staffId, ifMatch } = change;
  const before = membershipIn(found, home, userId);
  if (before?.state !== 'active') throw new Problem('not-found');
  if (before.version !== ifMatch) throw new Problem('version-conflict');
  const guard = before.role === 'supervisor' && role !== 'supervisor' ? [await anotherSupervisor(app, userId)] : [];

  const { state, invitedAt, name } = before;
  const membership: Membership = {
    role,
    ...(staffId !== undefined && { staffId }),
    state,
    invitedAt,
    version: ifMatch + 1,
    name,
  };
  const put = { ...recordKeys.membership(home, userId), kind: 'membership', ...membership };
  try {
    await app.db.commit([{ table: 'records', put, condition: versionIs(ifMatch) }, ...guard]);
  } catch (error) {
    if (error instanceof ConflictError) throw new StaleReadError('Changed since it was read', { cause: error });
    throw error;
  }
  return openMember(home, userId, userIn(found, userId), membership);
}
