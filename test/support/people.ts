// Made-up callers: writes the rows that confirm them, and gives the claims of their tokens.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '#shared/found.ts';
import { newId } from '#shared/ids.ts';
import type { Role, Scope } from '#shared/route.ts';
import { machineScopes } from '#shared/route.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { World } from '#test/support/engine.ts';
import { type Claims, machineClaims, portalClaims, serviceClaims } from '#test/support/http-call.ts';

const put = ({ raw, tables }: World, row: Item) => raw.send(new PutCommand({ TableName: tables.records, Item: row }));

/** Somebody of the service. */
export async function servicePerson(world: World, role: 'supervisor' | 'operator' | 'privacyOfficer'): Promise<Claims> {
  const userId = newId('user', world.clock.nowMs());
  await put(world, { ...recordKeys.membership(SERVICE, userId), kind: 'membership', role, state: 'active' });
  return serviceClaims(userId);
}

/** A client's user; `staffId` says which staff member it is, `more` what else stands on the membership. */
export async function portalPerson(
  world: World,
  clientId: string,
  role: Extract<Role, 'clientAdmin' | 'staffMember'>,
  staffId?: string,
  more: Item = {},
): Promise<Claims> {
  const userId = newId('user', world.clock.nowMs());
  await joinClient(world, clientId, userId, role, staffId, more);
  return portalClaims(userId, [clientId]);
}

/** Another membership of the same user. */
export const joinClient = (
  world: World,
  clientId: string,
  userId: string,
  role: Role,
  staffId?: string,
  more: Item = {},
) =>
  put(world, {
    ...recordKeys.membership(clientId, userId),
    kind: 'membership',
    role,
    state: 'active',
    ...(staffId && { staffId }),
    ...more,
  });

export async function machine(
  world: World,
  clientIds: readonly string[],
  scopes: readonly Scope[] = machineScopes,
): Promise<Claims> {
  const machineId = newId('machine', world.clock.nowMs());
  const appClientId = `app-${machineId.slice(-8)}`;
  await put(world, { ...recordKeys.machine(appClientId), kind: 'machine', machineId, clientIds, scopes });
  return machineClaims({ machineId, appClientId }, clientIds, scopes);
}
