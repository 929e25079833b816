// A client is erased, on a runner of its own: gone at once for everybody, and a quarter of an hour later nothing of it is left.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import type { ErasureLogPage } from '#privacy/schema.ts';
import { anotherOfficer, untilErasure } from '#test/support/erasures.ts';
import { addMachine, type HttpWorld, type Json, made, newAddress, openWorld } from '#test/support/http-world.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

const NUMBER = { number: '08-465 004 77', answerPhrase: 'Kvarngärdets El, god dag' };
const PRESENT = '2027-05-23T12:00:00Z';

let runner: TestRunner;
let world: HttpWorld;
let other: HttpWorld;
let officer: string;
let colleague: string;
let erasureId: string;
let own: Json;
let member: Json;
let machine: Awaited<ReturnType<typeof addMachine>>;
let both: Awaited<ReturnType<typeof addMachine>>;
let ids: Record<string, string>;
/** Of routes that no supervisor may call. */
let tokens: Record<string, string>;

const ask = (token = officer) => world.call('POST', world.path('/erasures'), { token, body: { what: 'client' } });
const list = (token = officer) => world.call('GET', world.path('/erasures'), { token });

beforeAll(async () => {
  runner = await startRunner();
  await runner.moveClock(PRESENT);
  world = await openWorld({ numbers: [NUMBER], generalInbox: { emails: ['vaxel@kvarngardet.example'] } }, runner);
  other = await openWorld({}, runner);
  officer = await world.privacyOfficer();
  colleague = await anotherOfficer(world);
  const staffId = await world.addStaff({ name: 'Disa', emails: [{ address: 'disa@kvarngardet.example' }] });
  const { id: messageId } = await made(world.take({ staffId, matter: 'Ring mig' }));
  await world.untilDone(messageId);
  const { id: noticeId } = await made(
    world.call('POST', world.path('/answering/notices'), { body: { text: 'Hissen står' } }),
  );
  own = await world.addUser('clientAdmin');
  // Somebody who is admin of the other client as well, and is called something else there.
  const email = newAddress('both');
  const invitation = { email, name: 'Bo Ek', role: 'clientAdmin' };
  await made(other.call('POST', other.path('/users'), { body: { ...invitation, name: 'Bosse' } }));
  member = await made(world.call('POST', world.path('/users'), { body: invitation }));
  member.token = await runner.userToken(email);
  machine = await addMachine(world, [world.clientId], ['messages.write']);
  both = await addMachine(world, [world.clientId, other.clientId], ['messages.write']);
  tokens = { signAgreement: world.signatory.token, objectToSubProcessor: world.signatory.token };
  ids = {
    agreementId: 'agr_00000000000000000000000000',
    clientId: world.clientId,
    staffId,
    messageId,
    userId: own.id,
    noticeId,
    suppressionId: 'sup_00000000000000000000000000',
    requestId: 'req_00000000000000000000000000',
    fileId: 'fil_00000000000000000000000000',
    exportId: 'exp_00000000000000000000000000',
  };
});

afterAll(() => runner.stop());

const endIt = async () => {
  const { headers } = await world.call('GET', world.path());
  const ifMatch = headers.get('etag') ?? '';
  await made(world.call('PATCH', world.path(), { body: { status: 'ended' }, ifMatch }), 200);
};

/** Right in everything that is looked at before the client is. */
const bodies: Readonly<Record<string, object>> = {
  changeClient: { town: 'Ort' },
  changeAnswering: { askFor: [] },
  createNotice: { text: 'Hissen går' },
  changeNotice: { renew: true },
  createStaffMember: { name: 'Ny' },
  changeStaffMember: { title: 'Chef' },
  setAbsence: { reason: 'meeting', until: '2027-05-30T12:00:00Z' },
  searchStaff: { text: 'Disa' },
  takeMessage: { matter: 'Ring mig' },
  changeMessage: { read: true },
  inviteUser: { email: 'ny@kvarngardet.example', name: 'Ny', role: 'clientAdmin' },
  changeUser: { role: 'clientAdmin' },
  correctMessage: { matter: 'Ring mig' },
  forwardMessage: { staffId: null },
  redirectMessage: { staffId: null },
  createSubjectRequest: { kind: 'access', text: 'Vad har ni?' },
  changeSubjectRequest: { notes: 'Ringer' },
  stepSubjectRequest: { step: 'forward' },
  previewAnsweringDays: { from: '2027-05-24', until: '2027-05-30' },
  countCall: { outcome: 'hungUp' },
  sendTestMessage: { urgency: 'normal' },
  makeAccessReport: {},
  searchForSubject: {},
  decideFindings: { findings: [{ id: 'message#msg_1', decision: 'leave' }] },
  createExport: { what: ['register'], why: 'clientAsked' },
  signAgreement: {
    version: '2026-12',
    language: 'sv',
    documentHash: '0'.repeat(64),
    name: 'Sigrid Ek',
    title: 'VD',
    mayBind: true,
  },
  objectToSubProcessor: { subProcessorId: 'spr_00000000000000000000000AWS', text: 'Nej' },
};

/** Of those that demand one. */
const queries: Record<string, string> = { listCalls: '?from=2027-05-01&until=2027-05-23' };

