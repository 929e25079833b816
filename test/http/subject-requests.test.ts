// A subject request on a runner of its own, from the call to the answer: letters arrive, the clock reminds, and a task is there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { OFFICER } from '#test/support/outbox-guard.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

/** A Monday in Stockholm. */
const MONDAY = '2027-03-01T10:00:00+01:00';

let runner: TestRunner;
let world: HttpWorld;
let officer: string;
let admin: { email: string; token: string };
let requestId: string;

const subjectOf = async (to: string, subject: RegExp): Promise<string[]> => {
  const mails = await runner.untilSent((sent) => sent.to === to && subject.test(sent.subject ?? ''));
  return mails.map((sent) => sent.subject ?? '');
};
const path = (rest = '') => world.path(`/subject-requests/${requestId}${rest}`);
const step = (body: object, token = officer): Promise<Json> =>
  made(world.call('POST', path('/steps'), { body, token }), 200);

beforeAll(async () => {
  runner = await startRunner();
  await runner.moveClock(MONDAY);
  world = await openWorld({}, runner);
  officer = await world.privacyOfficer();
  admin = await world.addUser('clientAdmin');
  await runner.clearOutbox();
});
afterAll(() => runner.stop());

describe('a request', () => {
  test('is logged by an operator, and the officer is written to', async () => {
    const body = { kind: 'rectification', who: { names: ['Eva Ek'] }, text: 'Fel nummer' };
    const token = await world.operator();

    const logged = await made(world.call('POST', world.path('/subject-requests'), { body, token }));

    requestId = logged.id;
    expect(logged).toMatchObject({ state: 'received', forwardBy: '2027-03-02', deadline: '2027-04-01' });
    expect(await subjectOf(OFFICER, /Ny begäran/)).toHaveLength(1);
  });

  test('that nobody forwards is a supervisor’s task when the next working day is over', async () => {
    await runner.moveClock('2027-03-03T00:20:00+01:00');

    const subjects = await subjectOf(OFFICER, /inte vidarebefordrad/);
    const { items } = await made(world.call('GET', '/attention?reason=requestNotForwarded'), 200);

    expect(subjects).toHaveLength(1);
    expect(items).toMatchObject([{ refId: requestId, clientName: 'Kvarngärdets El', state: 'open' }]);
  });

  test('is forwarded to the admin, who instructs and is not asked again', async () => {
    await step({ step: 'forward' });
    const told = await subjectOf(admin.email, /hört av sig/);
    const instructed = await step({ step: 'instruct', decision: 'carryOut', text: 'Rätta numret' }, admin.token);

    expect(told).toHaveLength(1);
    expect(instructed.state).toBe('instructed');
    expect(await subjectOf(OFFICER, /instruktion/)).toHaveLength(1);
  });

  test('is closed with an answer for the person, and is gone when its time is over', async () => {
    await step({ step: 'identify', method: 'knownToClient' }, admin.token);
    const closed = await step({ step: 'close', outcome: 'carriedOut' });
    await runner.moveClock('2027-06-01T12:00:00+02:00');
    const before = await world.call('GET', path(), { token: officer });
    await runner.moveClock('2027-06-02T00:20:00+02:00');
    const after = await world.call('GET', path(), { token: officer });

    expect(closed.closing.text).toContain('Uppgifterna är rättade.');
    expect(closed.endsAt).toBe('2027-06-01T22:00:00.000Z');
    expect([before.status, after.status]).toEqual([200, 404]);
  });
});
