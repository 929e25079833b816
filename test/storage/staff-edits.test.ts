// Changing staff members, through the real handler on the engine: what it does, and what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffMember } from '#staff/schema.ts';
import { openStaff, staffReads } from '#staff/store.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';

const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
});

describe('changing', () => {
  test('keeps what is absent, renews the key, costs one read and one transaction of 7 units', async () => {
    const { call, supervisor, meter } = world;
    const made = await world.aStaffMember(clientId);
    const params = { clientId, staffId: made.body.id };
    const keyOf = async () => {
      const opened = openStaff(await world.app.db.read(staffReads(clientId, made.body.id)), clientId, made.body.id);
      return { key: Buffer.from(opened?.keys.key ?? []).toString('hex'), stable: `${opened?.keys.stableKey}` };
    };
    const before = await keyOf();

    const changed = await meter.measure(() =>
      call<StaffMember>(`PATCH ${MEMBER}`, {
        claims: supervisor,
        params,
        ifMatch: made.etag,
        body: { title: null, keywords: ['tak'] },
      }),
    );
    const after = await keyOf();

    expect(changed.result.body).toEqual({ ...made.body, title: null, keywords: ['tak'] });
    expect(changed.result.etag).toBe('"2"');
    expect(changed.tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 1 },
      readUnits: 4,
      writeUnits: 7,
    });
    expect(after.key).not.toBe(before.key);
    expect(after.stable).toBe(before.stable);
  });

  test('two edits of one version at once: one is made, the other is told', async () => {
    const { call, supervisor } = world;
    const made = await world.aStaffMember(clientId);
    const edit = (title: string) =>
      call(`PATCH ${MEMBER}`, {
        claims: supervisor,
        params: { clientId, staffId: made.body.id },
        ifMatch: '"1"',
        body: { title },
      });

    const answers = await Promise.all(['Chef', 'Säljare'].map(edit));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('a contact that is taken away is taken out of the wishes', async () => {
    const { call, supervisor } = world;
    const contacts = ['anna-karin@nordvik.example', '070-174 06 07'];
    const made = await world.aStaffMember(clientId, {
      delivery: { normal: [{ channels: ['email', 'sms'], contacts, waitMinutes: 5 }] },
    });

    const changed = await call<StaffMember>(`PATCH ${MEMBER}`, {
      claims: supervisor,
      params: { clientId, staffId: made.body.id },
      ifMatch: '"1"',
      body: { phones: [] },
    });

    expect(changed.body.delivery?.normal).toEqual([
      { channels: ['email', 'sms'], contacts: ['anna-karin@nordvik.example'], waitMinutes: 5 },
    ]);
  });

  test('a staff member changes own contacts and absences, nothing else and nobody else', async () => {
    const { call } = world;
    const own = await world.aStaffMember(clientId);
    const colleague = await world.aStaffMember(clientId);
    const person = await portalPerson(world, clientId, 'staffMember', own.body.id);
    const edit = (staffId: string, body: object) =>
      call<StaffMember & { errors?: { pointer: string }[] }>(`PATCH ${MEMBER}`, {
        claims: person,
        params: { clientId, staffId },
        ifMatch: '"1"',
        body,
      });

    const other = await edit(colleague.body.id, { phones: [] });
    const more = await edit(own.body.id, { phones: [], protected: true });
    const absences = [{ reason: 'course', until: '2026-12-01T12:00:00Z' }];
    const allowed = await edit(own.body.id, { phones: [{ number: '070-174 06 09' }], absences });

    expect(other.status).toBe(403);
    expect([more.status, more.body.errors?.map(({ pointer }) => pointer)]).toEqual([403, ['/protected']]);
    expect([allowed.status, allowed.body.absence?.reason]).toEqual([200, 'course']);
    expect(allowed.body.phones).toEqual([{ label: null, number: '+46701740609', mayTell: false, mayConnect: false }]);
  });
});
