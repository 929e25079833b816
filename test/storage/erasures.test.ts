// Erasures of a message and of a register: asked for by one, confirmed by another, done by a job, and certified.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { checkCertificate } from '#erasures/check-certificate.ts';
import type { Erasure, SignedCertificate } from '#erasures/schema.ts';
import { recordKeys } from '#shared/tables.ts';
import { tableThief } from '#test/support/adversary/table-thief.ts';
import { useEngine } from '#test/support/engine.ts';
import { aFullClient, ERASURE, type ErasingWorld, erasingWorld, type FullClient } from '#test/support/erasing-world.ts';
import { codeOf } from '#test/support/http-call.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { freeJobs } from '#test/support/run-jobs.ts';

const engine = useEngine();
let world: ErasingWorld;
let other: string;
let client: FullClient;

async function aWorld(): Promise<void> {
  world = await erasingWorld(engine);
  other = (await world.aClient()).body.id;
  client = await aFullClient(world, other);
}

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  await aWorld();
});

const countsOf = (counts: readonly { kind: string; count: number }[] = []) =>
  Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));
const kindsLeft = async () => (await world.traces('records', client.id)).map(({ kind }) => kind as string);
const aFilesKey = () =>
  world.app.db.commit([
    { table: 'registerKeys', put: { ...recordKeys.filesKey(client.id), keyId: 'fil_1', key: new Uint8Array(32) } },
  ]);
const filesKeys = async () => (await rawItems(world, 'registerKeys')).filter(({ sk }) => sk === 'KEY');

async function erase(body: object): Promise<Erasure> {
  const asked = await world.ask(client.id, body);
  await world.work();
  await world.confirm(asked.body);
  await world.work();
  return (await world.look(asked.body)).body;
}

const certificateOf = ({ certificateId }: Erasure) =>
  world.privacy<SignedCertificate>('GET /v1/clients/{clientId}/certificates/{certificateId}', {
    claims: world.officer,
    params: { clientId: client.id, certificateId: certificateId ?? '' },
  });

describe('the erasure of a message', () => {
  const body = () => ({ what: 'message', messageId: client.messageIds[0], why: 'complaint' });

  test('waits at once for somebody else, and takes the message alone', async () => {
    await aFilesKey();
    const asked = await world.ask(client.id, body());
    const before = await world.read({ clientId: client.id, id: client.messageIds[0] ?? '' });
    const alone = await world.confirm(asked.body, { claims: world.officer });

    await world.confirm(asked.body);
    await world.work();

    const done = await world.look(asked.body);
    const after = await world.read({ clientId: client.id, id: client.messageIds[0] ?? '' });
    expect(asked.body).toMatchObject({ state: 'asked', counted: { counts: [{ kind: 'messages', count: 1 }, {}] } });
    expect([before.status, codeOf(alone), after.status]).toEqual([200, 'second-person-required', 410]);
    expect(done.body).toMatchObject({ state: 'done', messageId: client.messageIds[0] });
    expect(checkCertificate(JSON.stringify((await certificateOf(done.body)).body))).toMatchObject({
      fault: undefined,
      certificate: { what: 'message', why: 'complaint', messageId: client.messageIds[0] },
    });
    expect((await kindsLeft()).filter((kind) => kind === 'message')).toHaveLength(2);
    expect(await filesKeys()).toEqual([]);
  });

  test('that is gone by another hand meanwhile is done all the same; of one that never was it is refused', async () => {
    const asked = await world.ask(client.id, body());
    await world.erase({ clientId: client.id, id: client.messageIds[0] ?? '' });

    await world.confirm(asked.body);
    await world.work();
    const absent = await world.ask(client.id, { ...body(), messageId: world.app.newId('message') });

    const done = (await world.look(asked.body)).body;
    expect([done.state, done.erased]).toEqual(['done', []]);
    expect(absent.status).toBe(404);
  });

  test('by a DELETE takes the files of the client with it too', async () => {
    await aFilesKey();

    await world.erase({ clientId: client.id, id: client.messageIds[1] ?? '' });

    expect(await filesKeys()).toEqual([]);
  });
});

