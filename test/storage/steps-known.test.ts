// What is known, on the engine: a message that was handled or read calls nobody, unless it was sent on after that.
import { beforeEach, describe, expect, test } from 'vitest';
import { ordersOf, refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
});

/** Amends it a minute later, and has every provider refuse what comes of that. */
async function amendInVain(message: Taken, what: string, body: object) {
  world.clock.advance(60_000);
  const answer = await world.call<Taken>(`POST ${MESSAGE}/${what}`, {
    claims: world.operator,
    params: { clientId: message.clientId, messageId: message.id },
    body,
  });
  expect(answer.status).toBe(201);
  world.house.answers.push(...Array(10).fill(refused));
  for (const order of ordersOf(answer.body)) await world.house.send(order);
  for (let minute = 0; minute < 5; minute++) await world.minutesLater();
}

const toInbox = {
  normal: [{ channels: ['email' as const], to: 'generalInbox' as const }],
  urgent: [],
  quietHours: null,
};
const reasons = async () => (await world.tasks()).map(({ reason }) => reason);

describe('a message that is handled', () => {
  test('and sent on after that still has to come to somebody', async () => {
    const message = await world.takeFor(await world.planned());
    await world.sendFirst(message);
    await world.mark(message, { handled: true });

    await amendInVain(message, 'deliveries', { staffId: world.bo });

    expect(await reasons()).toEqual(['notDelivered']);
  });

  test('and corrected after that still has to come to whoever has the old text', async () => {
    const message = await world.takeFor(await world.planned());
    await world.sendFirst(message);
    await world.mark(message, { handled: true });

    await amendInVain(message, 'corrections', { caller: {}, matter: 'Takpannorna kommer på fredag.' });

    expect(await reasons()).toEqual(['notDelivered']);
  });

  test('after it was sent on calls nobody', async () => {
    const message = await world.takeFor(await world.planned());
    await world.sendFirst(message);
    await world.call(`POST ${MESSAGE}/deliveries`, {
      claims: world.operator,
      params: { clientId: message.clientId, messageId: message.id },
      body: { staffId: world.bo },
    });
    await world.mark(message, { handled: true });
    world.house.answers.push(...Array(10).fill(refused));
    for (const order of ordersOf((await world.read(message)).body)) await world.house.send(order);

    for (let minute = 0; minute < 5; minute++) await world.minutesLater();

    expect(await reasons()).toEqual([]);
  });
});

describe('a message that was read', () => {
  test('by the wrong one before it went to the general inbox still has to come there', async () => {
    const staffId = await world.planned();
    const message = await world.takeFor(staffId);
    await world.sendFirst(message);
    await world.mark(message, { read: true }, await portalPerson(world, world.clientId, 'staffMember', staffId));

    await amendInVain(message, 'misdirected', { staffId: null });

    expect((await reasons()).sort()).toEqual(['misdirected', 'notDelivered']);
  });

  test('and was sent again to the same person still has to come there', async () => {
    const staffId = await world.somebody(toInbox);
    const message = await world.takeFor(staffId);
    await world.sendFirst(message);
    await world.mark(message, { read: true }, await portalPerson(world, world.clientId, 'staffMember', staffId));

    await amendInVain(message, 'deliveries', { staffId });

    expect(await reasons()).toEqual(['notDelivered']);
  });
});
