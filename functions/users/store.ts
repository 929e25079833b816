// Users and their memberships in the tables: addresses, writes, and what a found row means.

import type { Found, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, openRecord, registerReads, replaceRecord } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';
import { versionIs } from '#shared/writes.ts';
import type { ClientRole, MembershipState, ServiceRole } from '#users/schema.ts';

/** A client's id, or SERVICE for people of the service. */
export type Home = string;

/** What stands open on its row. What the home calls the user is sealed, under a key of the membership's own. */
export interface Membership {
  role: ClientRole | ServiceRole;
  staffId?: string;
  /** A staff member who sets colleagues' absences too. */
  setsAbsences?: true;
  /** A client admin who may sign for the client. */
  maySign?: true;
  state: MembershipState;
  /** Epoch milliseconds. Later than a tombstone of the same membership: the user has been invited again since. */
  invitedAt: number;
  version: number;
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
}

/** A member with what is shown of the user: undefined once its key is gone. */
export interface Member {
  userId: string;
  email: string | undefined;
  name: string | undefined;
  membership: Membership;
}

const userContext = (userId: string) => ({ clientId: SERVICE, recordId: userId, field: 'record', schema: 1 });
export const memberContext = (home: Home, userId: string) => ({
  clientId: home,
  recordId: userId,
  field: 'record',
  schema: 1,
});

export const membershipRead = (home: Home, userId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.membership(home, userId),
});

/** The membership and its key: 2 units. */
export const membershipReads = (home: Home, userId: string): ReadRequest[] =>
  registerReads(recordKeys.membership(home, userId));

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
  return { ...(opened.sealed as { email: string }), memberOf, leaving, version };
}

/** @returns undefined where there is no such membership, or its key is gone. */
export function openMembership(found: Found, home: Home, userId: string): { name: string; keys: KeyRow } | undefined {
  const opened = openRecord(found, recordKeys.membership(home, userId), memberContext(home, userId));
  return opened && { ...(opened.sealed as { name: string }), keys: opened.keys };
}

/** @param found with the user's and the membership's records and keys. */
export function memberIn(found: Found, home: Home, userId: string): Member | undefined {
  const membership = membershipIn(found, home, userId);
  if (!membership) return undefined;
  const name = openMembership(found, home, userId)?.name;
  return { userId, email: userIn(found, userId)?.email, name, membership };
}

/** The two writes that make a user who belongs to one home. */
export const newUser = (userId: string, email: string, home: Home): Write[] =>
  createRecord({
    address: recordKeys.user(userId),
    kind: 'user',
    context: userContext(userId),
    sealed: { email },
    plain: { memberOf: [home] },
  }).writes;

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

interface MembershipContent {
  home: Home;
  userId: string;
  /** What this home calls the user: another home is not told. */
  name: string;
  membership: Membership;
}

const membershipRecord = ({ home, userId, name, membership }: MembershipContent) => {
  const { version: _, ...plain } = membership;
  return {
    address: recordKeys.membership(home, userId),
    kind: 'membership' as const,
    context: memberContext(home, userId),
    sealed: { name },
    plain,
  };
};

/** The two writes that make a membership, and its keys: 4 units. */
export const newMembership = (content: MembershipContent): { writes: Write[]; keys: KeyRow } =>
  createRecord(membershipRecord(content));

/** The two writes that replace a membership, as it is to be, at the version that was read: 4 units. */
export const changedMembership = (content: MembershipContent, keys: KeyRow): Write[] =>
  replaceRecord({ ...membershipRecord(content), version: content.membership.version, keys });
