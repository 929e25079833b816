// Sending again and forwarding on the engine: by addresses of the register, to people who read it from then on.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Amending, amending, MENDED } from '#test/support/amending.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';

const engine = useEngine();
let world: DeliveryWorld;
let amend: Amending;
let colleague: string;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  amend = amending(world);
  const made = await world.aStaffMember(world.clientId, {
    name: 'Bo Öst',
    emails: [{ address: 'bo@nordvik.example' }],
    phones: [{ label: 'Växel', number: '08-465 004 03' }],
  });
  colleague = made.body.id;
});

const later = ({ deliveries }: Taken) =>
  deliveries.slice(2).map(({ staffId, channel, state, address }) => [staffId, channel, state, address]);
const asSupervisor = () => ({ claims: world.supervisor });
const inboxOf = async (staffId: string, claims = world.supervisor) => {
  const params = { clientId: world.clientId };
  const { body } = await world.call<{ items: Taken[] }>(`GET ${COLLECTION}`, { claims, params, query: { staffId } });
  return body.items.map(({ id }) => id);
};

describe('a message', () => {
  test('goes again to its recipient, by the wishes or by any address of the own ones', async () => {
    const again = await amend.forward({ staffId: world.staffId }, asSupervisor());
    const named = await amend.forward(
      { staffId: world.staffId, contacts: ['0701740608', 'ak.sjolund@nordvik.example'] },
      asSupervisor(),
    );
    await amend.sendAll();

    expect([again.status, named.status]).toEqual([201, 201]);
    expect(later(named.body)).toEqual([
      [world.staffId, 'email', 'queued', 'anna-karin@nordvik.example'],
      [world.staffId, 'sms', 'queued', '+46701740607'],
      [world.staffId, 'email', 'queued', 'ak.sjolund@nordvik.example'],
      [world.staffId, 'sms', 'queued', '+46701740608'],
    ]);
    expect(named.body.copyTo).toEqual([]);
    expect(await inboxOf(world.staffId)).toEqual([world.message.id]);
    expect(amend.handedLater().map(({ to }) => to)).toHaveLength(4);
  });

  test('that is forwarded is read by the colleague from then on, and stands in that inbox once', async () => {
    const claims = await portalPerson(world, world.clientId, 'staffMember', colleague);
    const before = await world.read(world.message, { claims });

    await amend.forward({ staffId: colleague });
    const { body } = await amend.forward({ staffId: colleague }, asSupervisor());

    expect(before.status).toBe(404);
    expect((await world.read(world.message, { claims })).status).toBe(200);
    expect(body.copyTo).toEqual([colleague]);
    expect(later(body)).toEqual(Array(2).fill([colleague, 'email', 'queued', 'bo@nordvik.example']));
    expect(await inboxOf(colleague)).toEqual([world.message.id]);
  });

  test('goes to the general inbox, all of it or one of its addresses', async () => {
    await amend.forward({ staffId: null, contacts: ['info@nordvik.example'] });
    const { body } = await amend.forward({ staffId: null }, asSupervisor());

    expect(later(body)).toEqual([
      [null, 'email', 'queued', 'info@nordvik.example'],
      [null, 'email', 'queued', 'info@nordvik.example'],
      [null, 'sms', 'queued', '+46701740606'],
    ]);
  });

  test('reaches who got it when it is corrected', async () => {
    await amend.forward({ staffId: colleague });
    await amend.sendAll();

    const { body } = await amend.correct();

    expect(body.deliveries.filter(({ correction }) => correction).map(({ staffId }) => staffId)).toEqual([
      world.staffId,
      world.staffId,
      colleague,
    ]);
  });

  test('that is erased is gone for the colleague too, and answers that it was', async () => {
    const claims = await portalPerson(world, world.clientId, 'staffMember', colleague);
    await amend.forward({ staffId: colleague });
    await world.erase(world.message);

    const answers = [await world.read(world.message, { claims }), await amend.forward({ staffId: colleague })];

    expect(answers.map(({ status }) => status)).toEqual([410, 410]);
  });
});

