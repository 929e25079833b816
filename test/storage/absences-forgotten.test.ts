// Absences that ended seven days ago, on the engine: they leave the record, and no older copy of it tells of them.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Item } from '#shared/found.ts';
import { open } from '#shared/vault.ts';
import { forgetAbsences } from '#staff/forget-absences.ts';
import type { StaffDetails, StaffMember } from '#staff/schema.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { failNext, occupied } from '#test/support/faults.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;
let staffId: string;
let endsMs: number;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
  endsMs = world.clock.nowMs() + HOUR_MS;
  const absence = { reason: 'other' as const, until: new Date(endsMs).toISOString(), note: 'Hos frisören' };
  staffId = (await world.aStaffMember(clientId, { absences: [absence] })).body.id;
});

const forget = () => runAs('sweep-expired', () => forgetAbsences(world.app));
const read = () =>
  world.call<StaffMember>(`GET ${MEMBER}`, { claims: world.supervisor, params: { clientId, staffId } });
const stored = async () => {
  const of = (item: Item) => item.sk === staffId;
  const [record] = (await rawItems(world, 'records')).filter(of);
  const [keys] = (await rawItems(world, 'registerKeys')).filter(of);
  const context = { clientId, recordId: staffId, field: 'record', schema: 1 };
  const opened = (sealed: unknown) => open(keys?.key as Uint8Array, context, sealed as Uint8Array) as StaffDetails;
  return { record: record as Item, opened };
};

test('an absence is kept until seven days after its end, though nobody is shown it', async () => {
  world.clock.moveTo(endsMs + WEEK_MS - 1);

  const count = await forget();

  const { record, opened } = await stored();
  expect([count, opened(record.sealed).absences[0]?.note, (await read()).body.absence]).toEqual([
    0,
    'Hos frisören',
    null,
  ]);
});

test('then it is gone, and the record as it was before opens no longer', async () => {
  const before = await stored();
  world.clock.moveTo(endsMs + WEEK_MS);

  const count = await forget();

  const after = await stored();
  expect([count, after.opened(after.record.sealed).absences, after.record.duePk, after.record.version]).toEqual([
    1,
    [],
    undefined,
    2,
  ]);
  expect(() => after.opened(before.record.sealed)).toThrow('Sealed anew');
  expect(await forget()).toBe(0);
});

test('costs one query, one batch read and one transaction, and a query alone where nothing is due', async () => {
  const nothing = await world.meter.measure(forget);
  world.clock.moveTo(endsMs + WEEK_MS);

  const one = await world.meter.measure(forget);

  expect(nothing.tally.requests).toEqual({ Query: 1 });
  expect(one.tally.requests).toEqual({ Query: 1, BatchGetItem: 1, TransactWriteItems: 1 });
});

test('a new absence has its own time', async () => {
  world.clock.moveTo(endsMs + WEEK_MS - HOUR_MS);
  await world.call(`PUT ${MEMBER}/absence`, {
    claims: world.operator,
    params: { clientId, staffId },
    body: { reason: 'lunch', until: new Date(endsMs + WEEK_MS).toISOString() },
  });
  world.clock.moveTo(endsMs + WEEK_MS + HOUR_MS);

  expect(await forget()).toBe(0);
  world.clock.moveTo(endsMs + 2 * WEEK_MS);
  expect(await forget()).toBe(1);
});

test('of several each is forgotten at its own time, and what recurs without an end stays', async () => {
  const { call, supervisor: claims } = world;
  const later = { reason: 'course' as const, until: new Date(endsMs + WEEK_MS).toISOString(), note: 'I Umeå' };
  const recurring = { reason: 'lunch' as const, recurring: { times: { from: '12:00', until: '13:00' } } };
  const absences = [...((await read()).body.absences ?? []), later, recurring];
  await call(`PATCH ${MEMBER}`, { claims, params: { clientId, staffId }, ifMatch: '"1"', body: { absences } });
  const reasons = async () => {
    const { record, opened } = await stored();
    return opened(record.sealed).absences.map(({ reason }) => reason);
  };

  world.clock.moveTo(endsMs + WEEK_MS);
  expect([await forget(), await reasons()]).toEqual([1, ['course', 'lunch']]);
  world.clock.moveTo(endsMs + 2 * WEEK_MS - 1);
  expect(await forget()).toBe(0);
  world.clock.moveTo(endsMs + 2 * WEEK_MS);
  expect([await forget(), await reasons()]).toEqual([1, ['lunch']]);
  expect((await stored()).record.duePk).toBeUndefined();
});

test('wherever the process dies, the next run forgets what is left', async () => {
  world.clock.moveTo(endsMs + WEEK_MS);
  const points = new CrashPoints();
  points.watch(world.client);

  points.arm(1);
  await expect(forget()).rejects.toThrow();
  points.arm(2);
  await expect(forget()).rejects.toThrow();
  points.arm();

  expect(await forget()).toBe(0);
  const { record, opened } = await stored();
  expect([opened(record.sealed).absences, record.version]).toEqual([[], 2]);
});

test('an absence that was ended by hand, or whose person was erased, is none of its business', async () => {
  const other = (
    await world.aStaffMember(clientId, { absences: [{ reason: 'lunch', until: new Date(endsMs).toISOString() }] })
  ).body;
  const of = (id: string) => ({ claims: world.supervisor, params: { clientId, staffId: id } });
  await world.call(`DELETE ${MEMBER}/absence`, of(staffId));
  await world.call(`DELETE ${MEMBER}`, of(other.id));
  world.clock.moveTo(endsMs + WEEK_MS);

  expect(await forget()).toBe(0);
});

test('five at once forget it once, and fail in nothing', async () => {
  world.clock.moveTo(endsMs + WEEK_MS);

  const counts = await Promise.all(Array.from({ length: 5 }, forget));

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect((await stored()).record.version).toBe(2);
});

test('what fails for one is found again, and said', async () => {
  world.clock.moveTo(endsMs + WEEK_MS);
  failNext(world.client, 'TransactWriteItemsCommand', new Error('It died'), occupied());

  await expect(forget()).rejects.toThrow('absence-not-forgotten');
  expect(await forget()).toBe(1);
});
