// What tokens are bound to at their making.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fullScope, scopes } from '#shared/route.ts';
import { type AccessWorld, accessWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, serviceClaims } from '#test/support/http-call.ts';
import { letFirstSupervisorIn } from '#users/first-supervisor.ts';
import type { MachineClient, User } from '#users/schema.ts';
import { tokenChanges } from '#users/token-claims.ts';

const engine = useEngine();
let world: AccessWorld;
let first: string;
let supervisor: Claims;

beforeEach(async () => {
  world = await accessWorld(engine);
  first = await letFirstSupervisorIn(world.app, { email: 'first@answeronline.example', name: 'Första' });
  supervisor = serviceClaims(first);
});

const ours = scopes.map(fullScope);
const forUser = (userName: string) =>
  tokenChanges(world.app.db, {
    triggerSource: 'TokenGeneration_HostedAuth',
    userName,
    callerContext: { clientId: 'portal' },
    response: {},
  });
const forMachine = (clientId: string) =>
  tokenChanges(world.app.db, {
    triggerSource: 'TokenGeneration_ClientCredentials',
    userName: clientId,
    callerContext: { clientId },
    response: {},
  });
const invite = async (clientId: string) => {
  const body = { email: 'karin@nordvik.example', name: 'Karin Ek', role: 'clientAdmin' };
  const call = { claims: supervisor, params: { clientId }, body };
  return (await world.call<User>('POST /v1/clients/{clientId}/users', call)).body.id;
};

describe('the token of', () => {
  it('a person of the service is bound to the service', async () => {
    expect(await forUser(first)).toEqual({ claimsToAddOrOverride: { ao_service: 'true' }, scopesToSuppress: [] });
  });

  it('somebody whose name comes back in lower case is the same', async () => {
    expect(await forUser(first.toLowerCase())).toEqual(await forUser(first));
  });

  it("a client's user is bound to each client, and to no other once withdrawn there", async () => {
    const [a, b] = [await world.aClientRow(), await world.aClientRow()];
    const userId = await invite(a);
    await invite(b);
    expect((await forUser(userId)).claimsToAddOrOverride).toEqual({ ao_clients: `${a} ${b}` });

    const params = { clientId: a, userId };
    await world.call('DELETE /v1/clients/{clientId}/users/{userId}', { claims: supervisor, params });

    expect((await forUser(userId)).claimsToAddOrOverride).toEqual({ ao_clients: b });
  });

  it('a withdrawn or unknown user is bound to nothing and has none of our scopes', async () => {
    const clientId = await world.aClientRow();
    const userId = await invite(clientId);
    const params = { clientId, userId };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    world.crashes.arm(3);
    await world.call('DELETE /v1/clients/{clientId}/users/{userId}', { claims: supervisor, params });

    for (const name of [userId, 'usr_01ARZ3NDEKTSV4RRFFQ69G5FAV', ''])
      expect(await forUser(name)).toEqual({ claimsToAddOrOverride: {}, scopesToSuppress: ours });
  });

  it('a machine client is bound to its clients and cut to its scopes, until it is deleted', async () => {
    const clientId = await world.aClientRow();
    const body = { name: 'Växeln', scopes: ['messages.write'], clientIds: [clientId] };
    const call = { claims: supervisor, body };
    const { machineId, oauthClientId } = (await world.call<MachineClient>('POST /v1/machine-clients', call)).body;

    expect(await forMachine(oauthClientId)).toEqual({
      claimsToAddOrOverride: { ao_clients: clientId, ao_machine: machineId },
      scopesToSuppress: ours.filter((scope) => scope !== 'answeronline/messages.write'),
    });

    await world.call('DELETE /v1/machine-clients/{machineId}', { claims: supervisor, params: { machineId } });
    expect(await forMachine(oauthClientId)).toEqual({ claimsToAddOrOverride: {}, scopesToSuppress: ours });
  });

  it('anybody costs one read request', async () => {
    const { tally } = await world.meter.measure(() => forUser(first));

    expect(tally.requests).toEqual({ BatchGetItem: 1 });
    expect(tally.readUnits).toBe(1);
  });
});
