// The same post to the register again, when it would be refused by now: what was made stands.
import { beforeEach, describe, expect, test } from 'vitest';
import { serveDirectory } from '#api/directory.ts';
import type { Client } from '#clients/schema.ts';
import type { StaffMember } from '#staff/schema.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { callerOf } from '#test/support/http-call.ts';

const engine = useEngine();
let world: DirectoryWorld;

beforeEach(async () => {
  world = await directoryWorld(engine);
});

describe('a staff member whose absence is over since', () => {
  const absence = { reason: 'lunch' as const, until: '2026-11-23T08:30:00Z', note: null };
  let clientId: string;

  const post = (idempotencyKey: string, name = 'Anna-Karin Sjölund') =>
    world.call<StaffMember>('POST /v1/clients/{clientId}/staff', {
      claims: world.supervisor,
      params: { clientId },
      body: aStaffMember({ name, absences: [absence] }),
      idempotencyKey,
    });

  beforeEach(async () => {
    clientId = (await world.aClient()).body.id;
  });

  test('is answered to a replay, without the absence', async () => {
    const first = await post('same');
    world.clock.advance(3_600_000);

    const replay = await post('same');

    expect(replay.status).toBe(201);
    expect(replay.body).toEqual({ ...first.body, absence: null, absences: [] });
  });

  test('is refused to whoever asks anew, and to another body with the same key', async () => {
    await post('same');
    world.clock.advance(3_600_000);

    const anew = await post('new');
    const other = await post('same', 'Disa Ek');

    expect(anew.body).toMatchObject({ status: 400, errors: [{ pointer: '/absences/0/until' }] });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency-mismatch' });
  });
});

test('a client whose retention is longer than a new stage allows is answered to a replay', async () => {
  const shorter = callerOf(serveDirectory(() => ({ ...world.app, retentionMonths: 3 })));
  const post = (call: typeof shorter, idempotencyKey: string) =>
    call<Client>('POST /v1/clients', {
      claims: world.supervisor,
      body: aClient({ numbers: [], retention: { months: 6 } }),
      idempotencyKey,
    });
  const first = await post(world.call, 'same');

  const replay = await post(shorter, 'same');
  const anew = await post(shorter, 'new');

  expect(replay).toMatchObject({ status: 201, body: { id: first.body.id, retention: { months: 6 } } });
  expect(anew).toMatchObject({ status: 400, body: { errors: [{ pointer: '/retention' }] } });
});
