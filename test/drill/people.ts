// The people of the drill: of the service, of its clients, and machine clients, all let in by the service's own ways.
import type { Client } from '#clients/schema.ts';
import type { StaffMember } from '#staff/schema.ts';
import type { House } from '#test/drill/house.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember, type StaffBody } from '#test/support/builders/staff.ts';
import { type Claims, machineClaims, portalClaims, serviceClaims } from '#test/support/http-call.ts';
import { signInTables } from '#test/support/sign-in-tables.ts';
import { letFirstSupervisorIn } from '#users/first-supervisor.ts';
import type { MachineClient, User } from '#users/schema.ts';

export interface People {
  supervisor: Claims;
  operator: Claims;
  privacyOfficer: Claims;
}

export async function letServiceIn(house: House): Promise<People> {
  const userId = await letFirstSupervisorIn(house.access, { email: 'siv@answeronline.example', name: 'Siv Ek' });
  const supervisor = serviceClaims(userId);
  const invite = async (role: string) => {
    const body = { email: `${role.toLowerCase()}@answeronline.example`, name: 'Ulf Berg', role };
    return serviceClaims((await house.ask<User>('POST /v1/operators', { claims: supervisor, body })).id);
  };
  return { supervisor, operator: await invite('operator'), privacyOfficer: await invite('privacyOfficer') };
}

/** One that has signed the agreement. */
export async function setUpClient(house: House, { supervisor }: People, nth: number, retention: object) {
  const client = await house.ask<Client>('POST /v1/clients', {
    claims: supervisor,
    body: {
      ...aClient(),
      name: `Kund ${nth}`,
      numbers: [{ number: `08-465 004 ${String(10 + nth)}`, answerPhrase: `Kund ${nth}`, language: 'sv' }],
      retention,
    },
  });
  await signInTables(house.world, client.id);
  return client;
}

export const employ = (house: House, { supervisor }: People, clientId: string, changes: Partial<StaffBody> = {}) =>
  house.ask<StaffMember>('POST /v1/clients/{clientId}/staff', {
    claims: supervisor,
    params: { clientId },
    body: aStaffMember({ delivery: { normal: [{ channels: ['email', 'sms'] }] }, ...changes }),
  });

export async function inviteUser(
  house: House,
  { supervisor }: People,
  clientId: string,
  who: { email: string; role: 'clientAdmin' | 'staffMember'; staffId?: string },
): Promise<{ id: string; claims: Claims }> {
  const body = { name: 'Åke Öhman', ...who };
  const params = { clientId };
  const { id } = await house.ask<User>('POST /v1/clients/{clientId}/users', { claims: supervisor, params, body });
  return { id, claims: portalClaims(id, [clientId]) };
}

export async function connectMachine(house: House, { supervisor }: People, clientIds: string[]) {
  const scopes = ['directory.read', 'directory.write', 'messages.read', 'messages.write'] as const;
  const machine = await house.ask<MachineClient>('POST /v1/machine-clients', {
    claims: supervisor,
    body: { name: 'Växeln', scopes, clientIds },
  });
  const { machineId, oauthClientId: appClientId } = machine;
  return { ...machine, claims: machineClaims({ machineId, appClientId }, clientIds, scopes) };
}