describe('an address', () => {
  test.each([
    ['nobody has', 'fremling@kanarie.example', "Not in the client's register, for this addressee"],
    ["is a colleague's", 'bo@nordvik.example', "Not in the client's register, for this addressee"],
    ['is of the general inbox', 'info@nordvik.example', "Not in the client's register, for this addressee"],
    ['takes no SMS', '08-465 004 02', 'Not a mobile number that SMS may go to'],
  ])('that %s is refused with a pointer, and nothing is sent', async (_, contact, detail) => {
    const { status, body } = await amend.forward({ staffId: world.staffId, contacts: ['0701740608', contact] });

    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors).toEqual([{ pointer: '/contacts/1', detail }]);
    expect(JSON.stringify(body)).not.toContain(contact);
    expect((await world.deliveries()).length).toBe(2);
  });

  test('is not stood in for by others: who is not active gets nothing', async () => {
    const gone = await world.aStaffMember(world.clientId, { active: false });

    const named = await amend.forward({ staffId: gone.body.id, contacts: ['anna-karin@nordvik.example'] });

    expect([named.status, named.body.code]).toEqual([422, 'no-usable-address']);
  });

  test('of somebody unknown is refused', async () => {
    const { status, body } = await amend.forward({ staffId: 'stf_00000000000000000000000000' });

    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'unknown-staff', '/staffId']);
  });
});

describe('a staff member', () => {
  test('forwards an own message to a colleague, and names addresses of the own ones alone', async () => {
    const claims = await portalPerson(world, world.clientId, 'staffMember', world.staffId);

    const answers = [
      await amend.forward({ staffId: colleague }, { claims }),
      await amend.forward({ staffId: world.staffId, contacts: ['0701740608'] }, { claims }),
      await amend.forward({ staffId: colleague, contacts: ['bo@nordvik.example'] }, { claims }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 403]);
  });

  test("does not forward another's", async () => {
    const claims = await portalPerson(world, world.clientId, 'staffMember', colleague);

    expect((await amend.forward({ staffId: colleague }, { claims })).status).toBe(404);
  });
});

describe('an Idempotency-Key', () => {
  test('sends once, however often it is asked and whenever the process dies', async () => {
    const keyed = { idempotencyKey: 'again' };
    let died = false;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        const reply = await next(args);
        if (!died && context.commandName?.startsWith('TransactWrite')) {
          died = true;
          throw new Error('It died');
        }
        return reply;
      },
      { step: 'initialize', name: 'dies' },
    );

    const first = await amend.forward({ staffId: colleague }, keyed);
    const answers = await Promise.all([1, 2, 3].map(() => amend.forward({ staffId: colleague }, keyed)));
    const other = await amend.forward({ staffId: null }, keyed);

    expect([first.status, ...answers.map(({ status }) => status)]).toEqual([500, 201, 201, 201]);
    expect((await world.deliveries()).length).toBe(3);
    expect(other.body.code).toBe('idempotency-mismatch');
  });

  test('is answered also where the request would be refused by now', async () => {
    const keyed = { idempotencyKey: 'again' };
    await amend.forward({ staffId: colleague }, keyed);
    await amend.correct(MENDED);
    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId: colleague },
    });

    const again = await amend.forward({ staffId: colleague }, keyed);

    expect([again.status, again.body.matter]).toEqual([201, MENDED.matter]);
  });
});

test('twenty colleagues beside the recipient are as many as read a message', async () => {
  for (let n = 0; n < 20; n++) {
    const { body } = await world.aStaffMember(world.clientId, {
      phones: [],
      emails: [{ address: `nr${n}@nordvik.example` }],
    });
    expect((await amend.forward({ staffId: body.id })).status).toBe(201);
  }

  const refused = await amend.forward({ staffId: colleague });
  const recipient = await amend.forward({ staffId: world.staffId });

  expect([refused.status, refused.body.code]).toEqual([409, 'too-many-readers']);
  expect(recipient.status).toBe(201);
});

test('costs three read requests, and a transaction of 13 units for one e-mail to somebody new', async () => {
  const { tally } = await world.meter.measure(() => amend.forward({ staffId: colleague }, { idempotencyKey: 'one' }));

  expect(tally.requests).toEqual({ BatchGetItem: 3, TransactWriteItems: 1 });
  expect(tally.writeUnits).toBe(13);
});
