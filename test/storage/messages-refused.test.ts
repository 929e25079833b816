// Messages that are not taken, on the engine: for whom, by whom, and where nobody could be reached.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { machine, portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
});

describe('a message is refused', () => {
  test('for staff that are not in the register, with a pointer to each', async () => {
    const foreign = await world.aClient();
    const theirs = (await world.aStaffMember(foreign.body.id)).body.id;

    const { body } = await world.take(clientId, { staffId: newId('staff', 0), copyTo: [staffId, theirs] });

    expect(body).toMatchObject({ status: 422, code: 'unknown-staff' });
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/staffId', '/copyTo/1']);
  });

  test('where nobody can be reached, with a pointer to each who cannot', async () => {
    const bare = (await world.aClient({ generalInbox: null })).body.id;
    const landline = { emails: [], phones: [{ number: '08-465 004 02' }], delivery: {} };
    const mute = (await world.aStaffMember(bare, landline)).body.id;
    const well = (await world.aStaffMember(bare)).body.id;

    const named = await world.take(bare, { staffId: well, copyTo: [mute] });
    const nobody = await world.take(bare, { copyTo: [well] });

    expect(named.body).toMatchObject({ status: 422, code: 'no-usable-address', errors: [{ pointer: '/copyTo/0' }] });
    expect(nobody.body).toMatchObject({ status: 422, code: 'no-usable-address', errors: [{ pointer: '/staffId' }] });
    expect((await rawItems(world, 'messageKeys')).length).toBe(0);
  });

  test.each(['paused', 'ended'] as const)('by a client that is %s', async (status) => {
    const client = await world.aClient({ status });

    const { body } = await world.take(client.body.id);

    expect(body).toMatchObject({ status: 409, code: 'client-not-active' });
  });

  test('where the client is foreign, byte for byte as where there is none', async () => {
    const admin = await portalPerson(world, clientId, 'clientAdmin');
    const foreign = await world.aClient();
    const paramsOf = (id: string) => ({ claims: admin, params: { clientId: id } });

    const theirs = await world.take(foreign.body.id, {}, paramsOf(foreign.body.id));
    const nobodys = await world.take(newId('client', 0), {}, paramsOf(newId('client', 0)));
    const list = await world.call(`GET ${COLLECTION}`, paramsOf(foreign.body.id));

    expect(theirs.status).toBe(404);
    expect(JSON.stringify(theirs)).toBe(JSON.stringify(nobodys));
    expect(JSON.stringify(list.body)).toBe(JSON.stringify(nobodys.body));
    expect((await world.take(newId('client', 0))).body).toEqual(nobodys.body);
  });

  test('from a staff member or a privacy officer; a machine client may', async () => {
    const person = await portalPerson(world, clientId, 'staffMember', staffId);
    const robot = await machine(world, [clientId]);

    expect((await world.take(clientId, {}, { claims: person })).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await world.take(clientId, {}, { claims: robot })).body.takenBy).toMatch(/^mch_/);
  });
});
