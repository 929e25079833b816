// What becomes of a message that was taken: read, handled, noted on, and erased before its time.
import { beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

let world: HttpWorld;
let staffId: string;
let admin: string;
let disa: string;

beforeAll(async () => {
  world = await openWorld();
  staffId = await world.addStaff({ name: 'Disa', emails: [{ address: 'disa@kvarngardet.example' }] });
  expectRecipients('disa@kvarngardet.example');
  admin = (await world.addUser('clientAdmin')).token;
  disa = (await world.addUser('staffMember', staffId)).token;
});

const take = async (more: object = {}): Promise<Json> => made(world.take({ staffId, matter: 'Ring mig', ...more }));
const at = (message: Json) => world.path(`/messages/${message.id}`);
const edit = (message: Json, body: object, token?: string) => world.call('PATCH', at(message), { body, token });

describe('a message', () => {
  test('is read by each reader for oneself', async () => {
    const message = await take();

    const read = await edit(message, { read: true }, disa);
    const seenByAdmin = await world.call('GET', at(message), { token: admin });
    const unread = await edit(message, { read: false }, disa);

    expect(read.body.readAt).not.toBeNull();
    expect(seenByAdmin.body.readAt).toBeNull();
    expect(unread.body.readAt).toBeNull();
  });

  test('is handled once: who was first, and when, stands until it is opened again', async () => {
    const message = await take();

    const first = await edit(message, { handled: true }, disa);
    const second = await edit(message, { handled: true }, admin);
    const reopened = await edit(message, { handled: false }, admin);

    expect(first.body).toMatchObject({ state: 'handled', handled: { by: expect.stringMatching(/^usr_/) as string } });
    expect(second.body.handled).toEqual(first.body.handled);
    expect(reopened.body).toMatchObject({ state: 'open', handled: null });
  });

  test('keeps a note until it is replaced or taken away', async () => {
    const message = await take();

    const noted = await edit(message, { note: 'Ringt, inget svar' });
    const replaced = await edit(message, { note: 'Ringt och klart', handled: true });
    const removed = await edit(message, { note: null });

    expect([noted.body.note, replaced.body.note, removed.body.note]).toEqual([
      'Ringt, inget svar',
      'Ringt och klart',
      null,
    ]);
    expect(removed.body.state).toBe('handled');
  });

  test('loses no mark of many who come at once', async () => {
    const message = await take();

    const answers = await Promise.all(
      [disa, admin, world.supervisor].map((token) => edit(message, { read: true }, token)),
    );
    const seen = await Promise.all(
      [disa, admin, world.supervisor].map((token) => world.call('GET', at(message), { token })),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(seen.map(({ body }) => body.readAt)).not.toContain(null);
  });

  test('shows addresses to supervisors, admins and the person, and to nobody else', async () => {
    const message = await take();
    const addressFor = async (token: string) =>
      (await world.call('GET', at(message), { token })).body.deliveries[0].address;

    const shown = await Promise.all([world.supervisor, admin, disa].map(addressFor));
    const hidden = await Promise.all([await world.operator(), await world.privacyOfficer()].map(addressFor));

    expect(shown).toEqual(Array(3).fill('disa@kvarngardet.example'));
    expect(hidden).toEqual([null, null]);
  });

  test('of a colleague is nothing to a staff member', async () => {
    const colleague = await world.addStaff({ name: 'Tuva', emails: [{ address: 'disa@kvarngardet.example' }] });
    const [theirs, copied] = [
      await take({ staffId: colleague }),
      await take({ staffId: colleague, copyTo: [staffId] }),
    ];

    const [hidden, shown, list] = await Promise.all([
      world.call('GET', at(theirs), { token: disa }),
      world.call('GET', at(copied), { token: disa }),
      world.call('GET', world.path('/messages?limit=100'), { token: disa }),
    ]);

    expect([hidden.status, shown.status]).toEqual([404, 200]);
    const ids = list.body.items.map(({ id }: Json) => id);
    expect(ids).toContain(copied.id);
    expect(ids).not.toContain(theirs.id);
  });
});

describe('a message that was erased', () => {
  test('answers 410 with the time, at every route that names it, and is in no list', async () => {
    const before = Date.now();
    const message = await take();
    await world.untilDone(message.id);

    const erased = await world.call('DELETE', at(message), { token: admin });
    const answers = await Promise.all([
      world.call('GET', at(message)),
      edit(message, { read: true }),
      world.call('DELETE', at(message)),
    ]);
    const list = await world.call('GET', world.path('/messages?limit=100'));

    expect(erased).toMatchObject({ status: 204, text: '' });
    for (const { status, body } of answers) {
      expect({ status, code: body.code }).toEqual({ status: 410, code: 'erased' });
      expect(Date.parse(body.erasedAt)).toBeGreaterThanOrEqual(before);
    }
    expect(list.text).not.toContain(message.id);
  });

  test('is not told apart from a missing one by a foreign client', async () => {
    const message = await take();
    await world.call('DELETE', at(message));
    const other = await openWorld();
    const { token } = await other.addUser('clientAdmin');

    const answer = await world.call('GET', at(message), { token });

    expect(answer.status).toBe(404);
  });

  test('of a staff member who was erased still says who it was for, without any address', async () => {
    const leaving = await world.addStaff({ name: 'Lämnar', emails: [{ address: 'disa@kvarngardet.example' }] });
    const message = await take({ staffId: leaving });
    await world.untilDone(message.id);

    await made(world.call('DELETE', world.path(`/staff/${leaving}`)), 204);
    const kept = await world.read(message.id);

    expect(kept).toMatchObject({ staffId: leaving, matter: 'Ring mig' });
    expect(kept.deliveries.map(({ address }: Json) => address)).toEqual([null]);
    expect((await world.call('GET', world.path(`/staff/${leaving}`))).status).toBe(410);
  });
});