describe('a client', () => {
  test('that has not ended is not erased', async () => {
    const refused = await ask();

    expect([refused.status, refused.body.code]).toEqual([409, 'client-not-ended']);
    expect((await world.call('GET', world.path())).status).toBe(200);
  });

  test('is gone at once: 410 on every route with it in the path, its number free, its switchboard shut out', async () => {
    await endIt();
    const asked = await made(ask());
    erasureId = asked.id;
    const counted = await untilErasure(world, erasureId, ['asked'], { token: officer });
    const confirmation = world.path(`/erasures/${erasureId}/confirmation`);
    const alone = await world.call('POST', confirmation, { token: officer, body: {} });

    const confirmed = await world.call('POST', confirmation, { token: colleague, body: {} });

    expect(asked).toMatchObject({ state: 'counting', counted: null, mayConfirm: false });
    expect(Object.fromEntries(counted.counted.counts.map(({ kind, count }: Json) => [kind, count]))).toEqual({
      client: 1,
      messages: 1,
      deliveries: 1,
      staff: 1,
      users: 3,
      machineClients: 2,
      answering: 1,
      contacts: 1,
    });
    expect([alone.status, alone.body.code]).toEqual([409, 'second-person-required']);
    expect([confirmed.status, confirmed.body.state, confirmed.body.doneAt]).toEqual([200, 'running', null]);
    expect((await world.call('POST', confirmation, { token: colleague, body: {} })).body).toEqual(confirmed.body);
    const routes = routeTable.filter(({ path, ofErased }) => path.includes('{clientId}') && !ofErased);
    for (const { id, method, path, roles } of routes) {
      const token = roles.includes('supervisor') ? world.supervisor : officer;
      const at = path.replace('/v1', '').replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
      const answer = await world.call(method, `${at}${queries[id] ?? ''}`, {
        body: bodies[id],
        ifMatch: '"1"',
        token: tokens[id] ?? token,
      });
      expect([id, answer.status, answer.body.erasedAt]).toEqual([id, 410, confirmed.body.confirmedAt]);
    }
    const found = await made(world.call('POST', '/clients/search', { body: { number: NUMBER.number } }), 200);
    expect(found.items).toEqual([]);
    await made(world.call('POST', '/clients', { body: { name: 'Nästa', numbers: [NUMBER] } }));
    const called = await world.take({ matter: 'Ring mig' }, { token: machine.token });
    expect(called.status).toBe(410);
  });

  test('is missing for foreign callers, and for those of two clients gone at the one and there at the other', async () => {
    const foreign = await other.addUser('clientAdmin');

    const seen = [
      await world.call('GET', world.path(), { token: foreign.token }),
      await world.call('GET', world.path(), { token: member.token }),
      await world.call('GET', other.path(), { token: member.token }),
    ];

    expect(seen.map(({ status }) => status)).toEqual([404, 410, 200]);
  });

  test('has nothing left after the next run of the job: accounts, secrets and memberships are gone, other clients whole', async () => {
    const { ran } = await runner.moveClock('2027-05-23T12:20:00Z');
    const done = await world.call('GET', world.path(`/erasures/${erasureId}`), { token: officer });

    expect(ran.filter(({ ok }) => !ok)).toEqual([]);
    expect(done.body).toMatchObject({ state: 'done', doneAt: expect.stringMatching(/^2027-05-23T12:2/) });
    await expect(runner.userToken(own.email)).rejects.toThrow();
    expect((await machine.askForToken()).status).toBe(401);
    const users = await made(other.call('GET', other.path('/users')), 200);
    expect(users.items.find(({ id }: Json) => id === member.id)).toMatchObject({ name: 'Bosse', state: 'active' });
    const { items } = await made(world.call('GET', '/machine-clients'), 200);
    const bound = items.filter(({ clientIds }: Json) => clientIds.includes(world.clientId));
    expect([bound, items.find(({ machineId }: Json) => machineId === both.machineId).clientIds]).toEqual([
      [],
      [other.clientId],
    ]);
    expect((await world.call('GET', world.path())).status).toBe(410);
    expect((await world.call('GET', world.path(), { token: member.token })).status).toBe(403);
  });

  test('stands in the erasure log with everything that it had', async () => {
    await runner.moveClock('2027-05-23T12:40:00Z');
    await runner.moveClock('2027-05-24T01:30:00Z');

    const { items } = await made(world.call('GET', '/erasure-log', { token: officer }), 200);

    const day = (items as ErasureLogPage['items']).find((one) => one.day === '2027-05-23');
    const leaves = day?.leaves?.slice(1).map((leaf) => JSON.parse(leaf)) ?? [];
    // The client, a message, a person, three memberships; and of the service two accounts and a machine client.
    expect(leaves.find(({ clientId }) => clientId === world.clientId)?.erased).toBe(6);
    expect(leaves.find(({ clientId }) => clientId === 'service')?.erased).toBe(3);
  });

  test('can be erased by privacy officers and its own admins alone', async () => {
    const admin = await other.addUser('clientAdmin');

    const refused = [await ask(world.supervisor), await list(world.supervisor)];
    const foreign = [await ask(admin.token), await list(admin.token)];

    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
    expect(foreign.map(({ status }) => status)).toEqual([404, 404]);
  });
});
