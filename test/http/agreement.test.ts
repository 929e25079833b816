// The agreement through the runner: nothing of a client is stored before it, and whoever has signed can prove it without us.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, newAddress, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

let world: HttpWorld;
let client: Json;
const at = (rest = '') => `/clients/${client.id}${rest}`;
const staff = { name: 'Disa Ek', emails: [{ address: 'disa.ek@nordvik.example' }] };

beforeAll(async () => {
  expectRecipients('disa.ek@nordvik.example');
  world = await openWorld();
  client = await made(world.call('POST', '/clients', { body: { name: 'Bageriet', legalName: 'Bageriet AB' } }));
});

test('a client that has not signed has neither staff nor messages, and can be prepared all the same', async () => {
  const refused = [
    await world.call('POST', at('/staff'), { body: staff }),
    await world.call('POST', at('/messages'), { body: { matter: 'Ring mig' } }),
  ];
  const answering = await world.call('GET', at('/answering'));
  const prepared = await world.call('PATCH', at('/answering'), {
    body: { instructions: 'Koppla aldrig före sju' },
    ifMatch: answering.headers.get('etag') ?? '',
  });

  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'agreement-missing'],
    [409, 'agreement-missing'],
  ]);
  expect(prepared.status).toBe(200);
});

test('its signatory reads and signs, staff and messages are let in, and the seal holds for anybody', async () => {
  const email = newAddress('vd');
  const invited = { email, name: 'Åsa Ek', role: 'clientAdmin', maySign: true };
  await made(world.call('POST', at('/users'), { body: invited }));
  const token = await world.runner.userToken(email);
  const { draft } = await made(world.call('GET', at('/agreements'), { token }), 200);
  const { version, language, documentHash } = draft;
  const body = { version, language, documentHash, name: 'Åsa Ek', title: 'VD', mayBind: true };

  const { id } = await made(world.call('POST', at('/agreements'), { token, body }));

  const staffId = (await made(world.call('POST', at('/staff'), { body: staff }))).id;
  await made(world.call('POST', at('/messages'), { body: { staffId, matter: 'Ring mig' } }));
  const { text, seal, signature } = await made(world.call('GET', at(`/agreements/${id}`), { token }), 200);
  expect(text).toBe(draft.text);
  expect(text).toContain('Bageriet AB');
  expect(signature).toMatchObject({
    name: 'Åsa Ek',
    method: 'portal',
    networkAddress: expect.stringMatching(/^[\d.:a-f]+$/),
  });
  const key = createPublicKey({ key: Buffer.from(seal.publicKey, 'base64'), format: 'der', type: 'spki' });
  expect(verify('sha256', Buffer.from(seal.signed), key, Buffer.from(seal.signature, 'base64'))).toBe(true);
  const sha256 = (words: string) => createHash('sha256').update(words).digest('hex');
  expect(JSON.parse(seal.signed)).toMatchObject({ documentHash: sha256(text), evidenceHash: sha256(seal.evidence) });
});

test('whoever is admin without the right to sign reads it, and does not sign it', async () => {
  const { token } = await world.addUser('clientAdmin');
  const { draft } = await made(world.call('GET', world.path('/agreements'), { token }), 200);
  const { version, language, documentHash } = draft;
  const body = { version, language, documentHash, name: 'Bo Ek', title: 'Snickare', mayBind: true };

  const refused = await world.call('POST', world.path('/agreements'), { token, body });

  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
});
