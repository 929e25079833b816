// A withdrawal: the membership first, so that the next request is refused; with the last one the account and the user go.

import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';
import { versionIs } from '#shared/writes.ts';
import type { IdentityApp } from '#users/identity-provider.ts';
import { changeHomes, type Home, type Homes, homesIn, type Membership, membershipIn } from '#users/store.ts';
import { anotherSupervisor } from '#users/supervisors.ts';

/**
 * Costs 1 write request (12 write units with the witness); with the last membership 2 (21 write units; the account is removed between them), 3
 * units less for a person of the service, and for a supervisor 1 query and 2 write units more. Repeating it finishes what
 * died half-way. A tombstone says that the membership is gone, and one more that the user is: a restore of Records is not to
 * bring the access back. A membership that is made again later has a later `invitedAt`.
 * @throws Problem not-found, last-supervisor.
 */
export async function withdraw(app: IdentityApp, home: Home, userId: string, found: Found): Promise<void> {
  const membership = membershipIn(found, home, userId);
  const user = homesIn(found, userId);
  if (!membership) throw new Problem('not-found');
  if (membership.state === 'active') {
    if (!user) throw new StaleReadError('Membership and user were read at different times');
    const isLast = user.memberOf.every((other) => other === home);
    const guard = membership.role === 'supervisor' ? [await anotherSupervisor(app, userId)] : [];
    const writes = isLast
      ? firstHalf(home, userId, membership, user)
      : [
          { table: 'registerKeys' as const, delete: recordKeys.membership(home, userId) },
          { table: 'records' as const, delete: recordKeys.membership(home, userId), condition: isActive(membership) },
          newTombstone({ clientId: home, recordId: userId, erasedAtMs: app.clock.nowMs() }),
          changeHomes(
            userId,
            user,
            user.memberOf.filter((other) => other !== home),
          ),
        ];
    await commitFresh(app, [...writes, ...guard]);
    if (!isLast) return;
  }
  await eraseUser(app, userId, home);
}

const isActive = ({ version }: Membership) => {
  const { expression, names, values } = versionIs(version);
  return {
    expression: `${expression} AND #state = :active`,
    names: { ...names, '#state': 'state' },
    values: { ...values, ':active': 'active' },
  };
};

function firstHalf(home: Home, userId: string, membership: Membership, user: Homes): Write[] {
  const { expression, names, values } = isActive(membership);
  return [
    {
      table: 'records',
      update: recordKeys.membership(home, userId),
      change: 'SET #state = :withdrawn, #version = :next',
      condition: {
        expression,
        names,
        values: { ...values, ':withdrawn': 'withdrawn', ':next': membership.version + 1 },
      },
    },
    changeHomes(userId, user, [], home),
  ];
}

async function commitFresh(app: IdentityApp, writes: readonly Write[]): Promise<void> {
  try {
    await app.db.commit(writes);
  } catch (error) {
    if (error instanceof ConflictError) throw new StaleReadError('Changed since it was read', { cause: error });
    throw error;
  }
}

/**
 * The second half, for a user whose last membership, in `home`, is withdrawn. The membership goes last, in the same
 * transaction as the keys: while it stands, the withdrawal can be repeated.
 */
export async function eraseUser(app: IdentityApp, userId: string, home: Home): Promise<void> {
  await app.identity.removeAccount(userId);
  const erasedAtMs = app.clock.nowMs();
  // For a person of the service both have the same address.
  const ofMembership = home === SERVICE ? [] : [newTombstone({ clientId: home, recordId: userId, erasedAtMs })];
  try {
    await app.db.commit([
      { table: 'registerKeys', delete: recordKeys.membership(home, userId) },
      { table: 'registerKeys', delete: recordKeys.user(userId) },
      {
        table: 'records',
        delete: recordKeys.user(userId),
        condition: { expression: 'attribute_not_exists(pk) OR leaving = :home', values: { ':home': home } },
      },
      {
        table: 'records',
        delete: recordKeys.membership(home, userId),
        condition: { expression: 'attribute_exists(pk)' },
      },
      newTombstone({ clientId: SERVICE, recordId: userId, erasedAtMs }),
      ...ofMembership,
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error; // somebody else has finished it
  }
}
