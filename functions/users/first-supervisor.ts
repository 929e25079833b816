// The first supervisor of a fresh stack: the one who cannot be invited, because nobody is there to do it.
import type { App } from '#shared/app.ts';
import { SERVICE } from '#shared/tables.ts';
import type { IdentityApp } from '#users/identity-provider.ts';
import { newMembership, newUser, type UserDetails } from '#users/store.ts';
import { supervisorIds } from '#users/supervisors.ts';

/** `userId`: the user name of an account that exists already. */
export interface FirstSupervisor extends UserDetails {
  userId: string;
}

async function demandNoSupervisor(app: App): Promise<void> {
  if ((await supervisorIds(app)).length > 0)
    throw new Error('There is a supervisor already: ask them for an invitation');
}

/**
 * Writes the rows.
 * @throws Error when the stack has a supervisor.
 */
export async function createFirstSupervisor(app: App, { userId, email, name }: FirstSupervisor): Promise<void> {
  await demandNoSupervisor(app);
  const membership = { role: 'supervisor', state: 'active', invitedAt: app.clock.nowMs(), version: 1 } as const;
  const { writes } = newMembership({ home: SERVICE, userId, name, membership });
  await app.db.commit([...newUser(userId, email, SERVICE), ...writes]);
}

/**
 * Makes the account, then the rows. Repeating it finishes what died half-way.
 * @returns the user id.
 * @throws Error when the stack has a supervisor.
 */
export async function letFirstSupervisorIn(app: IdentityApp, details: UserDetails): Promise<string> {
  await demandNoSupervisor(app);
  const newId = app.newId('user');
  const created = (await app.identity.createAccount(newId, details.email)) === 'created';
  const userId = created ? newId : await app.identity.findAccount(details.email);
  if (userId === undefined || (await app.identity.openDoor(userId, 'desk')) === 'no-account')
    throw new Error('The account is not to be found yet: try again in a minute');
  await createFirstSupervisor(app, { userId, ...details });
  return userId;
}
