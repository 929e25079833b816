// Users and their memberships in the tables: addresses, writes, and what a found row means.

import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, openRecord } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { open, seal } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';
import { notExists, versionIs } from '#shared/writes.ts';
import type { ClientRole, MembershipState, ServiceRole } from '#users/schema.ts';

/** A client's id, or SERVICE for people of the service. */
export type Home = string;

export interface Membership {
  role: ClientRole | ServiceRole;
  staffId?: string;
  state: MembershipState;
  invitedAt: number;
  version: number;
  /** What this home calls the user, under the user's stable key: another home is not told. */
  name: Uint8Array;
}

export interface UserDetails {
  email: string;
  name: string;
}

/** What stands open on a user's record. */
export interface Homes {
  /** Where the user is an active member; empty while the user is being erased. */
  memberOf: readonly Home[];
  /** The home whose membership was the last, while the user is being erased. */
  leaving: Home | undefined;
  version: number;
}

export interface StoredUser extends Homes {
  email: string;
  keys: KeyRow;
}

/** A member with what is shown of the user. */
export interface Member {
  userId: string;
  /** undefined once the user is erased. */
  user: UserDetails | undefined;
  membership: Membership;
}

const userContext = (userId: string) => ({ clientId: SERVICE, recordId: userId, field: 'record', schema: 1 });
const nameContext = (home: Home, userId: string) => ({ clientId: home, recordId: userId, field: 'name', schema: 1 });

export const membershipRead = (home: Home, userId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.membership(home, userId),
});

export const membershipIn = (found: Found, home: Home, userId: string): Membership | undefined =>
  found.get(membershipRead(home, userId)) as Membership | undefined;

/** Told without the user's key. */
export const homesIn = (found: Found, userId: string): Homes | undefined =>
  found.get({ table: 'records', key: recordKeys.user(userId) }) as Homes | undefined;

/** @returns undefined where there is no such user, or none any more. */
export function userIn(found: Found, userId: string): StoredUser | undefined {
  const opened = openRecord(found, recordKeys.user(userId), userContext(userId));
  if (!opened) return undefined;
  const { memberOf, leaving, version } = opened.item as unknown as Homes;
  return { ...(opened.sealed as { email: string }), memberOf, leaving, version, keys: opened.keys };
}

export function openMember(home: Home, userId: string, user: StoredUser | undefined, membership: Membership): Member {
  if (!user) return { userId, user, membership };
  const name = open(user.keys.stableKey, nameContext(home, userId), membership.name) as string;
  return { userId, user: { email: user.email, name }, membership };
}

/** The two writes that make a user who belongs to one home, and the keys. */
export const newUser = (userId: string, email: string, home: Home): { writes: Write[]; keys: KeyRow } =>
  createRecord({
    address: recordKeys.user(userId),
    kind: 'user',
    context: userContext(userId),
    sealed: { email },
    plain: { memberOf: [home] },
  });

/** Where a user belongs decides what tokens are bound to, and when the account is erased: one list, changed as one. */
export function changeHomes(userId: string, user: Homes, memberOf: readonly Home[], leaving?: Home): Write {
  const { expression, names, values } = versionIs(user.version);
  return {
    table: 'records',
    update: recordKeys.user(userId),
    change: `SET memberOf = :memberOf, #version = :next${leaving === undefined ? '' : ', leaving = :leaving'}`,
    condition: {
      expression,
      names: { ...names },
      values: {
        ...values,
        ':memberOf': memberOf,
        ':next': user.version + 1,
        ...(leaving !== undefined && { ':leaving': leaving }),
      },
    },
  };
}

interface NewMembership {
  home: Home;
  userId: string;
  name: string;
  role: Membership['role'];
  staffId?: string | undefined;
  invitedAtMs: number;
  /** The user's. */
  keys: KeyRow;
}

export function newMembership({ home, userId, name, role, staffId, invitedAtMs, keys }: NewMembership): {
  write: Write;
  membership: Membership;
} {
  const membership: Membership = {
    role,
    ...(staffId !== undefined && { staffId }),
    state: 'active',
    invitedAt: invitedAtMs,
    version: 1,
    name: seal(keys.stableKey, nameContext(home, userId), name),
  };
  const put: Item = { ...recordKeys.membership(home, userId), kind: 'membership', ...membership };
  return { membership, write: { table: 'records', put, condition: notExists('records') } };
}
