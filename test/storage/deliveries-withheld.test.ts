// What holds an order back, or changes what it sends: erasure, time, the general inbox, the limits of SMS, notices.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { stripKey } from '#messages/strip-key.ts';
import { type Delivering, delivering, ordersOf } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: DeliveryWorld;
let house: Delivering;
let email: ChannelOrder;
let sms: ChannelOrder;

muteLogs('info');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  ({ house, email, sms } = world);
});

const eraseStaffMember = (staffId: string) =>
  world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
    claims: world.supervisor,
    params: { clientId: world.clientId, staffId },
  });

describe('nothing is sent', () => {
  test('of an erased message', async () => {
    await world.erase(world.message);

    expect(await Promise.all([house.send(email), house.send(sms)])).toEqual([{}, {}]);
    expect(house.handed).toEqual([]);
  });

  test('of a message whose key alone is gone: its deliveries are cancelled', async () => {
    const [row] = await rawItems(world, 'messageKeys');
    await stripKey(world.app, { id: row?.messageId as string, keyId: row?.id as string });

    await house.send(email);
    await house.send(sms);

    const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery');
    expect(rows.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(house.handed).toEqual([]);
  });

  test('to an erased staff member: failed', async () => {
    await eraseStaffMember(world.staffId);

    await house.send(email);
    await house.send(sms);

    expect(house.handed).toEqual([]);
    expect(await world.states()).toEqual(['failed', 'failed']);
    expect((await world.deliveries()).map(({ address }) => address)).toEqual([null, null]);
  });

  test('after its time', async () => {
    world.clock.moveTo(Date.parse(world.message.expiresAt));

    await house.send(email);

    expect(house.handed).toEqual([]);
  });
});

describe('the general inbox', () => {
  const fallBack = async () => {
    const inactive = await world.aStaffMember(world.clientId, { name: 'Ulf Inaktiv', active: false });
    world.message = (await world.take(world.clientId, { staffId: inactive.body.id })).body;
    return inactive.body.id;
  };

  test('gets what is meant for somebody without an address, with the name', async () => {
    await fallBack();

    for (const order of ordersOf(world.message)) await house.send(order);

    expect(house.handed.map(({ to, text }) => [to, text.includes('Ulf Inaktiv')])).toEqual([
      ['info@nordvik.example', true],
      ['+46701740606', true],
    ]);
  });

  test('still gets it when that person is erased, without the name: it went with the key', async () => {
    await eraseStaffMember(await fallBack());

    for (const order of ordersOf(world.message)) await house.send(order);

    expect(house.handed.map(({ to, text }) => [to, text.includes('Ulf Inaktiv')])).toEqual([
      ['info@nordvik.example', false],
      ['+46701740606', false],
    ]);
  });
});

describe('an SMS', () => {
  test('goes no further than the cap of the day, and again the next day in Stockholm', async () => {
    const capped = delivering(world, { capPerClientAndDay: 1 });
    const second = ordersOf(await world.takeAnother())[1] as ChannelOrder;
    await capped.send(sms);

    await capped.send(second);
    world.clock.moveTo(Date.parse('2026-11-23T23:00:00Z'));
    const third = ordersOf(await world.takeAnother())[1] as ChannelOrder;
    await capped.send(third);

    expect(capped.handed.map(({ deliveryId }) => deliveryId)).toEqual([sms.order.deliveryId, third.order.deliveryId]);
    const rows = await rawItems(world, 'records');
    expect(rows.find(({ sk }) => sk === second.order.deliveryId)).toMatchObject({
      state: 'failed',
      attempts: [{ code: 'SmsCapReached' }],
    });
  });

  test('is counted right when twenty go at once', async () => {
    const capped = delivering(world, { capPerClientAndDay: 7 });
    const taken = await Promise.all(Array.from({ length: 20 }, () => world.takeAnother()));

    await Promise.all(taken.map((one) => capped.send(ordersOf(one)[1] as ChannelOrder)));

    expect(capped.handed).toHaveLength(7);
  });

  test('goes to no country that the stage has closed since', async () => {
    const closed = delivering(world, { countries: ['NO'] });

    await closed.send(sms);

    expect(closed.handed).toEqual([]);
    expect(await world.outcomesOf(sms)).toEqual(['failed CountryNotAllowed']);
  });
});

test.each([
  ['sensitive', { sensitive: true }, {}, {}],
  ["notice by the client's mode", {}, { contentMode: 'notice' as const }, {}],
  ["notice by the person's mode", {}, {}, { contentMode: 'notice' as const }],
])('a message that is %s sends nothing of its content', async (_, body, client, staff) => {
  const other = (await world.aClient(client)).body.id;
  const person = (await world.aStaffMember(other, staff)).body.id;
  const { body: taken } = await world.take(other, { staffId: person, ...body });

  for (const order of ordersOf(taken)) await house.send(order);

  const said = house.handed.map(({ text }) => text).join('\n');
  expect(house.handed).toHaveLength(2);
  expect(
    ['Eva', 'Ek Bygg', '174 06 20', '1740620', 'takpannor', 'Sjölund'].filter((word) => said.includes(word)),
  ).toEqual([]);
  expect(said).toContain('https://portal.answeronline.example');
});
