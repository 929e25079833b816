// Whom a message reaches: preferences by urgency, the general inbox, and what is said where nobody can be reached.
import { beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const inbox = { emails: ['vaxel@kvarngardet.example'], phones: ['070-174 06 70'] };
const MISSING_STAFF = 'stf_00000000000000000000000000';

let world: HttpWorld;
let bare: HttpWorld;

beforeAll(async () => {
  [world, bare] = await Promise.all([openWorld({ generalInbox: inbox }), openWorld()]);
  const numbers = [70, 71, 72, 73];
  expectRecipients('vaxel@kvarngardet.example', ...numbers.map((n) => `+467017406${n}`));
  expectRecipients(...[71, 72].map((n) => `${n}@kvarngardet.example`));
});

const contacts = (n: number) => ({
  phones: [{ number: `070-174 06 ${n}` }],
  emails: [{ address: `${n}@kvarngardet.example` }],
});

/** Where a message went in the end, as the supervisor sees it. */
async function reached(body: object): Promise<string[]> {
  const taken = await made(world.take({ matter: 'Ring mig', ...body }));
  const { deliveries } = await world.untilDone(taken.id);
  return deliveries.map(({ state, address }: Json) => `${address} ${state}`);
}

describe('preferences', () => {
  const wishes = {
    normal: [{ channels: ['email'] }],
    urgent: [{ channels: ['sms'] }],
  };

  test.for([
    { urgency: 'normal', address: '71@kvarngardet.example delivered' },
    { urgency: 'urgent', address: '+46701740671 delivered' },
  ])('of a $urgency message are those for $urgency', async ({ urgency, address }) => {
    const staffId = await world.addStaff({ name: 'Disa', ...contacts(71), delivery: wishes });

    expect(await reached({ staffId, urgency })).toEqual([address]);
  });

  test('for normal hold for urgent messages too, where nothing else is said', async () => {
    const delivery = { normal: [{ channels: ['sms'] }] };
    const staffId = await world.addStaff({ name: 'Disa', ...contacts(71), delivery });

    expect(await reached({ staffId, urgency: 'urgent' })).toEqual(['+46701740671 delivered']);
  });

  test('name the addresses that are written to', async () => {
    const phones = [{ number: '070-174 06 71' }, { number: '070-174 06 72' }];
    const emails = [{ address: '71@kvarngardet.example' }, { address: '72@kvarngardet.example' }];
    const chosen = ['070-174 06 72', '72@kvarngardet.example'];
    const delivery = { normal: [{ channels: ['email', 'sms'], contacts: chosen }] };
    const staffId = await world.addStaff({ name: 'Disa', phones, emails, delivery });

    expect(await reached({ staffId })).toEqual(['72@kvarngardet.example delivered', '+46701740672 delivered']);
  });

  test('are the first e-mail and the first mobile number where none are given', async () => {
    const phones = [{ number: '08-465 004 71' }, { number: '070-174 06 72' }, { number: '070-174 06 73' }];
    const staffId = await world.addStaff({ name: 'Disa', ...contacts(71), phones });

    expect(await reached({ staffId })).toEqual(['71@kvarngardet.example delivered', '+46701740672 delivered']);
  });
});

describe('the general inbox', () => {
  const inboxReached = ['vaxel@kvarngardet.example delivered', '+46701740670 delivered'];

  test('takes a message for nobody in particular', async () => {
    expect(await reached({})).toEqual(inboxReached);
  });

  test('takes a message for somebody without a usable address, and names that person', async () => {
    await world.runner.clearOutbox();
    const staffId = await world.addStaff({ name: 'Göran Utan', phones: [{ number: '08-465 004 72' }] });

    expect(await reached({ staffId })).toEqual(inboxReached);

    const [email] = await world.runner.untilSent(({ channel }) => channel === 'email');
    expect(email?.text).toContain('Göran Utan');
  });

  test('takes a message for somebody who is not active', async () => {
    const staffId = await world.addStaff({ name: 'Disa', ...contacts(71), active: false });

    expect(await reached({ staffId })).toEqual(inboxReached);
  });

  test('takes the place of a foreign mobile number that SMS may not go to', async () => {
    const delivery = { normal: [{ channels: ['sms'] }] };
    // Kept for films by the German regulator.
    const phones = [{ number: '+49 152 28817386' }];
    const staffId = await world.addStaff({ name: 'Jean', phones, delivery });

    expect(await reached({ staffId })).toEqual(inboxReached);
  });
});

describe('a message that can reach nobody is refused, and nothing is sent', () => {
  test('where the client has no general inbox and nobody is named', async () => {
    const refused = await bare.take({ matter: 'Ring mig' });

    expect(refused).toMatchObject({ status: 422, body: { code: 'no-usable-address' } });
    expect(refused.body.errors).toEqual([
      { pointer: '/staffId', detail: expect.stringContaining('no general inbox') as string },
    ]);
  });

  test('where one of those who get a copy has no usable address: it says who', async () => {
    const reachable = await bare.addStaff({ name: 'Disa', ...contacts(71) });
    const unreachable = await bare.addStaff({ name: 'Göran' });

    const refused = await bare.take({ staffId: reachable, copyTo: [unreachable], matter: 'Ring mig' });

    expect(refused).toMatchObject({ status: 422, body: { code: 'no-usable-address' } });
    expect(refused.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['/copyTo/0']);
    expect((await bare.call('GET', bare.path('/messages'))).body.items).toEqual([]);
  });

  test('where somebody is unknown, or of another client', async () => {
    const stays = await bare.addStaff({ name: 'Kvar', ...contacts(72) });
    const foreign = await world.addStaff({ name: 'Annan', ...contacts(72) });

    const refused = await bare.take({ staffId: MISSING_STAFF, copyTo: [stays, foreign], matter: 'Ring mig' });

    expect(refused).toMatchObject({ status: 422, body: { code: 'unknown-staff' } });
    expect(refused.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['/staffId', '/copyTo/1']);
  });

  test('where somebody is erased, and neither a replacement nor a general inbox stands in', async () => {
    const erased = await bare.addStaff({ name: 'Borta', ...contacts(72) });
    await bare.call('DELETE', bare.path(`/staff/${erased}`));

    const refused = await bare.take({ staffId: erased, matter: 'Ring mig' });

    expect(refused).toMatchObject({ status: 422, body: { code: 'no-usable-address' } });
    expect(refused.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['/staffId']);
  });

  test.for(['paused', 'ended'])('where the client is %s', async (status) => {
    const closed = await openWorld({ status, generalInbox: inbox });

    const refused = await closed.take({ matter: 'Ring mig' });

    expect(refused).toMatchObject({ status: 409, body: { code: 'client-not-active' } });
  });
});
