// The first supervisor of a fresh stack: the one who cannot be invited, because nobody is there to do it.
import type { App } from '#shared/app.ts';
import { SERVICE } from '#shared/tables.ts';
import { newMembership, newUser } from '#users/store.ts';
import { supervisorIds } from '#users/supervisors.ts';

export interface FirstSupervisor {
  /** The user name of the account, which exists already. */
  userId: string;
  email: string;
  name: string;
}

/** @throws Error when the stack has a supervisor. */
export async function createFirstSupervisor(app: App, { userId, email, name }: FirstSupervisor): Promise<void> {
  if ((await supervisorIds(app)).length > 0)
    throw new Error('There is a supervisor already: ask them for an invitation');
  const membership = newMembership({ home: SERVICE, userId, role: 'supervisor', invitedAtMs: app.clock.nowMs() });
  await app.db.commit([...newUser(userId, { email, name }, SERVICE).writes, membership.write]);
}
