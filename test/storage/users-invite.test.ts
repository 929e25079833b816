// Inviting users of clients and people of the service.
import { beforeEach, describe, expect, it } from 'vitest';
import { karin, type SupervisedWorld, supervisedWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf, portalClaims } from '#test/support/http-call.ts';
import { machine, portalPerson, servicePerson } from '#test/support/people.ts';
import type { Operator } from '#users/schema.ts';

const engine = useEngine();
let world: SupervisedWorld;
let supervisor: Claims;
let clientId: string;

beforeEach(async () => {
  world = await supervisedWorld(engine);
  ({ supervisor, clientId } = world);
});

const operators = 'POST /v1/operators';

describe('an invitation', () => {
  it('makes an account at the right door, mails it, and answers with the member', async () => {
    const { status, body, etag } = await world.invite();

    expect(status).toBe(201);
    expect(etag).toBe('"1"');
    expect(body).toMatchObject({
      email: 'karin.ek@nordvik.example',
      name: 'Karin Ek',
      role: 'clientAdmin',
      staffId: null,
    });
    expect(body).toMatchObject({ state: 'active', invitedAt: '2026-11-23T08:00:00.000Z', version: 1 });
    expect(world.identity.accounts.get(body.id)).toEqual({ email: 'karin.ek@nordvik.example', door: 'portal' });
    expect(world.identity.mails).toEqual(['karin.ek@nordvik.example']);
  });

  it('lets the invited one in at once', async () => {
    const { body } = await world.invite();
    const claims = portalClaims(body.id, [clientId]);

    const list = await world.call('GET /v1/clients/{clientId}/users', { claims, params: { clientId } });

    expect(list.status).toBe(200);
  });

  it('names a staff member of the register', async () => {
    const staffId = await world.aStaffRow(clientId);
    const body = { ...karin, role: 'staffMember', staffId, setsAbsences: true };

    expect((await world.invite({ body })).body).toMatchObject({ role: 'staffMember', staffId, setsAbsences: true });
  });

  it('is refused for an unknown staff member, before there is an account', async () => {
    const staffId = await world.aStaffRow(await world.aClientRow());

    const refused = await world.invite({ body: { ...karin, role: 'staffMember', staffId } });

    expect([refused.status, codeOf(refused)]).toEqual([422, 'unknown-staff']);
    expect(world.identity.accounts.size).toBe(0);
  });

  it.each([
    [{ ...karin, role: 'supervisor' }, '/role'],
    [{ ...karin, role: 'staffMember' }, '/staffId'],
    [{ ...karin, email: 'karin@nordvik.example\nBcc: x@nordvik.example' }, '/email'],
    [{ ...karin, name: 'Karin\r\nEk' }, '/name'],
    [{ ...karin, admin: true }, '/admin'],
  ])('points at what is wrong in %j', async (body, pointer) => {
    const refused = await world.invite({ body });

    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer }] });
  });

  it('answers an unknown client as a missing one', async () => {
    const missing = await world.invite({ params: { clientId: 'cli_01ARZ3NDEKTSV4RRFFQ69G5FAV' } });

    expect([missing.status, codeOf(missing)]).toEqual([404, 'not-found']);
  });

  it('writes no personal data unsealed', async () => {
    await world.invite({ idempotencyKey: 'once' });

    const written = (await world.text('records')).toLowerCase();

    expect(written).not.toContain('karin');
    expect(written).not.toContain('nordvik');
  });

  it('costs one read and one write request, and a read for the idempotency key', async () => {
    await world.invite({ body: { ...karin, email: 'first@nordvik.example' }, idempotencyKey: 'warm' });

    const plain = await world.meter.measure(() => world.invite());
    const known = await world.meter.measure(async () =>
      world.invite({ params: { clientId: await world.aClientRow() }, idempotencyKey: 'known' }),
    );
    const keyed = await world.meter.measure(() =>
      world.invite({ body: { ...karin, email: 'third@nordvik.example' }, idempotencyKey: 'keyed' }),
    );

    expect(plain.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
    expect(plain.tally.writeUnits).toBe(11);
    expect(keyed.tally.requests).toEqual({ BatchGetItem: 2, TransactWriteItems: 1 });
    expect(keyed.tally.writeUnits).toBe(13);
    expect(known.tally.requests).toEqual({ BatchGetItem: 3, TransactWriteItems: 1 });
    expect(known.tally.writeUnits).toBe(11);
  });
});

describe('who may invite', () => {
  it('a client admin, for the own client only', async () => {
    const admin = await portalPerson(world, clientId, 'clientAdmin');
    const foreign = await world.aClientRow();

    expect((await world.invite({ claims: admin })).status).toBe(201);
    expect((await world.invite({ claims: admin, params: { clientId: foreign } })).status).toBe(404);
    expect((await world.call(operators, { claims: admin, body: { ...karin, role: 'operator' } })).status).toBe(403);
  });

  it('no operator, privacy officer, staff member or machine', async () => {
    const others = [
      await servicePerson(world, 'operator'),
      await servicePerson(world, 'privacyOfficer'),
      await portalPerson(world, clientId, 'staffMember', await world.aStaffRow(clientId)),
      await machine(world, [clientId]),
    ];

    for (const claims of others) expect((await world.invite({ claims })).status).toBe(403);
    expect(world.identity.accounts.size).toBe(0);
  });
});

it('invites people of the service', async () => {
  const body = { email: 'ola@answeronline.example', name: 'Ola Öst', role: 'privacyOfficer' };

  const invited = await world.call<Operator>(operators, { claims: supervisor, body });

  expect(invited.status).toBe(201);
  expect(invited.body).toMatchObject({ ...body, state: 'active' });
  expect(invited.body).not.toHaveProperty('staffId');
  expect(world.identity.accounts.get(invited.body.id)?.door).toBe('desk');
});
