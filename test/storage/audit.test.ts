// Who is shown protected people is written down, on the engine: who, whom and when; what it costs, and what ends it.

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
const DAY_MS = 24 * 3_600_000;

interface Entry {
  id: string;
  at: string;
  by: string;
  role: string;
  staffId: string;
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

const read = (staffId: string, claims = world.operator) =>
  world.call(`GET ${MEMBER}`, { claims, params: { clientId, staffId } });
const list = (claims = world.operator) => world.call(`GET ${STAFF}`, { claims, params: { clientId } });
const audit = (query: Record<string, string> = {}, claims = officer) =>
  privacy<Page>(AUDIT, { claims, params: { clientId }, query });
const entries = async () => (await audit()).body.items;
const subject = ({ username }: Claims) =>
  String(username).replace(/^usr_.*/, (id) => `usr_${id.slice(4).toUpperCase()}`);

describe('is written down', () => {
  test('each reading of a protected person, by whom and in which role; of others none', async () => {
    const open = (await world.aStaffMember(clientId)).body.id;
    await read(hidden);
    world.clock.advance(60_000);
    await read(hidden, world.supervisor);
    await read(open);

    const items = await entries();

    expect(items.map(({ id, ...entry }) => entry)).toEqual([
      { at: '2026-11-23T08:01:00.000Z', by: subject(world.supervisor), role: 'supervisor', staffId: hidden },
      { at: '2026-11-23T08:00:00.000Z', by: subject(world.operator), role: 'operator', staffId: hidden },
    ]);
  });

  test('each protected person on a page of the list', async () => {
    await world.aStaffMember(clientId);
    const other = (await world.aStaffMember(clientId, { protected: true })).body.id;
    await list();

    expect((await entries()).map(({ staffId }) => staffId).toSorted()).toEqual([hidden, other].toSorted());
  });

  test('what a change or an absence shows of them in its answer', async () => {
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

    expect((await entries()).map(({ staffId, role }) => [staffId, role]).toSorted()).toEqual(
      [
        [hidden, 'supervisor'],
        [again.body.id, 'operator'],
      ].toSorted(),
    );
  });

  test('what an absence shows once, where its writing was overtaken and goes on from what stands now', async () => {
    const until = '2026-11-23T12:00:00Z';
    const away = (claims: Claims) =>
      world.call(`PUT ${MEMBER}/absence`, {
        claims,
        params: { clientId, staffId: hidden },
        body: { reason: 'lunch', until },
      });

    const answers = await Promise.all([world.operator, world.supervisor].map(away));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await entries()).map(({ role }) => role).toSorted()).toEqual(['operator', 'supervisor']);
  });

  test('what a creation shows that is sent again; the first has nothing that its sender did not send', async () => {
    const create = () =>
      world.call<{ id: string }>(`POST ${STAFF}`, {
        claims: world.supervisor,
        params: { clientId },
        body: aStaffMember({ protected: true }),
        idempotencyKey: 'again-and-again',
      });
    const { id } = (await create()).body;
    expect(await entries()).toEqual([]);

    expect((await create()).body.id).toBe(id);

    expect((await entries()).map(({ staffId }) => staffId)).toEqual([id]);
  });

  test('nothing where the person reads the own record', async () => {
    await read(hidden, await portalPerson(world, clientId, 'staffMember', hidden));

    expect(await entries()).toEqual([]);
  });

  test('nothing where nobody was shown: a refusal', async () => {
    const stranger = (await world.aClient()).body.id;

    const { status } = await read(hidden, await portalPerson(world, stranger, 'clientAdmin'));

    expect([status, await entries()]).toEqual([404, []]);
  });

  test('with ids and times alone', async () => {
    await read(hidden);

    const [row] = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'audit');

    expect(Object.keys(row ?? {}).toSorted()).toEqual(['atMs', 'by', 'kind', 'pk', 'role', 'sk', 'staffId', 'ttl']);
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

    expect(tally).toMatchObject({ requests: { BatchGetItem: 1, Query: 2, TransactWriteItems: 1 }, writeUnits: 20 });
    expect(none.tally.requests).toEqual({ BatchGetItem: 1, Query: 2 });
  });

  test('a second transaction beyond a hundred', async () => {
    const ids = Array.from({ length: 101 }, (_, n) => newId('staff', n));
    const caller = { id: 'usr_X', role: 'operator', staffId: undefined } as const;

    const { tally } = await world.meter.measure(() => auditReads(world.app, caller, clientId, [...ids, ...ids]));

    expect(tally.requests).toEqual({ TransactWriteItems: 2 });
    expect((await rawItems(world, 'records')).filter(({ kind }) => kind === 'audit')).toHaveLength(101);
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
    expect([times, second.body.nextCursor]).toEqual([['03', '02', '01'], null]);
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

  test('forgets after twelve months', async () => {
    await read(hidden);
    world.clock.advance(365 * DAY_MS);
    const before = await entries();
    world.clock.advance(2 * DAY_MS);

    expect([before.length, (await entries()).length]).toEqual([1, 0]);
  });
});
