// The next channel, then a person, through the runner: what failed goes on by the tick, and ends with a task that somebody claims.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

/** The tick comes once a minute, in the runner too. */
const PATIENCE_MS = 75_000;

let world: HttpWorld;

beforeAll(async () => {
  world = await openWorld({ generalInbox: { emails: ['vaxel@stegvis.example'] } });
  expectRecipients('vaxel@stegvis.example');
});
afterAll(() => world.runner.setFaults({ sms: null }));

const steps = (message: Json) => message.deliveries.map(({ step, state }: Json) => `${step} ${state}`);

test(
  'an SMS that is refused goes to the general inbox; where no step is left an operator finds it, claims it, and notes what was done',
  async () => {
    const withPlan = (...normal: object[]) =>
      world.addStaff({ name: 'Disa', phones: [{ number: '070-174 06 93' }], delivery: { normal } });
    const [goesOn, ends] = [
      await withPlan({ channels: ['sms'] }, { channels: ['email'], to: 'generalInbox' }),
      await withPlan({ channels: ['sms'] }),
    ];
    await world.runner.setFaults({ sms: 'reject', count: 2 });
    const first = await made(world.take({ staffId: goesOn, matter: 'Ring mig' }));
    const second = await made(world.take({ staffId: ends, matter: 'Ring mig' }));

    await vi.waitFor(
      async () => expect(steps(await world.read(first.id))).toEqual(['1 failed', '2 accepted']),
      PATIENCE_MS,
    );
    const tasks = () => world.call('GET', `/attention?clientId=${world.clientId}`);
    await vi.waitFor(async () => expect((await tasks()).body.items).toHaveLength(1), PATIENCE_MS);
    const [task] = (await tasks()).body.items;
    const operator = { token: await world.operator() };
    const path = `/attention/${task.id}`;
    await made(world.call('PATCH', path, { body: { claimed: true }, ...operator }), 200);
    const note = 'Ringde upp.';
    const done = await made(world.call('PATCH', path, { body: { state: 'done', note }, ...operator }), 200);

    expect(task).toMatchObject({
      reason: 'notDelivered',
      messageId: second.id,
      tried: [{ channel: 'sms', step: 1, state: 'failed', code: 'InvalidParameterException' }],
    });
    expect(done.done).toMatchObject({ note });
    expect((await tasks()).body.items).toEqual([]);
  },
  3 * PATIENCE_MS,
);
