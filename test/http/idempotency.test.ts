// Idempotency-Key: one record from any number of posts, also at once; another body is refused.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CallOptions, type HttpWorld, type Json, newAddress, openWorld } from '#test/support/http-world.ts';
import { expectRecipients, untilQuiet } from '#test/support/outbox-guard.ts';
import type { Answer } from '#test/support/runner-client.ts';

let world: HttpWorld;
let staffId: string;

beforeAll(async () => {
  world = await openWorld();
  const phones = [{ number: '070-174 06 75' }];
  staffId = await world.addStaff({ name: 'Disa', phones, emails: [{ address: 'disa@kvarngardet.example' }] });
  expectRecipients('disa@kvarngardet.example', '+46701740675');
});

const POSTS = 50;

/** Each thing that can be created: what is posted, the same with one word changed, and where it is listed. */
const creations = [
  {
    what: 'a message',
    route: () => world.path('/messages'),
    body: () => ({ staffId, matter: 'Ring mig' }),
    other: (body: object) => ({ ...body, matter: 'Ring inte' }),
    found: async () => (await world.call('GET', world.path('/messages'))).body.items,
  },
  {
    what: 'a client',
    route: () => '/clients',
    body: () => ({ name: `Bageriet ${randomUUID()}`, numbers: [{ number: '08-465 004 75' }] }),
    other: (body: object) => ({ ...body, town: 'Kalmar' }),
    found: async ({ name }: Json) => (await world.call('POST', '/clients/search', { body: { text: name } })).body.items,
  },
  {
    what: 'a staff member',
    route: () => world.path('/staff'),
    body: () => ({ name: `Tuva ${randomUUID()}` }),
    other: (body: object) => ({ ...body, title: 'Snickare' }),
    found: async ({ name }: Json) =>
      (await world.call('GET', world.path('/staff?limit=100'))).body.items.filter((one: Json) => one.name === name),
  },
  {
    what: 'a subject request',
    route: () => world.path('/subject-requests'),
    body: () => ({ kind: 'access', text: `Vad har ni? ${randomUUID()}` }),
    other: (body: object) => ({ ...body, kind: 'erasure' }),
    // Each is told by its own text, which an officer reads.
    found: async ({ text }: Json) => {
      const token = await world.privacyOfficer();
      const { items } = (await world.call('GET', world.path('/subject-requests'), { token })).body;
      const read = items.map(({ id }: Json) => world.call('GET', world.path(`/subject-requests/${id}`), { token }));
      return (await Promise.all(read)).map(({ body }) => body).filter((one: Json) => one.text === text);
    },
  },
  {
    what: 'a notice',
    route: () => world.path('/answering/notices'),
    body: () => ({ text: `Hissen står ${randomUUID()}` }),
    other: (body: object) => ({ ...body, text: 'Hissen går' }),
    found: async ({ text }: Json) =>
      (await world.call('GET', world.path('/answering'))).body.notices.filter((one: Json) => one.text === text),
  },
  {
    what: 'a user',
    route: () => world.path('/users'),
    body: () => ({ name: 'Ulla', email: newAddress('ulla'), role: 'clientAdmin' }),
    other: (body: object) => ({ ...body, name: 'Ulrika' }),
    found: async ({ email }: Json) =>
      (await world.call('GET', world.path('/users?limit=100'))).body.items.filter((one: Json) => one.email === email),
  },
];

describe.each(creations)('posting $what', ({ what, route, body, other, found }) => {
  const isMessage = what === 'a message';

  test(`${POSTS} times at once with one key makes one${isMessage ? ', and one e-mail and one SMS' : ''}`, async () => {
    await world.runner.clearOutbox();
    const post = { body: body(), key: randomUUID() };
    const posts = isMessage ? POSTS : 20;

    const answers = await Promise.all(Array.from({ length: posts }, () => world.call('POST', route(), post)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await found(post.body)).toHaveLength(1);
    if (!isMessage) return;
    await world.untilDone(answers[0]?.body.id);
    await untilQuiet(world.runner);
    expect((await world.runner.outbox()).map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
  });

  test('again with the same key and another body is refused, and changes nothing', async () => {
    const fresh = isMessage || what !== 'a client' ? body() : { name: `Bageriet ${randomUUID()}` };
    const post = { body: fresh, key: randomUUID() };
    const first = await world.call('POST', route(), post);

    const second = await world.call('POST', route(), { ...post, body: other(post.body) });
    const third = await world.call('POST', route(), post);

    expect(second).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
    expect(third.status).toBe(201);
    expect(third.body.id).toBe(first.body.id);
  });
});

describe('a key', () => {
  const take = (options: CallOptions = {}): Promise<Answer<Json>> =>
    world.take({ staffId, matter: 'Ring mig' }, options);

  test('answers with the record as it stands, and 410 once it is erased', async () => {
    const key = randomUUID();
    const { body: taken } = await take({ key });
    await world.call('PATCH', world.path(`/messages/${taken.id}`), { body: { handled: true } });

    const again = await take({ key });
    await world.call('DELETE', world.path(`/messages/${taken.id}`));
    const erased = await take({ key });

    expect(again).toMatchObject({ status: 201, body: { id: taken.id, state: 'handled' } });
    expect(erased).toMatchObject({ status: 410, body: { code: 'erased' } });
  });

  test('is the own key of a caller, of a client and of a route', async () => {
    const key = randomUUID();
    const elsewhere = await openWorld({ generalInbox: { emails: ['disa@kvarngardet.example'] } });

    const answers = await Promise.all([
      take({ key }),
      take({ key, token: await world.operator() }),
      elsewhere.take({ matter: 'Ring mig' }, { key }),
      world.call('POST', world.path('/staff'), { body: { name: 'Tuva' }, key }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(4);
  });

  test('is not needed: two posts without one make two', async () => {
    const [one, two] = await Promise.all([take(), take()]);

    expect(one.body.id).not.toBe(two.body.id);
  });

  test.for(['', 'två', 'a b', 'x'.repeat(201)])('that cannot be one is refused: %j', async (key) => {
    const { status, body } = await world.runner.request<Json>('POST', `/v1${world.path('/messages')}`, {
      token: world.supervisor,
      body: { staffId, matter: 'Ring mig' },
      headers: { 'idempotency-key': Buffer.from(key).toString('latin1') },
    });

    expect({ status, errors: body.errors }).toMatchObject({
      status: 400,
      errors: [{ pointer: 'header/Idempotency-Key' }],
    });
  });
});
