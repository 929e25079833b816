// What of a person's erasure is in doubt: who shares a number or an address stands, people say whose it is, and it waits for them.
import { beforeEach, expect, test, vi } from 'vitest';
import { openRows } from '#deliveries/suppressions.ts';
import type { ErasureApp } from '#erasures/app.ts';
import { workErasure } from '#erasures/work-erasure.ts';
import type { Workers } from '#jobs/worker.ts';
import { recordKeys } from '#shared/tables.ts';
import { seal } from '#shared/vault.ts';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingPeople, erasingPeople } from '#test/support/erasing-people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runJobs } from '#test/support/run-jobs.ts';

const engine = useEngine();
let world: ErasingPeople;
let disa: string;

const given = 'anna@lind.example';
const shared = { phone: '08-465 004 10', email: 'info@kvarn.example' };

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingPeople(engine);
  const { clientId } = world;
  const plain = { alsoKnownAs: [], phones: [] };
  disa = (await world.aStaffMember(clientId, { ...plain, name: 'Disa Ek', emails: [] })).body.id;
  // Her own record says the switchboard's number, and the address that all use.
  const phones = [{ number: shared.phone }];
  const emails = [{ address: given }, { address: shared.email }];
  await world.aStaffMember(clientId, { ...plain, name: 'Anna Lind', phones, emails });
});

interface ClientSays {
  contacts: object[];
  generalInbox: { emails: string[] } | null;
}

async function clientSays(): Promise<ClientSays> {
  const call = { claims: world.supervisor, params: { clientId: world.clientId } };
  const { contacts, generalInbox } = (await world.directory<ClientSays>('GET /v1/clients/{clientId}', call)).body;
  return { contacts, generalInbox };
}

async function change(body: object): Promise<void> {
  const call = { claims: world.supervisor, params: { clientId: world.clientId } };
  const { etag: ifMatch } = await world.directory('GET /v1/clients/{clientId}', call);
  const { status } = await world.directory('PATCH /v1/clients/{clientId}', { ...call, body, ifMatch });
  if (status !== 200) throw new Error(`Not changed: ${status}`);
}

test('a contact with the same number stands, so does the inbox that all use, and both are left to people', async () => {
  const { clientId } = world;
  const bo = { name: 'Bo Alm', phone: shared.phone };
  const inbox = { emails: [shared.email, given] };
  await change({ contacts: [{ name: 'Anna Lind', email: given, phone: shared.phone }, bo], generalInbox: inbox });
  const requestId = await world.instructed({ emails: [given] });

  const id = await world.erasePerson(requestId);
  const held = (await world.look(id)).body;
  await world.goOn(id, [{ id: `client#${clientId}`, because: 'anotherPerson' }]);
  await world.runAll();

  const { contacts, generalInbox } = await clientSays();
  const { state, erased } = (await world.look(id)).body;
  expect(held).toMatchObject({ state: 'byHand', byHand: [{ id: `client#${clientId}`, because: null }] });
  expect(held.counted?.counts).toContainEqual({ kind: 'contacts', count: 2 });
  expect(contacts).toMatchObject([{ name: 'Bo Alm', phone: '+46846500410' }]);
  expect(generalInbox).toMatchObject({ emails: [shared.email] });
  expect(state).toBe('done');
  expect(erased).toContainEqual({ kind: 'contacts', count: 2 });
});

test('of a colleague’s list of suppressed addresses what may be everybody’s stands, and is left to people', async () => {
  const { clientId, app } = world;
  const key = { table: 'registerKeys' as const, key: recordKeys.staff(clientId, disa) };
  const { stableKey } = (await app.db.read([key])).get(key) as { stableKey: Uint8Array };
  const entryOf = (address: string) => ({
    id: `sup_${address}`,
    channel: 'email',
    address,
    reason: 'bounced',
    sinceMs: 1,
  });
  const context = { clientId, recordId: disa, field: 'suppressed', schema: 1 };
  const row = { ...recordKeys.suppression(clientId, disa), kind: 'suppression', clientId, version: 1 };
  const suppressed = seal(stableKey, context, [given, shared.email].map(entryOf));
  await app.db.commit([{ table: 'records', put: { ...row, suppressed } }]);
  const requestId = await world.instructed({ emails: [given] });

  const id = await world.erasePerson(requestId);

  const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'suppression');
  const opened = await openRows(app, clientId, rows);
  expect(opened.map(({ entries }) => entries.map(({ address }) => address))).toEqual([[shared.email]]);
  expect((await world.look(id)).body).toMatchObject({ state: 'byHand', byHand: [{ id: `suppression#${disa}` }] });
});

test('a call from a number that only the person’s own record knows, taken between two jobs, is asked about while the record stands', async () => {
  const requestId = await world.instructed({ emails: [given] });
  const asked = await world.ask({ what: 'person', requestId });
  await world.runAll();
  await world.confirm(asked.body.id);
  const taken: string[] = [];
  const workers: Workers<ErasureApp> = {
    async erase(app, job, run) {
      const outcome = await workErasure(app, job, run);
      const call = { staffId: disa, caller: { phone: shared.phone }, matter: 'Kom emellan' };
      if (taken.length === 0) taken.push((await world.take(world.clientId, call)).body.id);
      return outcome;
    },
  };

  await runJobs(world, world.erasing, workers);
  const held = (await world.look(asked.body.id)).body;
  const staff = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'staff');
  await world.goOn(asked.body.id, [{ id: `message#${taken[0]}`, because: 'anotherPerson' }]);
  await world.runAll();

  const done = (await world.look(asked.body.id)).body;
  expect(held).toMatchObject({ state: 'byHand', byHand: [{ id: `message#${taken[0]}`, because: null }] });
  expect(staff).toHaveLength(2);
  expect(done).toMatchObject({ state: 'done', byHand: [{ because: 'anotherPerson' }] });
  expect(done.erased).toContainEqual({ kind: 'staff', count: 1 });
});
