// Who does what, and is shown protected people, is written down, on the engine: who, when, with whom and why; what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import { servePrivacy } from '#api/privacy.ts';
import { auditReads } from '#shared/audit.ts';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { occupied } from '#test/support/faults.ts';
import { type Caller, type Claims, callerOf } from '#test/support/http-call.ts';
import { linking } from '#test/support/links.ts';
import { portalPerson, servicePerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const STAFF = '/v1/clients/{clientId}/staff';
const MEMBER = `${STAFF}/{staffId}`;
const AUDIT = 'GET /v1/clients/{clientId}/audit';

interface Entry {
  id: string;
  at: string;
  by: string;
  role: string;
  act: string;
  recordId: string | null;
  why: string | null;
  requestId: string | null;
  leaf: string;
}
type Page = ProblemBody & { items: Entry[]; nextCursor: string | null };

const engine = useEngine();
let world: DirectoryWorld;
let privacy: Caller;
let officer: Claims;
let clientId: string;
let hidden: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  privacy = callerOf(servePrivacy(() => ({ ...world.app, ...linking })));
  officer = await servicePerson(world, 'privacyOfficer');
  clientId = (await world.aClient()).body.id;
  hidden = (await world.aStaffMember(clientId, { protected: true })).body.id;
});

const read = (staffId: string, claims = world.operator, query: Record<string, string> = { why: 'clientAsked' }) =>
  world.call<ProblemBody>(`GET ${MEMBER}`, { claims, params: { clientId, staffId }, query });
const list = (claims = world.operator) => world.call(`GET ${STAFF}`, { claims, params: { clientId } });
const audit = (query: Record<string, string> = {}, claims = officer) =>
  privacy<Page>(AUDIT, { claims, params: { clientId }, query });
const all = async () => (await audit()).body.items;
/** Readings say why; changes need not. */
const readings = async () => (await all()).filter(({ why }) => why !== null);
const changes = async () => (await all()).filter(({ why }) => why === null);
const subject = ({ username }: Claims) =>
  String(username).replace(/^usr_.*/, (id) => `usr_${id.slice(4).toUpperCase()}`);

describe('is written down', () => {
  test('why somebody was erased: people of the service say it, the client’s own have wished it', async () => {
    const [one, other] = [(await world.aStaffMember(clientId)).body.id, (await world.aStaffMember(clientId)).body.id];
    const erase = (staffId: string, claims: Claims, query: Record<string, string | undefined>) =>
      world.call<ProblemBody>(`DELETE ${MEMBER}`, {
        claims,
        params: { clientId, staffId },
        query: query as Record<string, string>,
      });
    const unsaid = { why: undefined };

    const refused = await erase(one, world.supervisor, unsaid);
    const nowhere = await erase(one, world.supervisor, { why: 'subjectRequest', requestId: newId('request', 0) });
    const byUs = await erase(one, world.supervisor, { why: 'complaint' });
    world.clock.advance(1_000);
    const byThem = await erase(other, await portalPerson(world, clientId, 'clientAdmin'), unsaid);

    expect([refused.status, refused.body.code]).toEqual([409, 'reason-required']);
    expect([nowhere.status, nowhere.body.errors?.[0]?.pointer]).toEqual([400, 'query/requestId']);
    expect([byUs.status, byThem.status]).toEqual([204, 204]);
    const rows = (await all()).filter(({ act }) => act === 'eraseStaffMember');
    expect(rows.map(({ recordId, why }) => [recordId, why])).toEqual([
      [other, 'clientAsked'],
      [one, 'complaint'],
    ]);
  });

  test('each reading of a protected person, by whom and in which role; of others none', async () => {
    const open = (await world.aStaffMember(clientId)).body.id;
    await read(hidden);
    world.clock.advance(60_000);
    await read(hidden, world.supervisor);
    await read(open);

    const items = await readings();

    const reading = { act: 'readStaffMember', detail: null, recordId: hidden, why: 'clientAsked', requestId: null };
    expect(items.map(({ id, leaf, ...entry }) => entry)).toEqual([
      { at: '2026-11-23T08:01:00.000Z', by: subject(world.supervisor), role: 'supervisor', ...reading },
      { at: '2026-11-23T08:00:00.000Z', by: subject(world.operator), role: 'operator', ...reading },
    ]);
  });

  test('each protected person on a page of the list', async () => {
    await world.aStaffMember(clientId);
    const other = (await world.aStaffMember(clientId, { protected: true })).body.id;
    await list();

    expect((await readings()).map(({ recordId }) => recordId).toSorted()).toEqual([hidden, other].toSorted());
  });

  test('each change and each absence, of whomever: its answer shows them, and one row says so', async () => {
    await world.call(`PATCH ${MEMBER}`, {
      claims: world.supervisor,
      params: { clientId, staffId: hidden },
      ifMatch: '"1"',
      body: { protected: false },
    });
    const again = await world.aStaffMember(clientId, { protected: true });
    await world.call(`PUT ${MEMBER}/absence`, {
      claims: world.operator,
      params: { clientId, staffId: again.body.id },
      body: { reason: 'lunch', until: '2026-11-23T12:00:00Z' },
    });

    expect((await changes()).map(({ act, recordId, role }) => [act, recordId, role])).toEqual(
      expect.arrayContaining([
        ['createStaffMember', hidden, 'supervisor'],
        ['changeStaffMember', hidden, 'supervisor'],
        ['createStaffMember', again.body.id, 'supervisor'],
        ['setAbsence', again.body.id, 'operator'],
      ]),
    );
    expect(await all()).toHaveLength(4);
  });

  test('an absence once, where its writing was overtaken and goes on from what stands now', async () => {
    const until = '2026-11-23T12:00:00Z';
    const away = (claims: Claims) =>
      world.call(`PUT ${MEMBER}/absence`, {
        claims,
        params: { clientId, staffId: hidden },
        body: { reason: 'lunch', until },
      });

    const answers = await Promise.all([world.operator, world.supervisor].map(away));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const set = (await all()).filter(({ act }) => act === 'setAbsence');
    expect(set.map(({ role }) => role).toSorted()).toEqual(['operator', 'supervisor']);
  });

  test('a creation once; sent again it changes nothing, and is a reading of what stands', async () => {
    const create = () =>
      world.call<{ id: string }>(`POST ${STAFF}`, {
        claims: world.supervisor,
        params: { clientId },
        body: aStaffMember({ protected: true }),
        idempotencyKey: 'again-and-again',
      });
    const { id } = (await create()).body;
    expect(await readings()).toEqual([]);

    expect((await create()).body.id).toBe(id);

    const about = (await all()).filter(({ recordId }) => recordId === id);
    expect(about.map(({ act, why }) => [act, String(why)]).toSorted()).toEqual([
      ['createStaffMember', 'null'],
      ['createStaffMember', 'upkeep'],
    ]);
  });

  test('nothing where the person reads the own record', async () => {
    await read(hidden, await portalPerson(world, clientId, 'staffMember', hidden));

    expect(await readings()).toEqual([]);
  });

  test('nothing where nobody was shown: a refusal', async () => {
    const stranger = (await world.aClient()).body.id;

    const { status } = await read(hidden, await portalPerson(world, stranger, 'clientAdmin'));

    expect([status, await readings()]).toEqual([404, []]);
  });

  test('with ids and times alone', async () => {
    await read(hidden);

    const [row] = (await rawItems(world, 'records')).filter(({ why }) => why !== undefined);

    expect(Object.keys(row ?? {}).toSorted()).toEqual(
      ['act', 'atMs', 'by', 'dueAt', 'duePk', 'kind', 'pk', 'recordId', 'role', 'sk', 'ttl', 'why'].toSorted(),
    );
  });
});

