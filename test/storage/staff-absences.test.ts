// Absences that are planned or recur, and colleagues to ask instead, through the real handler on the engine.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { StaffMember } from '#staff/schema.ts';
import { stockholm } from '#test/support/builders/absences.ts';
import type { StaffBody } from '#test/support/builders/staff.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Answered, Claims } from '#test/support/http-call.ts';

const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';
const NOBODY = 'stf_01ARZ3NDEKTSV4RRFFQ69G5FAV';

type Said = StaffMember & { errors?: { pointer: string; detail: string }[] };

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;
let staffId: string;

const rfc = (local: string) => new Date(stockholm(local)).toISOString();
const holiday = { reason: 'holiday' as const, from: rfc('2026-12-21T00:00'), until: rfc('2026-12-24T00:00') };
const lunch = {
  reason: 'lunch' as const,
  recurring: { days: ['mon' as const, 'tue' as const], times: { from: '12:00', until: '13:00' } },
};

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId, { name: 'Bo Ek' })).body.id;
});

const of = (claims: Claims) => ({ claims, params: { clientId, staffId } });
const read = () => world.call<StaffMember>(`GET ${MEMBER}`, of(world.operator));
const edit = async (body: Partial<StaffBody>) =>
  world.call<Said>(`PATCH ${MEMBER}`, { ...of(world.supervisor), ifMatch: (await read()).etag, body });
const put = (body: object) => world.call<Said>(`PUT ${MEMBER}/absence`, { ...of(world.operator), body });
const back = () => world.call(`DELETE ${MEMBER}/absence`, of(world.operator));
const pointers = ({ body }: Answered<Said>) => body.errors?.map(({ pointer }) => pointer);

describe('absences that are planned', () => {
  test('begin and end by themselves at the minute, one that recurs as often as it does', async () => {
    const made = await edit({ absences: [holiday, lunch] });
    const at = async (local: string) => {
      world.clock.moveTo(stockholm(local));
      const { absence, nextAbsence } = (await read()).body;
      return [absence?.reason, absence?.back, nextAbsence?.reason, nextAbsence?.from];
    };

    expect(made.body.absences?.map(({ id }) => id)).toEqual(Array(2).fill(expect.stringMatching(/^abs_/)));
    expect(await at('2026-12-20T23:59')).toEqual([undefined, undefined, 'holiday', rfc('2026-12-21T00:00')]);
    expect(await at('2026-12-21T12:30')).toEqual([
      'holiday',
      rfc('2026-12-24T00:00'),
      'lunch',
      rfc('2026-12-28T12:00'),
    ]);
    expect(await at('2026-12-24T00:00')).toEqual([undefined, undefined, 'lunch', rfc('2026-12-28T12:00')]);
    expect(await at('2026-12-28T12:00')).toEqual(['lunch', rfc('2026-12-28T13:00'), 'lunch', rfc('2026-12-29T12:00')]);
    expect(await at('2026-12-28T13:00')).toEqual([undefined, undefined, 'lunch', rfc('2026-12-29T12:00')]);
  });

  test('keep their ids when the list is sent back, with what it has more', async () => {
    const { absences = [] } = (await edit({ absences: [holiday, lunch] })).body;

    const sentBack = await edit({ absences: [...absences.slice(1), { ...holiday, reason: 'course' }] });

    const [first, second] = sentBack.body.absences ?? [];
    expect([first?.id, first?.recurring]).toEqual([absences[1]?.id, lunch.recurring]);
    expect(second?.id).not.toBe(absences[0]?.id);
  });

  test('begin when they did where only the end is sent, and end after that', async () => {
    const { absences = [] } = (await edit({ absences: [holiday] })).body;
    const until = (local: string) =>
      edit({ absences: [{ id: absences[0]?.id, reason: 'holiday', until: rfc(local) }] as never });

    const shorter = await until('2026-12-23T00:00');
    const before = await until('2026-12-20T00:00');

    expect(shorter.body.absences).toMatchObject([{ from: holiday.from, until: rfc('2026-12-23T00:00') }]);
    expect(pointers(before)).toEqual(['/absences/0/until']);
  });

  test('that ended between reading and sending back are left out, and no mistake', async () => {
    const { absences = [] } = (await edit({ absences: [holiday, lunch] })).body;
    world.clock.moveTo(stockholm('2027-01-04T09:00'));

    const sentBack = await edit({ absences });

    expect(sentBack.body.absences?.map(({ reason }) => reason)).toEqual(['lunch']);
  });

  test.each([
    ['an id that is none of the person', { ...holiday, id: 'abs_01ARZ3NDEKTSV4RRFFQ69G5FAV' }, '/absences/0/id'],
    ['an end before the beginning', { ...holiday, until: holiday.from }, '/absences/0/until'],
    ['an end that is past', { reason: 'off', until: '2026-11-01T00:00:00Z' }, '/absences/0/until'],
    ['neither an end nor how it recurs', { reason: 'off' }, '/absences/0/until'],
    ['both an end and how it recurs', { ...lunch, until: holiday.until }, '/absences/0/recurring'],
    ['what recurs always', { reason: 'off', recurring: { from: '2026-11-01' } }, '/absences/0/recurring'],
    [
      'what recurs no more',
      { reason: 'off', recurring: { days: ['mon'], until: '2026-11-01' } },
      '/absences/0/recurring',
    ],
    [
      'what goes by the opening hours',
      { reason: 'off', recurring: { while: 'closed' } },
      '/absences/0/recurring/while',
    ],
    ['illness in the note', { ...holiday, note: 'Sjukskriven' }, '/absences/0/note'],
    ['family leave in the note to operators', { ...lunch, operatorNote: 'VAB idag' }, '/absences/0/operatorNote'],
    ['a colleague twice', { ...lunch, colleagues: [NOBODY, NOBODY] }, '/absences/0/colleagues'],
    ['a colleague who is not there', { ...lunch, colleagues: [NOBODY] }, '/absences/0/colleagues/0'],
  ])('are refused with %s, and nothing is echoed', async (_, absence, pointer) => {
    const answer = await edit({ absences: [absence] as never });

    expect([answer.status, pointers(answer)]).toEqual([400, [pointer]]);
    expect(JSON.stringify(answer.body)).not.toMatch(/Sjukskriven|idag/);
  });
});

