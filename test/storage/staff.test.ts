// Adding, reading and listing staff, through the real handler on the engine: what it does, and what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { StaffMember } from '#staff/schema.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';

const COLLECTION = '/v1/clients/{clientId}/staff';
const MEMBER = `${COLLECTION}/{staffId}`;

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
});

describe('adding, reading, listing', () => {
  test('a staff member comes back with every field as it was given, numbers in E.164, flags false unless set', async () => {
    const { call, supervisor } = world;

    const made = await world.aStaffMember(clientId);

    expect([made.status, made.etag]).toEqual([201, '"1"']);
    expect(made.body).toEqual({
      ...aStaffMember(),
      absence: null,
      nextAbsence: null,
      id: expect.stringMatching(/^stf_/),
      clientId,
      phones: [
        { label: 'Mobil', number: '+46701740607', mayTell: false, mayConnect: true },
        { label: 'Växel', number: '+46846500402', mayTell: true, mayConnect: false },
        { label: 'Privat', number: '+46701740608', mayTell: false, mayConnect: false },
      ],
      emails: [
        { label: 'Arbete', address: 'anna-karin@nordvik.example', mayTell: true },
        { label: 'Privat', address: 'ak.sjolund@nordvik.example', mayTell: false },
      ],
      delivery: {
        normal: [{ channels: ['email', 'sms'], waitMinutes: 10 }],
        urgent: [{ channels: ['sms'], waitMinutes: 10 }],
        quietHours: null,
      },
      createdAt: '2026-11-23T08:00:00.000Z',
      updatedAt: '2026-11-23T08:00:00.000Z',
    });
    const read = await call<StaffMember>(`GET ${MEMBER}`, {
      claims: supervisor,
      params: { clientId, staffId: made.body.id },
    });
    expect(read.body).toEqual(made.body);
  });

  test('costs: adding 2 read and 7 write units (9 with an Idempotency-Key), reading 4, each in one request', async () => {
    const { call, supervisor, operator, meter } = world;
    await world.app.serviceKeys.get('hmac');
    const add = (idempotencyKey?: string) =>
      call<StaffMember>(`POST ${COLLECTION}`, {
        claims: supervisor,
        params: { clientId },
        body: aStaffMember(),
        ...(idempotencyKey && { idempotencyKey }),
      });

    const plain = await meter.measure(() => add());
    const remembered = await meter.measure(() => add('one'));
    const read = await meter.measure(() =>
      call(`GET ${MEMBER}`, { claims: operator, params: { clientId, staffId: plain.result.body.id } }),
    );

    const oneOfEach = { BatchGetItem: 1, TransactWriteItems: 1 };
    expect(plain.tally).toEqual({ requests: oneOfEach, readUnits: 2, writeUnits: 7 });
    expect(remembered.tally).toEqual({ requests: oneOfEach, readUnits: 2, writeUnits: 9 });
    expect(read.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 4, writeUnits: 0 });
  });

  test('the list is newest first, in pages; 25 cost the batch read and two queries', async () => {
    const { call, operator, meter, clock } = world;
    const names = Array.from({ length: 27 }, (_, n) => `Person ${n}`);
    for (const name of names) {
      await world.aStaffMember(clientId, { name });
      clock.advance(1000);
    }
    await world.app.serviceKeys.get('cursor');
    const page = (cursor?: string) =>
      call<{ items: StaffMember[]; nextCursor: string | null }>(`GET ${COLLECTION}`, {
        claims: operator,
        params: { clientId },
        ...(cursor && { query: { cursor } }),
      });

    const first = await meter.measure(() => page());
    const rest = await page(first.result.body.nextCursor ?? '');

    const seen = [...first.result.body.items, ...rest.body.items].map(({ name }) => name);
    expect(seen).toEqual(names.toReversed());
    expect(rest.body.nextCursor).toBeNull();
    expect(first.tally.requests).toEqual({ BatchGetItem: 1, Query: 2 });
    expect(first.tally.readUnits).toBeLessThanOrEqual(10);
  });

  test('a list comes through while the register is being edited', async () => {
    const { call, operator } = world;
    const made = await Promise.all(Array.from({ length: 10 }, () => world.aStaffMember(clientId)));
    const list = () => call(`GET ${COLLECTION}`, { claims: operator, params: { clientId } });
    const edit = (staffId: string) =>
      call(`PUT ${MEMBER}/absence`, {
        claims: operator,
        params: { clientId, staffId },
        body: { reason: 'lunch', until: '2026-11-23T12:00:00Z' },
      });

    const answers = await Promise.all(made.flatMap(({ body }) => [edit(body.id), list()]));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('an unknown client, a foreign one and an unknown staff member answer alike', async () => {
    const { call, operator } = world;
    const foreign = (await world.aClient()).body.id;
    const inForeign = await world.aStaffMember(foreign);
    const admin = await portalPerson(world, clientId, 'clientAdmin');
    const read = (claims: typeof admin, client: string, staffId: string) =>
      call(`GET ${MEMBER}`, { claims, params: { clientId: client, staffId } });

    const answers = [
      await read(admin, foreign, inForeign.body.id),
      await read(admin, clientId, inForeign.body.id),
      await read(operator, clientId, newId('staff', 0)),
      await read(operator, newId('client', 0), inForeign.body.id),
      await call(`POST ${COLLECTION}`, {
        claims: world.supervisor,
        params: { clientId: newId('client', 0) },
        body: aStaffMember(),
      }),
      await call(`GET ${COLLECTION}`, { claims: operator, params: { clientId: newId('client', 0) } }),
    ];

    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(404);
  });

  test('a step may name own contacts only, and such as one of its channels reaches', async () => {
    const step = {
      channels: ['sms' as const],
      contacts: ['08-465 004 02', 'anna-karin@nordvik.example', '070-174 06 99'],
    };

    const refused = await world.aStaffMember(clientId, { delivery: { urgent: [step] } });

    expect(refused.body).toMatchObject({
      code: 'invalid-request',
      errors: [0, 1, 2].map((n) => ({ pointer: `/delivery/urgent/0/contacts/${n}` })),
    });
  });
});
