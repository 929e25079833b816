// The days of a client's calendar: what each is, by the hours as they are and by those of a draft.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '#clients/answering-days.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { answeringOf, pointersOf } from '#test/support/answering-world.ts';
import { officeHours } from '#test/support/builders/answering.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { machine, portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
});

const preview = (body: object, claims: Claims = world.operator) =>
  world.call<{ days: Day[] } & ProblemBody>('POST /v1/clients/{clientId}/answering/days', {
    claims,
    params: { clientId },
    body,
  });
const aDay = (date: string, hours?: object | null) => ({ from: date, until: date, hours });
const dayOf = async (date: string, hours?: object | null) => (await preview(aDay(date, hours))).body.days[0];
const day = officeHours()?.week.mon;
const say = () => answeringOf(world, clientId).change({ hours: officeHours() }, { ifMatch: '"0"' });

describe('as it is', () => {
  test('a client that has said nothing is always open, on holidays too', async () => {
    expect(await dayOf('2026-12-25')).toEqual({
      date: '2026-12-25',
      kind: 'holiday',
      name: { sv: 'juldagen', en: 'Christmas Day' },
      spans: [{ from: '00:00', until: '24:00' }],
      why: { source: 'noHours', id: null, name: null },
    });
  });

  test('each day says what it is, when it is open, and what says so', async () => {
    await say();

    const { status, body } = await preview({ from: '2026-12-22', until: '2026-12-27' });

    expect(status).toBe(200);
    const ordinary = { kind: 'ordinary', name: null };
    const week = { source: 'week', id: null, name: null };
    const holiday = { source: 'holiday', id: null, name: null };
    expect(body.days).toEqual([
      { date: '2026-12-22', ...ordinary, spans: day, why: week },
      {
        date: '2026-12-23',
        ...ordinary,
        spans: [],
        why: { source: 'specialDay', id: expect.stringMatching(/^rul_/), name: 'Julfest' },
      },
      { date: '2026-12-24', kind: 'eve', name: { sv: 'julafton', en: 'Christmas Eve' }, spans: day, why: week },
      { date: '2026-12-25', kind: 'holiday', name: { sv: 'juldagen', en: 'Christmas Day' }, spans: [], why: holiday },
      { date: '2026-12-26', kind: 'holiday', name: expect.any(Object), spans: [], why: holiday },
      { date: '2026-12-27', ...ordinary, spans: [], why: week },
    ]);
  });

  test('a season is named with its id', async () => {
    await say();

    expect(await dayOf('2027-07-02')).toMatchObject({
      spans: [],
      why: { source: 'season', id: expect.stringMatching(/^rul_/), name: 'Sommar' },
    });
  });
});

describe('of a draft', () => {
  test('the days go by it, and nothing is written', async () => {
    await say();
    const before = await rawItems(world, 'records');
    const eves = [{ from: '08:00', until: '12:00' }];

    const drafted = await dayOf('2026-12-24', { ...officeHours(), eves });
    const special = await dayOf('2026-12-23', officeHours());
    const always = await dayOf('2026-12-23', null);

    expect(drafted).toMatchObject({ spans: eves, why: { source: 'eve', id: null, name: null } });
    expect(special).toMatchObject({ spans: [], why: { source: 'specialDay', id: null, name: 'Julfest' } });
    expect(always?.why.source).toBe('noHours');
    expect(await rawItems(world, 'records')).toEqual(before);
    expect((await dayOf('2026-12-24'))?.spans).toEqual(day);
  });

  test('that contradicts itself is refused with pointers, as when it is saved', async () => {
    const hours = { ...officeHours(), specialDays: Array(2).fill({ date: '2026-12-23', name: 'Julfest', spans: [] }) };

    const answer = await preview(aDay('2026-12-24', hours));

    expect([answer.status, pointersOf(answer)]).toEqual([
      400,
      ['/hours/specialDays/0/date', '/hours/specialDays/1/date'],
    ]);
  });
});

test.each([
  ['nothing before its beginning', '2026-12-02', '2026-12-01', '/until'],
  ['no more than 62 days', '2026-12-01', '2027-02-01', '/until'],
  ['no day that there is not', '2026-02-30', '2026-03-01', '/from'],
])('%s', async (_, from, until, pointer) => {
  const answer = await preview({ from, until });

  expect([answer.status, pointersOf(answer)]).toEqual([400, [pointer]]);
});

test('62 days are shown, over New Year and the change of the clock', async () => {
  const dates = (await preview({ from: '2026-12-01', until: '2027-01-31' })).body.days.map(({ date }) => date);
  const spring = (await preview({ from: '2027-03-27', until: '2027-03-29' })).body.days.map(({ date }) => date);

  expect([dates.length, new Set(dates).size, dates.at(0), dates.at(-1)]).toEqual([62, 62, '2026-12-01', '2027-01-31']);
  expect(spring).toEqual(['2027-03-27', '2027-03-28', '2027-03-29']);
});

test('supervisors, operators and the client’s admins see them; nobody else does', async () => {
  const people = [
    world.supervisor,
    world.operator,
    await portalPerson(world, clientId, 'clientAdmin'),
    await portalPerson(world, clientId, 'staffMember'),
    await machine(world, [clientId]),
  ];

  const answers = await Promise.all(people.map((who) => preview(aDay('2026-12-24'), who)));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403]);
});

test('cost one batch read of 4 units, of a draft 2', async () => {
  await say();

  const own = await world.meter.measure(() => preview({ from: '2026-12-01', until: '2027-01-31' }));
  const draft = await world.meter.measure(() => preview(aDay('2026-12-24', officeHours())));

  expect(own.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 4, writeUnits: 0 });
  expect(draft.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 2, writeUnits: 0 });
});
