// Who calls: read from the token's claims, then confirmed against the membership in the table at every request.
import type { Item, ReadRequest } from '#shared/found.ts';
import { userIdOf } from '#shared/ids.ts';
import { fullScope, RESOURCE_SERVER, type Role, type Route, type Scope } from '#shared/route.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';

/** Claims as the gateway hands them on: strings all. */
export type Claims = Readonly<Record<string, unknown>>;

/** What the token says, before the table has been asked. */
export interface TokenHolder {
  kind: 'user' | 'machine';
  /** `usr_…`, or the app client's id of a machine client. */
  subject: string;
  /** `mch_…` of a machine client: its place may be another's by now. */
  machineId: string | undefined;
  /** Of the service itself, not of a client. */
  ofService: boolean;
  /** Clients that the token is bound to; nothing for people of the service. */
  clientIds: readonly string[];
  scopes: ReadonlySet<string>;
}

/** A confirmed caller. */
export interface Caller {
  role: Role;
  /** `usr_…` or `mch_…`: what is written down as taker or reader. */
  id: string;
  /** The clients it may reach; 'all' for people of the service. */
  clientIds: 'all' | readonly string[];
  /** The staff member that a user with the role staffMember (or clientAdmin) is. */
  staffId: string | undefined;
  /** A machine client that writes the register: it has to see whole what it replaces whole. */
  keepsRegister: boolean;
  /** A staff member who says of every colleague of this client when they are away. */
  setsAbsences: boolean;
  /** A client admin who may sign for the client. */
  maySign: boolean;
}

const words = (claim: unknown) =>
  typeof claim === 'string'
    ? claim
        .replace(/^\[|\]$/g, '')
        .split(' ')
        .filter((word) => word !== '')
    : [];

/** @returns undefined for anything that is not an access token of ours: an ID token passes the gateway as well. */
export function tokenHolder(claims: Claims): TokenHolder | undefined {
  if (claims.token_use !== 'access') return undefined;
  const isUser = typeof claims.username === 'string';
  const subject = typeof claims.username === 'string' ? userIdOf(claims.username) : claims.client_id;
  if (typeof subject !== 'string') return undefined;
  return {
    kind: isUser ? 'user' : 'machine',
    subject,
    machineId: typeof claims.ao_machine === 'string' ? claims.ao_machine : undefined,
    ofService: isUser && claims.ao_service === 'true',
    clientIds: words(claims.ao_clients),
    scopes: new Set(words(claims.scope)),
  };
}

/** The gateway asks for one scope and takes its word; here each that the route needs is asked for. */
export const hasScope = (holder: TokenHolder, scope: Scope): boolean => holder.scopes.has(fullScope(scope));

/** The rows that can confirm the holder: one for each client of a client's user on a route without a client. */
export function membershipReads(holder: TokenHolder, clientId: string | undefined): ReadRequest[] {
  const records = (key: { pk: string; sk: string }): ReadRequest => ({ table: 'records', key });
  if (holder.kind === 'machine') return [records(recordKeys.machine(holder.subject))];
  if (holder.ofService) return [records(recordKeys.membership(SERVICE, holder.subject))];
  const homes = clientId === undefined ? holder.clientIds : [clientId];
  return homes.map((home) => records(recordKeys.membership(home, holder.subject)));
}

/**
 * Of several memberships one whose role may call the route has the word: whoever is admin of one client and staff of another
 * may, and the use case looks at the role of each.
 * @returns undefined where no row stands behind the token: withdrawn, or never invited.
 */
export function confirmCaller(
  holder: TokenHolder,
  rows: readonly (Item | undefined)[],
  route: Pick<Route, 'roles'>,
): Caller | undefined {
  const living = rows.filter((one) => one !== undefined && one.state !== 'withdrawn');
  const row = living.find((one) => route.roles.includes(one?.role as Role)) ?? living[0];
  if (!row) return undefined;
  if (holder.kind === 'machine') {
    const granted = new Set((row.scopes as Scope[]).map(fullScope));
    const within = [...holder.scopes].every((scope) => !scope.startsWith(`${RESOURCE_SERVER}/`) || granted.has(scope));
    // A token of the machine client that had this place before outlives it by up to an hour.
    if (!within || holder.machineId === undefined || holder.machineId !== row.machineId) return undefined;
    return {
      role: 'machine',
      id: holder.machineId,
      clientIds: row.clientIds as string[],
      staffId: undefined,
      keepsRegister: hasScope(holder, 'directory.write'),
      setsAbsences: false,
      maySign: false,
    };
  }
  return {
    role: row.role as Role,
    id: holder.subject,
    clientIds: holder.ofService ? 'all' : holder.clientIds,
    staffId: row.staffId as string | undefined,
    keepsRegister: false,
    setsAbsences: row.setsAbsences === true,
    maySign: row.maySign === true,
  };
}

/** Whether the token speaks for a client at all; a machine client's row has the last word on that. */
export const reaches = (holder: TokenHolder, caller: Caller | undefined, clientId: string): boolean =>
  holder.ofService || (caller?.role === 'machine' ? caller.clientIds : holder.clientIds).includes(clientId);

export const mayCall = (caller: Caller, route: Pick<Route, 'roles'>): boolean => route.roles.includes(caller.role);
