// Old messages and protected persons are opened for a reason that is written down: by people of the service, on the engine.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf } from '#test/support/http-call.ts';
import { COLLECTION, MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { portalPerson, servicePerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const MEMBER = 'GET /v1/clients/{clientId}/staff/{staffId}';
const DAY_MS = 24 * 3_600_000;
type Query = Record<string, string>;
type Page = ProblemBody & { items: Taken[]; nextCursor: string | null };

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;
let old: Taken;
let recent: Taken;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId, { protected: true })).body.id;
  old = (await world.take(clientId, { staffId })).body;
  world.clock.advance(30 * DAY_MS);
  recent = (await world.take(clientId, { staffId })).body;
  world.clock.advance(1);
});

const open = (message: Taken, query: Query = {}, claims: Claims = world.supervisor) =>
  world.call<Taken>(`GET ${MESSAGE}`, { claims, params: { clientId, messageId: message.id }, query });
const list = (query: Query = {}, claims: Claims = world.supervisor) =>
  world.call<Page>(`GET ${COLLECTION}`, { claims, params: { clientId }, query });
const readPerson = (query: Query = {}, claims: Claims = world.supervisor) =>
  world.directory<ProblemBody>(MEMBER, { claims, params: { clientId, staffId }, query });
const idsOf = ({ body }: { body: Page }) => body.items.map(({ id }) => id);
const readings = async () =>
  (await rawItems(world, 'records'))
    .filter(({ kind, why }) => kind === 'audit' && why !== undefined)
    .map(({ act, recordId, why, requestId }) => ({
      act,
      recordId,
      why,
      ...(requestId !== undefined && { requestId }),
    }));
const people = () =>
  Promise.all([servicePerson(world, 'operator'), servicePerson(world, 'privacyOfficer'), world.supervisor]);

describe('a message that is older than 30 days', () => {
  test('is refused to people of the service without a reason, and what is not shown is not written down', async () => {
    const answers = await Promise.all((await people()).map((claims) => open(old, {}, claims)));

    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(Array(3).fill([409, 'reason-required']));
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(old.matter);
    expect(await readings()).toEqual([]);
  });

  test('is shown with one, which is written down, with the request that it was for', async () => {
    const requestId = newId('request', 1);
    await world.app.db.commit([
      { table: 'records', put: { ...recordKeys.request(old.clientId, requestId), kind: 'request' } },
    ]);

    const { status, body } = await open(old, { why: 'subjectRequest', requestId });
    const elsewhere = await open(old, { why: 'subjectRequest', requestId: newId('request', 2) });

    expect([status, body.id]).toEqual([200, old.id]);
    expect(elsewhere.status).toBe(400);
    expect(await readings()).toEqual([{ act: 'getMessage', recordId: old.id, why: 'subjectRequest', requestId }]);
  });

  test('costs one transaction of 3 units more', async () => {
    const without = await world.meter.measure(() => open(recent));
    const withIt = await world.meter.measure(() => open(old, { why: 'fault' }));

    expect(without.tally.writeUnits).toBe(0);
    expect(withIt.tally).toMatchObject({ requests: { TransactWriteItems: 1 }, writeUnits: 3 });
  });

  test('is the client’s own: its people and its systems say nothing', async () => {
    const own = [
      await portalPerson(world, clientId, 'clientAdmin'),
      await portalPerson(world, clientId, 'staffMember', staffId),
    ];

    const answers = await Promise.all(own.map((claims) => open(old, {}, claims)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await readings()).toEqual([]);
  });

  test('a newer one needs none', async () => {
    expect((await open(recent)).status).toBe(200);
    expect(await readings()).toEqual([]);
  });

  test.each([{ why: 'curiosity' }, { why: 'call' }, { requestId: 'req_1', why: 'fault' }])(
    '%o is no reason',
    async (query) => {
      expect((await open(old, query as Query)).status).toBe(400);
    },
  );
});

describe('a list of messages', () => {
  test('ends at 30 days for people of the service, and goes on with a reason; each old one that is shown is written down', async () => {
    const plain = await list();
    const withReason = await list({ why: 'complaint' });

    expect(idsOf(plain)).toEqual([recent.id]);
    expect(idsOf(withReason)).toEqual([recent.id, old.id]);
    expect(await readings()).toEqual([{ act: 'listMessages', recordId: old.id, why: 'complaint' }]);
  });

  test('of what is older is refused without one', async () => {
    const at = (days: number) => new Date(world.clock.nowMs() - days * DAY_MS).toISOString();

    const answers = [await list({ from: at(40) }), await list({ to: at(31) }), await list({ from: at(29) })];

    expect(answers.map((answer) => codeOf(answer))).toEqual(['reason-required', 'reason-required', undefined]);
  });

  test('is whole for the client’s own', async () => {
    expect(idsOf(await list({}, await portalPerson(world, clientId, 'clientAdmin')))).toEqual([recent.id, old.id]);
  });
});

describe('a protected person', () => {
  test('is refused to people of the service without a reason, and shown with one', async () => {
    const refused = await Promise.all((await people()).map((claims) => readPerson({}, claims)));
    const shown = await readPerson({ why: 'clientAsked' });

    expect(refused.map((answer) => [answer.status, codeOf(answer)])).toEqual(Array(3).fill([409, 'reason-required']));
    expect(shown.status).toBe(200);
    expect(await readings()).toEqual([{ act: 'readStaffMember', recordId: staffId, why: 'clientAsked' }]);
  });

  test('is the client’s own, who say nothing; it is written down, but for what the person reads', async () => {
    const admin = await readPerson({}, await portalPerson(world, clientId, 'clientAdmin'));
    const self = await readPerson({}, await portalPerson(world, clientId, 'staffMember', staffId));

    expect([admin.status, self.status]).toEqual([200, 200]);
    expect(await readings()).toEqual([{ act: 'readStaffMember', recordId: staffId, why: 'upkeep' }]);
  });
});
