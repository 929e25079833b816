// Signing the agreement: what was read is signed, sealed and kept; from then on the client's staff and messages are stored.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { AGREEMENTS, type AgreementsWorld, agreementsWorld, aService } from '#test/support/agreements-world.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: AgreementsWorld;

beforeEach(async () => {
  world = await agreementsWorld(engine);
  await world.introduce();
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const employ = () =>
  world.directory('POST /v1/clients/{clientId}/staff', {
    claims: world.supervisor,
    params: { clientId: world.clientId },
    body: aStaffMember(),
  });
const readClient = () =>
  world.directory<{ agreedAt: string | null }>('GET /v1/clients/{clientId}', {
    claims: world.supervisor,
    params: { clientId: world.clientId },
  });

describe('before the first agreement', () => {
  test('nobody of the staff is stored, and the answer says why', async () => {
    const refused = await employ();

    expect(refused).toMatchObject({ status: 409, body: { code: 'agreement-missing' } });
    expect((await readClient()).body.agreedAt).toBeNull();
    expect((await rawItems(world, 'records')).filter(({ kind }) => kind === 'staff')).toEqual([]);
  });

  test('the refusal costs no read more than the request itself', async () => {
    const { tally } = await world.meter.measure(employ);

    expect(tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 2, writeUnits: 0 });
  });

  test('the draft is filled in with what the client and the service say of themselves', async () => {
    const { body } = await world.list();

    expect(body.items).toEqual([]);
    expect(body.draft).toMatchObject({ version: '2026-12', language: 'sv', ready: true, newVersion: false });
    for (const words of ['Nordvik Bygg AB', '402000-0107', 'Svarsbolaget AB', '6 månader', 'e-post och SMS', 'Amazon'])
      expect(body.draft?.text).toContain(words);
    expect(body.draft?.documentHash).toBe(sha256(`${body.draft?.text}`));
  });

  test('it cannot be signed where the service has not said who it is', async () => {
    const other = await agreementsWorld(engine);

    const refused = await other.sign();

    expect(refused).toMatchObject({ status: 409, body: { code: 'service-details-missing' } });
    expect((await other.list()).body.draft?.ready).toBe(false);
  });
});

describe('signing', () => {
  test('lets staff in, and says so of the client', async () => {
    const signed = await world.sign();

    expect(signed.status).toBe(201);
    expect(signed.body).toMatchObject({ state: 'signed', signedBy: { name: 'Åsa Öberg', title: 'VD' } });
    expect((await employ()).status).toBe(201);
    expect((await readClient()).body.agreedAt).toBe('2026-11-23T08:00:00.000Z');
    expect((await world.list()).body.items).toEqual([signed.body]);
  });

  test('keeps who, when, how and from where, and the text itself', async () => {
    const { id } = (await world.sign({}, { headers: {} })).body;

    const { body } = await world.read(id);

    expect(body.signature).toMatchObject({
      name: 'Åsa Öberg',
      title: 'VD',
      method: 'portal',
      at: '2026-11-23T08:00:00.000Z',
      networkAddress: expect.any(String),
      userId: expect.stringMatching(/^usr_/),
    });
    expect(body.countersignature).toMatchObject({ service: 'Svarsbolaget AB', name: 'Gunnel Söderström' });
    expect(sha256(body.text)).toBe(body.documentHash);
  });

  test('is sealed by the service: the seal holds over the hashes of the text and of the evidence', async () => {
    const { id } = (await world.sign()).body;

    const { seal, documentHash } = (await world.read(id)).body;

    const key = createPublicKey({ key: Buffer.from(seal.publicKey, 'base64'), format: 'der', type: 'spki' });
    expect(verify('sha256', Buffer.from(seal.signed), key, Buffer.from(seal.signature, 'base64'))).toBe(true);
    expect(JSON.parse(seal.signed)).toEqual({
      version: 1,
      kind: 'agreement',
      agreementId: id,
      documentHash,
      method: 'portal',
      at: '2026-11-23T08:00:00.000Z',
      evidenceHash: sha256(seal.evidence),
    });
  });

  test('leaves nothing in the tables that can be read without a key', async () => {
    await world.sign();

    const text = rawText(await rawItems(world, 'records'));

    for (const words of ['Åsa Öberg', 'Nordvik Bygg AB', 'Svarsbolaget', aService().privacyContact.name, '402000'])
      expect(text).not.toContain(words);
  });

  test('in English signs the English text', async () => {
    const params = { clientId: world.clientId };
    const { draft } = (await world.list({ query: { language: 'en' } })).body;

    const signed = await world.sign({ ...pick(draft), language: 'en' });

    expect(signed.status).toBe(201);
    const { body } = await world.read(signed.body.id, { params: { ...params, agreementId: signed.body.id } });
    expect(body.text).toMatch(/^Data processing agreement \(2026-12, en\)/);
    expect(body.signature.statement).toContain('I have read');
  });

  test('costs what it says', async () => {
    await world.sign();
    await world.introduce({ address: 'Kajen 2, Härnösand' });
    const { draft } = (await world.list()).body;
    const body = { ...pick(draft), language: 'sv', name: 'Åsa Öberg', title: 'VD', mayBind: true };
    const params = { clientId: world.clientId };

    const { result, tally } = await world.meter.measure(() =>
      world.call(`POST ${AGREEMENTS}`, { claims: world.signatory, params, body }),
    );

    expect(result.status).toBe(201);
    expect(tally.requests).toEqual({ BatchGetItem: 2, Query: 2, TransactWriteItems: 1 });
    expect(tally.readUnits).toBe(11);
    expect(tally.writeUnits).toBeLessThanOrEqual(70);
  });
});

const pick = (draft: { version: string; documentHash: string } | null) => ({
  version: draft?.version,
  documentHash: draft?.documentHash,
});

describe('what is not signed', () => {
  test('is a text that has changed since it was read', async () => {
    const { draft } = (await world.list()).body;
    await world.introduce({ name: 'Svarsbolaget i Norr AB' });

    const refused = await world.sign(pick(draft));

    expect(refused).toMatchObject({ status: 409, body: { code: 'document-changed' } });
    expect((await employ()).status).toBe(409);
  });

  test('is the same text twice', async () => {
    await world.sign();

    expect(codeOf(await world.sign())).toBe('already-signed');
  });

  test('is anything by an admin without the right to sign', async () => {
    const claims = await portalPerson(world, world.clientId, 'clientAdmin');

    const refused = await world.sign({}, { claims });

    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('is anything without the word that one may bind the company', async () => {
    const refused = await world.sign({ mayBind: false });

    expect(refused.body.errors).toMatchObject([{ pointer: '/mayBind' }]);
  });
});

describe('the same request again', () => {
  test('answers with what it made, also where the text has changed meanwhile', async () => {
    const { draft } = (await world.list()).body;
    const first = await world.sign(pick(draft), { idempotencyKey: 'once' });
    await world.introduce({ name: 'Svarsbolaget i Norr AB' });

    const replay = await world.sign(pick(draft), { idempotencyKey: 'once' });

    expect(replay).toMatchObject({ status: 201, body: first.body });
    expect((await world.list()).body.items).toHaveLength(1);
  });

  test('twice at once makes one agreement', async () => {
    const { draft } = (await world.list()).body;

    const both = await Promise.all([1, 2].map(() => world.sign(pick(draft), { idempotencyKey: 'once' })));

    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
  });

  test('with another body is refused', async () => {
    await world.sign({}, { idempotencyKey: 'once' });

    expect(codeOf(await world.sign({ title: 'Ordförande' }, { idempotencyKey: 'once' }))).toBe('idempotency-mismatch');
  });
});

describe('a later agreement', () => {
  test('replaces the one before, which is kept ten years from then', async () => {
    const first = (await world.sign()).body;
    world.clock.advance(60_000);
    await world.introduce({ address: 'Kajen 2, Härnösand' });
    expect((await world.list()).body.draft?.changedFacts).toBe(true);

    const second = (await world.sign()).body;

    expect((await world.list()).body.items).toEqual([
      second,
      {
        ...first,
        state: 'replaced',
        endedAt: '2026-11-23T08:01:00.000Z',
        keptUntil: '2036-11-23T08:01:00.000Z',
      },
    ]);
    expect((await readClient()).body.agreedAt).toBe(first.signedAt);
  });

  test('of two at once one stands: the other is told that the text is signed', async () => {
    const both = await Promise.all([world.sign(), world.sign({ name: 'Bo Ek' })]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await world.list()).body.items).toHaveLength(1);
  });
});

test('an edit of the client keeps that it has signed', async () => {
  await world.sign();
  const params = { clientId: world.clientId };
  const { etag } = await readClient();

  await world.directory('PATCH /v1/clients/{clientId}', {
    claims: world.supervisor,
    params,
    ifMatch: etag,
    body: { town: 'Luleå' },
  });

  expect((await readClient()).body.agreedAt).toBe('2026-11-23T08:00:00.000Z');
});

test('the desk officer sees how each client stands', async () => {
  await world.sign();
  world.clock.advance(60_000);
  const other = await world.anotherClient({ name: 'Södra Tand' });

  const { body } = await world.call<{ items: object[] }>('GET /v1/agreements', { claims: world.officer });

  expect(body.items).toMatchObject([
    { clientId: other.clientId, clientName: 'Södra Tand', standing: 'missing', agreementId: null },
    { clientId: world.clientId, standing: 'signed', version: '2026-12' },
  ]);
});
