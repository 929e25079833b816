// The same invitation again: as a replay, at once, and where it died.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recordKeys } from '#shared/tables.ts';
import { karin, type SupervisedWorld, supervisedWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf } from '#test/support/http-call.ts';

const engine = useEngine();
let world: SupervisedWorld;
let supervisor: Claims;
let clientId: string;

beforeEach(async () => {
  world = await supervisedWorld(engine);
  ({ supervisor, clientId } = world);
});

const operators = 'POST /v1/operators';

describe('the same request again', () => {
  it('answers with the member as it stands', async () => {
    const first = await world.invite({ idempotencyKey: 'once' });

    const replay = await world.invite({ idempotencyKey: 'once' });

    expect(replay.status).toBe(201);
    expect(replay.body).toEqual(first.body);
    expect(world.identity.mails).toHaveLength(1);
  });

  it('answers with the member whose staff member has been erased since', async () => {
    const staffId = await world.aStaffRow(clientId);
    const body = { ...karin, role: 'staffMember', staffId };
    const first = await world.invite({ idempotencyKey: 'once', body });
    const Key = recordKeys.staff(clientId, staffId);
    await world.raw.send(new DeleteCommand({ TableName: world.tables.records, Key }));

    const replay = await world.invite({ idempotencyKey: 'once', body });
    const anew = await world.invite({ idempotencyKey: 'new', body });

    expect([replay.status, replay.body]).toEqual([201, first.body]);
    expect([anew.status, codeOf(anew)]).toEqual([422, 'unknown-staff']);
  });

  it('is refused with another body', async () => {
    await world.invite({ idempotencyKey: 'once' });

    const other = await world.invite({ idempotencyKey: 'once', body: { ...karin, name: 'Karin Eek' } });

    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-mismatch']);
  });

  it('does not bring back who has been withdrawn', async () => {
    const { body } = await world.invite({ idempotencyKey: 'once' });
    const params = { clientId, userId: body.id };
    await world.call('DELETE /v1/clients/{clientId}/users/{userId}', { claims: supervisor, params });

    const replay = await world.invite({ idempotencyKey: 'once' });

    expect(replay.status).toBe(410);
    expect(replay.body).toMatchObject({ code: 'erased', erasedAt: '2026-11-23T08:00:00.000Z' });
    expect(world.identity.accounts.size).toBe(0);
  });

  it.each(['one-key', undefined])('makes one user of 50 at once (key: %s)', async (idempotencyKey) => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.invite(idempotencyKey === undefined ? {} : { idempotencyKey })),
    );

    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(idempotencyKey === undefined ? 1 : 50);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(world.identity.accounts.size).toBe(1);
    expect((await world.rows('records')).filter(({ kind }) => kind === 'user')).toHaveLength(1);
  });
});

it('goes on where a request died, at each point of it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await world.invite({ body: { ...karin, email: 'warm@nordvik.example' }, idempotencyKey: 'warm' });
  world.crashes.arm();
  await world.invite({ body: { ...karin, email: 'counted@nordvik.example' }, idempotencyKey: 'counted' });
  const points = world.crashes.passed;
  expect(points).toBe(6);

  for (let at = 1; at <= points; at++) {
    const body = { ...karin, email: `point-${at}@nordvik.example` };
    const call = { body, idempotencyKey: `point-${at}` };
    world.crashes.arm(at);
    expect((await world.invite(call)).status).toBe(500);
    world.crashes.arm();

    const again = await world.invite(call);

    expect([at, again.status]).toEqual([at, 201]);
    expect(again.body.email).toBe(body.email);
    expect(world.identity.accounts.get(again.body.id)).toEqual({ email: body.email, door: 'portal' });
  }
  expect(world.identity.accounts.size).toBe(points + 2);
  expect((await world.rows('records')).filter(({ kind }) => kind === 'user')).toHaveLength(points + 2);
});

it('takes up an address at one door whose invitation to the other died half-way', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  world.crashes.arm(5);
  await world.call(operators, { claims: supervisor, body: { ...karin, role: 'operator' } });
  world.crashes.arm();

  const { body } = await world.invite();

  expect(world.identity.accounts.get(body.id)?.door).toBe('portal');
});
