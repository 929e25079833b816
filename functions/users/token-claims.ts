// What an access token is told at its making: whom it is bound to. Whom the tables do not know gets none of our scopes.
import type { Database } from '#shared/database.ts';
import { userIdOf } from '#shared/ids.ts';
import { fullScope, scopes } from '#shared/route.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { MachineRow } from '#users/machine-store.ts';
import type { Homes } from '#users/store.ts';

/** Cognito's event before a token is made, version 3: also of version 2 as far as it is used. */
export interface TokenEvent {
  triggerSource: string;
  userName?: string;
  callerContext: { clientId: string };
  response: object;
}

/** Cognito's `accessTokenGeneration`. */
export interface TokenChanges {
  claimsToAddOrOverride: Record<string, string>;
  scopesToSuppress: string[];
}

const ours = scopes.map(fullScope);
const nothing: TokenChanges = { claimsToAddOrOverride: {}, scopesToSuppress: ours };

/** Costs 1 read request (1 read unit). It only binds the token: every request asks the membership again. */
export const tokenChanges = (db: Database, event: TokenEvent): Promise<TokenChanges> =>
  event.triggerSource === 'TokenGeneration_ClientCredentials'
    ? machineChanges(db, event.callerContext.clientId)
    : userChanges(db, userIdOf(event.userName ?? ''));

async function userChanges(db: Database, userId: string): Promise<TokenChanges> {
  const request = { table: 'records' as const, key: recordKeys.user(userId) };
  const { memberOf = [] } = ((await db.read([request])).get(request) ?? {}) as Partial<Homes>;
  if (memberOf.length === 0) return nothing;
  const binding: Record<string, string> = memberOf.includes(SERVICE)
    ? { ao_service: 'true' }
    : { ao_clients: memberOf.join(' ') };
  return { claimsToAddOrOverride: binding, scopesToSuppress: [] };
}

async function machineChanges(db: Database, appClientId: string): Promise<TokenChanges> {
  const request = { table: 'records' as const, key: recordKeys.machine(appClientId) };
  const row = (await db.read([request])).get(request) as MachineRow | undefined;
  if (row?.state !== 'active') return nothing;
  const granted = new Set(row.scopes.map(fullScope));
  return {
    // The place may be another's before this token ends: it is good for this machine client only.
    claimsToAddOrOverride: { ao_clients: row.clientIds.join(' '), ao_machine: row.machineId },
    scopesToSuppress: ours.filter((scope) => !granted.has(scope)),
  };
}