describe('costs', () => {
  test('one transaction however many protected people are on a page, and nothing where there is none', async () => {
    for (let n = 0; n < 9; n++) await world.aStaffMember(clientId, { protected: true });
    const { tally } = await world.meter.measure(() => list());
    const bare = (await world.aClient()).body.id;
    await world.aStaffMember(bare);
    const none = await world.meter.measure(() =>
      world.call(`GET ${STAFF}`, { claims: world.operator, params: { clientId: bare } }),
    );

    expect(tally).toMatchObject({ requests: { BatchGetItem: 1, Query: 2, TransactWriteItems: 1 }, writeUnits: 30 });
    expect(none.tally.requests).toEqual({ BatchGetItem: 1, Query: 2 });
  });

  test('a second transaction beyond a hundred', async () => {
    const ids = Array.from({ length: 101 }, (_, n) => newId('staff', n));
    const caller = { id: 'usr_X', role: 'operator', staffId: undefined } as const;
    const reading = { clientId, act: 'listStaff' };

    const { tally } = await world.meter.measure(() => auditReads(world.app, caller, reading, [...ids, ...ids]));

    expect(tally.requests).toEqual({ TransactWriteItems: 2 });
    expect((await rawItems(world, 'records')).filter(({ act }) => act === 'listStaff')).toHaveLength(101);
  });

  test('of the list of readings one query beside the chain', async () => {
    await read(hidden);

    const { tally } = await world.meter.measure(() => audit());

    expect(tally).toEqual({ requests: { BatchGetItem: 1, Query: 1 }, readUnits: 2.5, writeUnits: 0 });
  });
});

test('what cannot be written down is not shown', async () => {
  const send = world.client.send.bind(world.client) as (command: object) => Promise<unknown>;
  world.client.send = (async (command: object) => {
    if (command.constructor.name === 'TransactWriteCommand') throw occupied();
    return send(command);
  }) as typeof world.client.send;

  const { status, body } = await read(hidden);

  expect(status).toBeGreaterThanOrEqual(500);
  expect(JSON.stringify(body)).not.toContain('Anna-Karin');
});

describe('the list of readings', () => {
  test('goes on from page to page, and is for its client alone', async () => {
    for (let n = 0; n < 3; n++) {
      world.clock.advance(1_000);
      await read(hidden);
    }
    const other = (await world.aClient()).body.id;

    const first = await audit({ limit: '2' });
    const second = await audit({ limit: '2', cursor: String(first.body.nextCursor) });
    const foreign = await privacy<Page>(AUDIT, {
      claims: officer,
      params: { clientId: other },
      query: { cursor: String(first.body.nextCursor) },
    });

    const times = [...first.body.items, ...second.body.items].map(({ at }) => at.slice(17, 19));
    expect([times, typeof second.body.nextCursor]).toEqual([['03', '02', '01', '00'], 'string']);
    expect(foreign.body.code).toBe('invalid-cursor');
  });

  test('is for privacy officers, supervisors and the client’s admins; theirs alone', async () => {
    const stranger = (await world.aClient()).body.id;
    const asked = [
      officer,
      world.supervisor,
      await portalPerson(world, clientId, 'clientAdmin'),
      world.operator,
      await portalPerson(world, clientId, 'staffMember', hidden),
      await portalPerson(world, stranger, 'clientAdmin'),
    ];

    const answers = await Promise.all(asked.map((claims) => audit({}, claims)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403, 404]);
  });

  test('forgets after 24 months, the rows of a day at once', async () => {
    await read(hidden);
    world.clock.moveTo(Date.parse('2028-11-23T23:59:59Z'));
    const before = await all();
    world.clock.moveTo(Date.parse('2028-11-24T00:00:01Z'));

    expect([before.length, (await all()).length]).toEqual([2, 0]);
  });
});
