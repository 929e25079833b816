// The adversary and a whole client: 25 hours after its erasure no copy of anything tells what it was, or who.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attack, attack } from '#test/support/adversary/attack.ts';
import { exported } from '#test/support/adversary/erasing.ts';
import { type Teller, tellerOn } from '#test/support/adversary/teller.ts';
import { startRunner } from '#test/support/runner.ts';

const MINUTE_MS = 60_000;

let house: Attack;
let teller: Teller;
let officer: Teller;

beforeAll(async () => {
  house = await attack(await startRunner({ args: ['--tape'] }), { withTroubles: false });
  teller = house.life.teller;
  const token = await house.runner.userToken('privacy@answeronline.example');
  officer = await tellerOn(house.runner, token);
  await shareUserAndMachine();
  await exported({ say: teller.say, clientId: house.life.clientId, first: token });
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

async function anotherOfficer() {
  const email = 'olga@answeronline.example';
  const body = { email, name: 'Olga Ombud', role: 'privacyOfficer' };
  await teller.say('inviteOperator', { of: 'officer', body });
  return house.runner.userToken(email);
}

/** It cannot be undone: another has to confirm it. */
async function askedAndCounted(params: { clientId: string }): Promise<string> {
  const { id } = await officer.say('askForErasure', { of: 'client', params, body: { what: 'client' } });
  const one = { of: 'client', params: { ...params, erasureId: id } };
  for (let look = 0; look < 200; look++) {
    if ((await officer.say('readErasure', one)).state === 'asked') return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It was not counted');
}

describe('a whole client', () => {
  test('can be read, with the keys, while it lives', async () => {
    const living = [...itself, ...people, 'shared user', ...messages, ...others];

    const { zip } = await house.inFiles(...itself, ...people, ...messages);

    expect(await house.recovered(...living)).toEqual(house.all(...living));
    expect(zip).toEqual(expect.arrayContaining(['client: changeClient name', 'bo: changeStaffMember name']));
    expect(zip).toContain('message: takeMessage matter');
  });

  test('25 hours after its erasure: none of its own words, people and messages; of a user of another client too only what the other knows', async () => {
    const params = { clientId: house.life.clientId };
    const { etag } = await teller.say('readClient', { of: 'client', params });
    await teller.say('changeClient', { of: 'client', params, ifMatch: etag, body: { status: 'ended' } });
    const erasureId = await askedAndCounted(params);
    const colleague = await anotherOfficer();
    const confirmed = { of: 'client', params: { ...params, erasureId }, body: {}, token: colleague };
    const answer = await officer.say('confirmErasure', confirmed);
    await house.takeCopies();
    await house.moveBy(20 * MINUTE_MS);
    const done = await officer.say('readErasure', { of: 'client', params: { ...params, erasureId } });
    await house.moveBy((25 * 60 - 20) * MINUTE_MS);

    expect([answer.state, done.state]).toEqual(['running', 'done']);
    expect(await house.recovered(...itself, ...people, ...messages, 'note before', 'request before')).toEqual([]);
    expect(await house.inFiles(...itself, ...people, ...messages, ...others)).toEqual({ zip: [], pdf: [], text: [] });
    expect(await house.recovered('shared user')).toEqual(['shared user: inviteUser email']);
    expect(await house.recovered(...others)).toEqual(house.all(...others));
  });

  test('has strayed nowhere on its way out', () => {
    expect(house.spy.copies.strays(teller.secrets)).toEqual([]);
  });
});
