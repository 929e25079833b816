// The adversary and a whole client: 25 hours after its erasure no copy of anything tells what it was, or who.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attack, attack } from '#test/support/adversary/attack.ts';
import { type Teller, tellerOn } from '#test/support/adversary/teller.ts';
import { startRunner } from '#test/support/runner.ts';

const MINUTE_MS = 60_000;

let house: Attack;
let teller: Teller;
let officer: Teller;

beforeAll(async () => {
  house = await attack(await startRunner({ args: ['--tape'] }), { withTroubles: false });
  teller = house.life.teller;
  officer = await tellerOn(house.runner, await house.runner.userToken('privacy@answeronline.example'));
  await shareUserAndMachine();
  await house.takeCopies();
});
afterAll(() => house?.end());

/** With another client, which stays: it has a name of its own for the user. */
async function shareUserAndMachine(): Promise<void> {
  const { flock, clientId } = house.life;
  const other = await teller.say('createClient', { of: 'other client', body: flock.client() });
  const user = flock.user('clientAdmin') as { email: string };
  const renamed = { ...flock.user('clientAdmin'), email: user.email };
  await teller.say('inviteUser', { of: 'other client', params: { clientId: other.id }, body: user });
  await teller.say('inviteUser', { of: 'shared user', params: { clientId }, body: renamed });
  const machine = { ...flock.machine(other.id), clientIds: [clientId, other.id] };
  await teller.say('createMachineClient', { of: 'other client', body: machine });
}

const itself = ['client', 'client before', 'notice'];
const people = ['anna', 'bo', 'bo before', 'cia', 'cia before', 'user', 'machine', 'signatory'];
const messages = ['message', 'message by hand'];
/** The agreement outlives the client by ten years, a closed request by ninety days, each under a key of its own. */
const others = ['operator', 'other client', 'agreement', 'service', 'request'];

describe('a whole client', () => {
  test('can be read, with the keys, while it lives', async () => {
    const living = [...itself, ...people, 'shared user', ...messages, ...others];

    expect(await house.recovered(...living)).toEqual(house.all(...living));
  });

  test('25 hours after its erasure: none of its own words, people and messages; of a user of another client too only what the other knows', async () => {
    const params = { clientId: house.life.clientId };
    const { etag } = await teller.say('readClient', { of: 'client', params });
    await teller.say('changeClient', { of: 'client', params, ifMatch: etag, body: { status: 'ended' } });
    const answer = await officer.say('eraseClient', { of: 'client', params, body: {} });
    await house.takeCopies();
    await house.moveBy(20 * MINUTE_MS);
    const done = await officer.say('readClientErasure', { of: 'client', params });
    await house.moveBy((25 * 60 - 20) * MINUTE_MS);

    expect([answer.state, done.state]).toEqual(['running', 'done']);
    expect(await house.recovered(...itself, ...people, ...messages, 'note before', 'request before')).toEqual([]);
    expect(await house.recovered('shared user')).toEqual(['shared user: inviteUser email']);
    expect(await house.recovered(...others)).toEqual(house.all(...others));
  });

  test('has strayed nowhere on its way out', () => {
    expect(house.spy.copies.strays(teller.secrets)).toEqual([]);
  });
});
