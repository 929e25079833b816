// Corrected messages before the adversary: the old text cannot be had from any copy, from the correction on.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TableThief, tableThief } from '#test/support/adversary/table-thief.ts';
import { type Amending, amending } from '#test/support/amending.ts';
import { type DeliveryWorld, deliveryWorld } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeliveryWorld;
let amend: Amending;
let adversary: TableThief;

const before = ['Eva Ek', 'Ek Bygg', '+46701740620', 'takpannorna'];
const first = { caller: { name: 'Kanarie Rättad' }, matter: 'Kanariefågeln är rättad' };
const second = { caller: { name: 'Kanarie Åter' }, matter: 'Kanariefågeln är rättad åter' };
const NOTE = 'Kanarieanteckning nummer ett';

beforeEach(async () => {
  world = await deliveryWorld(engine);
  amend = amending(world);
  adversary = tableThief(world);
  await adversary.look();
  await world.house.send(world.email);
  await world.call('PATCH /v1/clients/{clientId}/messages/{messageId}', {
    claims: world.operator,
    params: { clientId: world.clientId, messageId: world.message.id },
    body: { note: NOTE },
  });
  await adversary.look();
});
afterEach(() => vi.restoreAllMocks());

const correct = async (body: object, idempotencyKey: string) => {
  const { status } = await amend.correct(body, { idempotencyKey });
  await adversary.look();
  return status;
};

describe('from a correction on', () => {
  test('the old text is gone from every copy; the new one and the note are there', async () => {
    expect(await adversary.recover(before)).toEqual(before);

    const status = await correct(first, 'one');

    expect(status).toBe(201);
    expect(await adversary.recover(before)).toEqual([]);
    expect(await adversary.recover([first.matter, NOTE])).toEqual([first.matter, NOTE]);
  });

  test('each text is gone with the next, and all of it with the message', async () => {
    await correct(first, 'one');
    await correct(second, 'two');
    await amend.sendAll();
    await adversary.look();

    expect(await adversary.recover([...before, first.caller.name])).toEqual([]);
    expect(await adversary.recover([second.matter])).toEqual([second.matter]);

    await world.erase(world.message);
    await adversary.look();
    expect(await adversary.recover([...before, first.matter, second.matter, NOTE])).toEqual([]);
  });

  test('nothing of it stands open anywhere: not in the row that remembers the request, nor in the log', async () => {
    await correct(first, 'one');
    await correct({ ...first, matter: 42 }, 'two');
    await amend.forward({ staffId: world.staffId, contacts: ['fremling@kanarie.example'] });
    await amend.forward({ staffId: null }, { idempotencyKey: 'three' });
    await amend.redirect({ staffId: null }, { idempotencyKey: 'four' });
    await adversary.look();

    expect(adversary.open([...before, first.caller.name, first.matter, 'fremling@kanarie', 'info@nordvik'])).toEqual(
      [],
    );
  });
});
