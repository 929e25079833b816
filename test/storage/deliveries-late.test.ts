// A sender that answers after the tick has given it up, on the engine: what it may still change, and what not.
import { beforeEach, describe, expect, test } from 'vitest';
import { claimDelivery, settleDelivery } from '#deliveries/moves.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { type Delivering, later } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: DeliveryWorld;
let house: Delivering;
let email: ChannelOrder;
let sms: ChannelOrder;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  ({ house, email, sms } = world);
});

describe('a claim that comes back late', () => {
  test('may still improve unknown', async () => {
    const claimed = await claimDelivery(world.app, sms.order);
    world.clock.advance(2 * MINUTE_MS);
    await house.tick();
    const unknown = (await world.states())[1];
    if (!claimed) throw new Error('It was there to be claimed');

    const attempt = { atMs: 0, outcome: 'accepted' as const, providerId: 'late' };
    const settled = await settleDelivery(world.app, claimed, { state: 'accepted', attempt });

    expect([unknown, settled, (await world.states())[1]]).toEqual(['unknown', true, 'accepted']);
  });

  test('and says "later" is due again, and not forgotten', async () => {
    const claimed = await claimDelivery(world.app, sms.order);
    world.clock.advance(2 * MINUTE_MS);
    await house.tick();
    if (!claimed) throw new Error('It was there to be claimed');
    const nowMs = world.clock.nowMs();
    const next = { notBeforeMs: nowMs + 300_000, dueAtMs: nowMs + 300_000 };
    await settleDelivery(world.app, claimed, { state: 'queued', attempt: { atMs: 0, ...later }, next });

    await world.settleAll();

    expect((await world.states())[1]).toBe('accepted');
  });

  describe('changes nothing', () => {
    const late = { atMs: 0, outcome: 'failed' as const, code: 'Late' };
    const settleLate = async (meanwhile: () => Promise<unknown>) => {
      const claimed = await claimDelivery(world.app, email.order);
      await meanwhile();
      if (!claimed) throw new Error('It was there to be claimed');
      return settleDelivery(world.app, claimed, { state: 'failed', attempt: late });
    };
    const giveUp = async () => {
      world.clock.advance(2 * MINUTE_MS);
      await house.tick();
    };

    test.each<[string, () => Promise<unknown>, string]>([
      ['after the tick has ordered it again', giveUp, 'queued'],
      ['while another sends', () => giveUp().then(() => claimDelivery(world.app, email.order)), 'sending'],
      ['after another has sent', () => giveUp().then(() => house.send(email)), 'accepted'],
    ])('%s', async (_, meanwhile, state) => {
      const settled = await settleLate(meanwhile);

      expect([settled, (await world.states())[0]]).toEqual([false, state]);
    });

    test('after it has expired', async () => {
      const settled = await settleLate(async () => {
        world.clock.moveTo(Date.parse(world.message.expiresAt));
        await house.tick();
      });

      const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery');
      expect([settled, ...rows.map(({ state }) => state)]).toEqual([false, 'cancelled', 'cancelled']);
    });
  });
});
