// The adversary and a whole client: 25 hours after its erasure no copy of the tables tells anything of it, with any key left.
import { beforeEach, expect, test } from 'vitest';
import { type Adversary, adversaryOf } from '#test/support/adversary.ts';
import { liveWithCanaries, ofMessage, ofStaff } from '#test/support/canaries.ts';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingWorld, erasingWorld } from '#test/support/erasing-world.ts';

const HOUR_MS = 3_600_000;

const ofClient = {
  name: 'Kanariehuset',
  legalName: 'Kanariehuset i Sundsvall AB',
  town: 'Kanarieby',
  contact: 'Kanarie Kontakt',
  contactEmail: 'kontakt@kanarie.example',
  inbox: 'inkorg@kanarie.example',
  number: '+46846500412',
  answerPhrase: 'Kanariehuset, god dag',
};
const ofUsers = {
  onlyHere: 'Kanarie Enda',
  onlyHereEmail: 'enda@kanarie.example',
  /** What this client calls somebody who belongs to another client too. */
  elsewhereToo: 'Kanarie Delad',
};
const secrets = [ofClient, ofUsers, ofMessage, ofStaff].flatMap((one) => Object.values(one));
/** What was edited or written over is gone before. */
const livesOn = [...Object.values(ofClient), ...Object.values(ofUsers), ofMessage.matter, ofStaff.secondName];

const engine = useEngine();
let world: ErasingWorld;
let adversary: Adversary;
let clientId: string;

beforeEach(async () => {
  world = await erasingWorld(engine);
  adversary = adversaryOf(world);
  ({ clientId } = await liveWithCanaries(world, adversary));
  const { name, legalName, town, contact, contactEmail, inbox, number, answerPhrase } = ofClient;
  const body = {
    ...{ name, legalName, town },
    contacts: [{ name: contact, email: contactEmail }],
    generalInbox: { emails: [inbox] },
    numbers: [{ number, answerPhrase }],
  };
  const patch = { claims: world.supervisor, params: { clientId }, body, ifMatch: '"1"' };
  expect((await world.directory('PATCH /v1/clients/{clientId}', patch)).status).toBe(200);
  const elsewhere = (await world.aClient()).body.id;
  await world.invite(elsewhere, 'Erik Ek', 'erik@nordvik.example');
  await world.invite(clientId, ofUsers.elsewhereToo, 'erik@nordvik.example');
  await world.invite(clientId, ofUsers.onlyHere, ofUsers.onlyHereEmail);
  await world.take(clientId, { matter: ofMessage.matter });
  await adversary.look();
  await world.end(clientId);
  await adversary.look();
});

test('before its erasure all of it can be read with the keys, and nothing without', async () => {
  expect(adversary.open(secrets)).toEqual([]);
  expect(await adversary.recover(livesOn)).toEqual(livesOn);
});

test('25 hours after its erasure nothing of it can be read: no message, person, user, nor anything of its own', async () => {
  await world.eraseClient(clientId);
  await adversary.look();
  world.clock.advance(20 * 60_000);
  await world.job();
  await adversary.look();
  world.clock.advance(25 * HOUR_MS - 20 * 60_000);

  expect(await adversary.recover(secrets)).toEqual([]);
  // Not because nothing can be read at all: the other client's word for the same user stands.
  expect(await adversary.recover(['Erik Ek'])).toEqual(['Erik Ek']);
});

test('without the job its messages, its staff and its users could still be read: it is the job that takes them', async () => {
  await world.eraseClient(clientId);
  world.clock.advance(25 * HOUR_MS);

  const recovered = await adversary.recover(secrets);

  expect(recovered).toEqual(expect.arrayContaining([ofMessage.matter, ofStaff.secondName, ofUsers.elsewhereToo]));
  expect(recovered.filter((secret) => Object.values(ofClient).includes(secret))).toEqual([]);
});