describe('the erasure of a register', () => {
  test('takes staff, their users and how calls are answered; client, admins and messages stand', async () => {
    await aFilesKey();
    const reader = await portalPerson(world, client.id, 'staffMember', client.staffIds[0]);
    const done = await erase({ what: 'register', messages: 'keep', why: 'clientAsked' });

    expect(done.state).toBe('done');
    expect(done.kept).toContainEqual({ kind: 'agreements', count: null, until: null });
    expect(countsOf(done.erased)).toEqual({ staff: 2, users: 1, answering: 1 });
    const kinds = await kindsLeft();
    expect(kinds).toEqual(expect.arrayContaining(['client', 'message', 'membership']));
    expect(kinds).not.toContain('staff');
    expect(kinds).not.toContain('answering');
    expect(await filesKeys()).toEqual([]);
    const call = { claims: reader, params: { clientId: client.id } };
    expect((await world.directory('GET /v1/clients/{clientId}/staff', call)).status).toBe(403);
    expect((await world.aStaffMember(client.id)).status).toBe(201);
    expect((await world.read({ clientId: client.id, id: client.messageIds[0] ?? '' })).status).toBe(200);
  });

  test('takes the messages where that is asked for, and nothing of it can be read in any copy', async () => {
    const thief = tableThief(world);
    const [name, matter, text] = ['Kanarie Anställd', 'Kanariens ärende', 'Kanarietext'] as const;
    const words = [name, matter, text];
    const staffId = (await world.aStaffMember(client.id, { name })).body.id;
    await world.take(client.id, { staffId, matter });
    await world.directory('POST /v1/clients/{clientId}/answering/notices', {
      claims: world.supervisor,
      params: { clientId: client.id },
      body: { text },
    });
    await thief.look();
    const before = await thief.recover(words);

    const done = await erase({ what: 'register', messages: 'erase', why: 'clientAsked' });
    await thief.look();

    expect(before).toEqual(words);
    expect(countsOf(done.erased)).toMatchObject({ messages: 4, staff: 3 });
    expect(await thief.recover(words)).toEqual([]);
    expect(await kindsLeft()).toContain('client');
  });

  test('leaves the next search to a new index, without anybody who is gone', async () => {
    await erase({ what: 'register', messages: 'keep', why: 'clientAsked' });
    const added = (await world.aStaffMember(client.id, { name: 'Anna Ny' })).body.id;

    const { body } = await world.directory<{ items: { staffId: string }[] }>(
      'POST /v1/clients/{clientId}/staff/search',
      {
        claims: world.operator,
        params: { clientId: client.id },
        body: { text: 'Anna' },
      },
    );

    expect(body.items.map(({ staffId }) => staffId)).toEqual([added]);
  });

  test('that no run has the time to count is seen as failed, and goes on when somebody says so', async () => {
    const asked = await world.ask(client.id, { what: 'register', messages: 'erase', why: 'clientAsked' });
    await world.work(() => 60_000);
    const stopped = await world.look(asked.body);
    const params = { clientId: client.id, erasureId: asked.body.id };

    const { status } = await world.privacy(`POST ${ERASURE}/continuation`, { claims: world.officer, params, body: {} });
    await world.work();

    expect(stopped.body).toMatchObject({ state: 'counting', progress: { state: 'failed' } });
    expect(status).toBe(200);
    expect((await world.look(asked.body)).body.state).toBe('asked');
  });

  test('that dies at any point is finished by the next run', async () => {
    const begin = async () => {
      const asked = await world.ask(client.id, { what: 'register', messages: 'erase', why: 'clientAsked' });
      await world.work();
      await world.confirm(asked.body);
      return asked.body;
    };
    await begin();
    world.crashes.arm();
    await world.work();
    const points = world.crashes.passed;
    expect(points).toBeGreaterThan(15);

    for (let at = 1; at <= points; at += 2) {
      await aWorld();
      const asked = await begin();
      world.crashes.arm(at);
      await world.work().catch(() => undefined);
      world.crashes.arm();
      world.clock.advance(20 * 60_000);
      await freeJobs(world);

      await world.work();

      const kinds = await kindsLeft();
      expect([at, (await world.look(asked)).body.state, kinds.includes('staff'), kinds.includes('message')]).toEqual([
        at,
        'done',
        false,
        false,
      ]);
    }
  }, 240_000);
});