describe('an absence that is set while a caller waits', () => {
  test('says from when, until when, what callers and operators are told, and whom to ask, in one request', async () => {
    const colleague = (await world.aStaffMember(clientId)).body.id;
    const body = {
      reason: 'travelling',
      from: rfc('2026-11-24T08:00'),
      until: rfc('2026-11-25T17:00'),
      note: 'Åter i veckan.',
      operatorNote: 'Koppla hennes chef',
      calls: 'open',
      colleagues: [colleague],
    };

    const measured = await world.meter.measure(() => put(body));

    expect(measured.result.body.absence).toBeNull();
    expect(measured.result.body.nextAbsence).toMatchObject(body);
    // The membership, the client, the person with keys, and the colleague with keys.
    expect(measured.tally).toMatchObject({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 6 });
  });

  test('refuses illness, the person, and who is not there', async () => {
    const until = rfc('2026-11-24T17:00');

    expect(pointers(await put({ reason: 'away', until, note: 'Sjuk' }))).toEqual(['/note']);
    expect(pointers(await put({ reason: 'away', until, colleagues: [staffId, NOBODY] }))).toEqual([
      '/colleagues/0',
      '/colleagues/1',
    ]);
  });

  test('refuses the twenty-first, until one is taken out', async () => {
    const day = (n: number) => `2026-12-${String(n).padStart(2, '0')}`;
    const absences = Array.from({ length: 20 }, (_, n) => ({
      reason: 'off' as const,
      from: rfc(`${day(n + 1)}T08:00`),
      until: rfc(`${day(n + 1)}T17:00`),
    }));
    await edit({ absences });

    const full = await put({ reason: 'lunch', until: rfc('2026-11-23T13:00') });
    await edit({ absences: (await read()).body.absences?.slice(1) ?? [] });
    const room = await put({ reason: 'lunch', until: rfc('2026-11-23T13:00') });

    expect([full.status, room.status]).toEqual([400, 200]);
  });

  test('ends the one before, and leaves what is planned', async () => {
    await edit({ absences: [holiday, lunch] });
    await put({ reason: 'meeting', until: rfc('2026-11-23T17:00') });

    const set = await put({ reason: 'busy', until: rfc('2026-11-23T10:00') });

    expect(set.body.absences?.map(({ reason }) => reason)).toEqual(['holiday', 'lunch', 'busy']);
    world.clock.moveTo(stockholm('2026-11-23T10:00'));
    expect((await read()).body.absence).toBeNull();
  });

  test('wherever the process dies, saying it again makes one absence of it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const points = new CrashPoints();
    points.watch(world.client);
    const say = () => put({ reason: 'meeting', until: rfc('2026-11-23T17:00') });

    points.arm(1);
    const before = await say();
    points.arm(2);
    const after = await say();
    points.arm();
    world.clock.advance(60_000);
    const again = await say();

    expect([before.status, after.status, again.status]).toEqual([500, 500, 200]);
    expect(again.body.absences?.map(({ reason, from }) => [reason, from])).toEqual([
      ['meeting', new Date(world.clock.nowMs()).toISOString()],
    ]);
  });
});

describe('who is back', () => {
  test('from a lunch early is in until the next one, and what was is gone from backups', async () => {
    await edit({ absences: [lunch, holiday] });
    world.clock.moveTo(stockholm('2026-11-23T12:20'));
    const away = (await read()).body.absence?.reason;

    await back();

    const now = (await read()).body;
    expect([away, now.absence, now.nextAbsence?.from]).toEqual(['lunch', null, rfc('2026-11-24T12:00')]);
    expect(now.absences?.map(({ reason }) => reason)).toEqual(['lunch', 'holiday']);
  });

  test('stays so when the list is sent back meanwhile', async () => {
    await edit({ absences: [lunch] });
    world.clock.moveTo(stockholm('2026-11-23T12:20'));
    await back();

    const sentBack = await edit({ absences: (await read()).body.absences ?? [] });

    expect(sentBack.body.absence).toBeNull();
  });

  test('wherever the process dies, saying it again leaves the person in', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await put({ reason: 'meeting', until: rfc('2026-11-23T17:00') });
    const points = new CrashPoints();
    points.watch(world.client);

    points.arm(1);
    const before = await back();
    points.arm(2);
    const after = await back();
    points.arm();
    const again = await back();

    expect([before.status, after.status, again.status]).toEqual([500, 500, 204]);
    expect((await read()).body.absences).toEqual([]);
  });
});

test('colleagues who were erased since may stay named; new ones must be in the register', async () => {
  const colleague = (await world.aStaffMember(clientId)).body.id;
  const { absences = [] } = (await edit({ absences: [{ ...lunch, colleagues: [colleague] }] })).body;
  await world.call(`DELETE ${MEMBER}`, { claims: world.supervisor, params: { clientId, staffId: colleague } });

  const sentBack = await edit({ absences });
  const anew = await put({ reason: 'busy', until: rfc('2026-11-23T17:00'), colleagues: [colleague] });

  expect(sentBack.body.absences?.[0]?.colleagues).toEqual([colleague]);
  expect(pointers(anew)).toEqual(['/colleagues/0']);
});
