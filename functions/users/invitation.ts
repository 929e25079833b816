// An invitation: an account, and a membership in one home. Any step may be the last: the next request goes on from there.
import { rfc3339 } from '#shared/clock.ts';
import { bodyMac, demandSameBody, type Remembered, recall, rememberRequest } from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import { registerReads } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';
import { notExists } from '#shared/writes.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import type { KeyedRequest } from '#users/keyed-request.ts';
import {
  changeHomes,
  type Home,
  type Member,
  type Membership,
  memberIn,
  membershipIn,
  membershipRead,
  membershipReads,
  newMembership,
  newUser,
  openMembership,
  type StoredUser,
  type UserDetails,
  userIn,
} from '#users/store.ts';
import { eraseUser } from '#users/withdrawal.ts';

export interface Invitation extends UserDetails {
  home: Home;
  role: Membership['role'];
  staffId?: string | undefined;
  setsAbsences?: boolean | undefined;
  maySign?: boolean | undefined;
}

const tombstoneOf = (userId: string) => ({ table: 'records' as const, key: recordKeys.tombstone(SERVICE, userId) });

/**
 * The member that an earlier request with the same key made, as it stands. To be asked before anything that may have
 * changed since can refuse. Costs 1 read request, none without a key; 1 more where there is one.
 * @throws Problem erased, idempotency-mismatch.
 */
export async function invitedBefore(
  app: AccessApp,
  home: Home,
  keyed: KeyedRequest | undefined,
): Promise<Member | undefined> {
  const earlier = keyed && (await recall(app, keyed.identity));
  return earlier && asItStands(app, home, keyed, earlier);
}

/**
 * Costs 1 write request; for an address that has an account already 1 read request more. One or several calls of the
 * identity provider come first.
 * @throws Problem already-member, other-door, try-again.
 */
export async function invite(app: AccessApp, invitation: Invitation, keyed: KeyedRequest | undefined): Promise<Member> {
  const userId = app.newId('user');
  if ((await app.identity.createAccount(userId, invitation.email)) === 'created')
    return settle(app, invitation, keyed, { userId, user: undefined, isNew: true });

  const known = await app.identity.findAccount(invitation.email);
  if (known === undefined) throw new Problem('try-again', { detail: 'The account is being made or removed' });
  return settle(app, invitation, keyed, await knownAccount(app, invitation.home, keyed, known));
}

/** The address has an account: of a member elsewhere, of an invitation that died half-way, or of somebody who leaves. */
async function knownAccount(app: AccessApp, home: Home, keyed: KeyedRequest | undefined, userId: string) {
  const erased = tombstoneOf(userId);
  const found = await app.db.read([...registerReads(recordKeys.user(userId)), membershipRead(home, userId), erased]);
  if (found.get(erased)) throw new Problem('try-again', { detail: 'The account is being removed' });

  const user = userIn(found, userId);
  if (user?.leaving !== undefined) {
    await eraseUser(app, userId, user.leaving);
    throw new StaleReadError('The account is gone: the invitation begins anew');
  }
  if (user && membershipIn(found, home, userId)) {
    // The same request may have come to its end meanwhile: then its answer is due, not a refusal.
    if (keyed && (await recall(app, keyed.identity))) throw new StaleReadError('Invited meanwhile');
    throw new Problem('already-member');
  }
  if (user && user.memberOf.includes(SERVICE) !== (home === SERVICE)) throw new Problem('other-door');
  return { userId, user, isNew: false };
}

interface Account {
  userId: string;
  /** undefined: the account stands alone so far. */
  user: StoredUser | undefined;
  /** Made by this very request. */
  isNew: boolean;
}

/** Writes what the tables lack, all in one transaction. */
async function settle(
  app: AccessApp,
  { home, email, name, role, staffId, setsAbsences, maySign }: Invitation,
  keyed: KeyedRequest | undefined,
  { userId, user, isNew }: Account,
): Promise<Member> {
  if (!user && (await app.identity.openDoor(userId, home === SERVICE ? 'desk' : 'portal')) === 'no-account')
    throw new Problem('try-again', { detail: 'The account is being removed' });

  const ofUser = user ? [changeHomes(userId, user, [...user.memberOf, home])] : newUser(userId, email, home);
  const membership: Membership = {
    role,
    ...(staffId !== undefined && { staffId }),
    ...(setsAbsences && { setsAbsences }),
    ...(maySign && { maySign }),
    state: 'active',
    invitedAt: app.clock.nowMs(),
    version: 1,
  };
  const { writes, keys } = newMembership({ home, userId, name, membership });
  // An account that was found without a record may have been erased since it was looked for: its id is used up then.
  const stillThere: Write[] =
    user || isNew ? [] : [{ table: 'records', check: tombstoneOf(userId).key, condition: notExists('records') }];
  const remember = keyed && [
    await rememberRequest(app, keyed.identity, { recordId: userId, bodyMac: bodyMac(keys.stableKey, keyed.body) }),
  ];
  try {
    await app.db.commit([...(remember ?? []), ...writes, ...ofUser, ...stillThere]);
  } catch (error) {
    if (error instanceof ConflictError) throw new StaleReadError('Somebody else changed this user', { cause: error });
    throw error;
  }
  return { userId, email, name, membership };
}

/** The answer to a replay: 1 read request more. */
async function asItStands(app: AccessApp, home: Home, { body }: KeyedRequest, { recordId, bodyMac: mac }: Remembered) {
  const erased = tombstoneOf(recordId);
  const found = await app.db.read([
    ...registerReads(recordKeys.user(recordId)),
    ...membershipReads(home, recordId),
    erased,
  ]);
  const keys = openMembership(found, home, recordId)?.keys;
  if (keys) demandSameBody(keys.stableKey, body, mac);
  const member = memberIn(found, home, recordId);
  if (keys && member?.membership.state === 'active') return member;
  const erasedAt = found.get(erased)?.erasedAt;
  throw new Problem('erased', typeof erasedAt === 'number' ? { erasedAt: rfc3339(erasedAt) } : {});
}
