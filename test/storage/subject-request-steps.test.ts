// The way of a subject request on the engine: each step, what follows from it, and what is in its way.
import { beforeEach, describe, expect, test } from 'vitest';
import { putDetails } from '#agreements/service-details.ts';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { noteReported } from '#test/support/note-reported.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type RequestsWorld, requestsWorld } from '#test/support/requests-world.ts';

const engine = useEngine();
let world: RequestsWorld;
let id: string;

beforeEach(async () => {
  world = await requestsWorld(engine);
  id = await world.logged();
});

const stepped = async (step: object, claims = world.officer) => (await world.step(id, step, claims)).body;
const carryOut = { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Lämna ut allt' };
const identify = { step: 'identify', method: 'calledBack', note: 'Växeln kopplade' };

/** Without those that logging has ordered. */
const lettersSince = async () =>
  (await world.letters())
    .filter(({ about }) => about !== 'requestReceived')
    .map(({ to, about, day }) => `${about} to ${to}${day ? ` ${day}` : ''}`)
    .sort();

describe('the whole way of an access request', () => {
  test('goes from the operator to the closing text, and each is told what concerns them', async () => {
    const states: string[] = [];
    const take = async (step: object, claims = world.officer) => {
      const { status, body } = await world.step(id, step, claims);
      expect(status).toBe(200);
      states.push(body.state);
      return body;
    };

    await take({ step: 'forward' });
    await take(identify, world.admin);
    const instructed = await take(carryOut, world.admin);
    const preparing = await take({ step: 'prepare' });
    await noteReported(world, id);
    const released = await take({ step: 'release' });
    const closed = await take({ step: 'close', outcome: 'carriedOut' });

    expect(states).toEqual(['forwarded', 'forwarded', 'instructed', 'preparing', 'released', 'closed']);
    expect(instructed.instruction).toEqual({
      by: world.admin.username,
      at: new Date(world.clock.nowMs()).toISOString(),
      decision: 'carryOut',
      given: 'portal',
      text: 'Lämna ut allt',
    });
    expect(instructed.identity).toMatchObject({
      by: world.admin.username,
      method: 'calledBack',
      note: 'Växeln kopplade',
    });
    expect(preparing.searchJobId).toMatch(/^job_/);
    expect(released.releasedAt).not.toBeNull();
    expect(closed.outcome).toBe('carriedOut');
    expect(closed.closing?.text).toMatch(/^Du har bett Kvarngärdets El om ett registerutdrag/);
    // Ninety whole days of Stockholm after the 23rd of November.
    expect(closed.endsAt).toBe('2027-02-21T23:00:00.000Z');
    expect(closed.steps).toEqual([]);
    expect(await lettersSince()).toEqual([
      'requestClosed to admins',
      'requestForwarded to admins 2026-12-23',
      'requestInstructed to officers 2026-12-23',
      'requestReleased to admins',
    ]);
    const [search] = (await world.jobs()).filter(({ work }) => work === 'search');
    expect(search).toMatchObject({ clientId: world.clientId, refId: id, askedBy: world.officer.username });
  });

  test('costs one read and one write for each step', async () => {
    const costs: unknown[] = [];
    for (const step of [{ step: 'forward' }, identify, carryOut, { step: 'prepare' }])
      costs.push((await world.meter.measure(() => world.step(id, step))).tally);

    const one = (writeUnits: number) => ({
      requests: { BatchGetItem: 1, TransactWriteItems: 1 },
      readUnits: 5,
      writeUnits,
    });
    // The officer's own instruction is told to nobody.
    expect(costs).toEqual([one(12), one(7), one(9), one(10)]);
  });
});

describe('what is in the way', () => {
  test('nothing is prepared, released, carried out or refused without an instruction, and nothing is written', async () => {
    await world.step(id, identify);
    const before = await rawItems(world, 'records');

    const answers = [
      await world.step(id, { step: 'prepare' }),
      await world.step(id, { step: 'release' }),
      await world.step(id, { step: 'close', outcome: 'carriedOut' }),
      await world.step(id, { step: 'close', outcome: 'refused' }),
      await world.step(id, { step: 'close', outcome: 'notIdentified' }),
      await world.step(id, { step: 'close', outcome: 'nothingFound' }),
    ];

    expect(answers.map(({ status, body }) => [status, codeOf({ body })])).toEqual(
      answers.map(() => [409, 'instruction-missing']),
    );
    expect(await rawItems(world, 'records')).toEqual(before);
  });

  test('the steps of the officer are not the client’s', async () => {
    await world.step(id, carryOut);

    const answers = [
      await world.step(id, { step: 'forward' }, world.admin),
      await world.step(id, { step: 'prepare' }, world.admin),
      await world.step(id, { step: 'release' }, world.admin),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('nothing is handed out before it is known who asks, and before there is something', async () => {
    await stepped(carryOut);
    await stepped({ step: 'prepare' });

    const unknown = await world.step(id, { step: 'release' });
    await stepped(identify);
    const unmade = await world.step(id, { step: 'release' });

    expect([unknown, unmade].map(({ body }) => body.detail)).toEqual([
      'Write down first how it was made sure who asks',
      'The report is not made yet',
    ]);
  });

  test('a new instruction, and a new search, take back what was prepared under the old one', async () => {
    await stepped(identify);
    await stepped(carryOut);
    const first = await stepped({ step: 'prepare' });
    await noteReported(world, id);
    const second = await stepped({ step: 'prepare' });
    const afterSearch = await world.step(id, { step: 'release' });
    await noteReported(world, id);
    const changed = await stepped({ ...carryOut, decision: 'refuse' }, world.admin);

    expect(second.searchJobId).not.toBe(first.searchJobId);
    expect(codeOf(afterSearch)).toBe('wrong-state');
    expect([changed.state, changed.searchJobId, changed.preparedAt]).toEqual(['instructed', null, null]);
  });

  test('of two who take the same step at once one is first, and the other is told', async () => {
    const answers = await Promise.all([world.step(id, { step: 'forward' }), world.step(id, { step: 'forward' })]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await lettersSince()).toEqual(['requestForwarded to admins 2026-12-23']);
  });

  test('a refusal says why', async () => {
    const { status, body } = await world.step(id, { step: 'instruct', decision: 'refuse' }, world.admin);

    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/text']]);
  });
});

describe('extending', () => {
  test('counts from the receipt, tells the client, and says what the person is told', async () => {
    const body = await stepped({ step: 'extend', months: 2, why: 'complexity' });

    expect(body).toMatchObject({ deadline: '2027-02-23', extendedMonths: 2, state: 'received' });
    expect(body.extension?.sv).toContain('senast den 23 februari 2027');
    expect(await lettersSince()).toEqual(['requestExtended to admins 2027-02-23']);
    expect((await world.listAll()).body.items[0]?.deadline).toBe('2027-02-23');
  });

  test('is no way out when it is late, and never more than two months', async () => {
    const most = await world.step(id, { step: 'extend', months: 3, why: 'number' });
    world.clock.advance(40 * 86_400_000);
    const late = await world.step(id, { step: 'extend', months: 1, why: 'number' });

    expect([most.status, codeOf(late)]).toEqual([400, 'wrong-state']);
  });
});

describe('closing', () => {
  test('takes the words as they were changed, and tells the officers what the client has closed', async () => {
    const body = (await world.step(id, { step: 'close', outcome: 'withdrawn', text: 'Hej Eva!' }, world.admin)).body;

    expect(body.closing).toMatchObject({ by: world.admin.username, text: 'Hej Eva!' });
    expect(await lettersSince()).toEqual(['requestClosed to officers']);
  });

  test('in English, where the person is answered in English', async () => {
    const english = await world.logged(aRequestBody({ language: 'en' }));
    await world.step(english, { step: 'instruct', decision: 'refuse', text: 'A dispute' }, world.admin);

    const { body } = await world.step(english, { step: 'close', outcome: 'refused' });

    expect(body.closing?.text).toContain('We will not do what you ask. The reason is this:\nA dispute');
  });

  test('what was logged by mistake is answered to nobody', async () => {
    expect((await stepped({ step: 'close', outcome: 'mistaken' })).closing?.text).toBeNull();
  });
});

describe('our own records', () => {
  test('go the same way, with ourselves to say what is to be done', async () => {
    const ours = await world.logged(aRequestBody({ kind: 'restriction' }), 'service');
    const take = async (step: object) => (await world.step(ours, step, world.officer, 'service')).body;

    const instructed = await take({ ...carryOut, given: 'email' });
    await take(identify);
    const closed = await take({ step: 'close', outcome: 'carriedOut' });

    expect(instructed).toMatchObject({ clientId: 'service', clientName: null, state: 'instructed' });
    expect(instructed.instruction?.given).toBe('email');
    expect(closed.closing?.text).toContain('Ditt konto är avstängt');
    expect(closed.closing?.text).toMatch(/Vänliga hälsningar$/);
  });

  test('are signed with the name that the agreements have, once there is one', async () => {
    const person = { name: 'Birgitta Åhman', email: 'ombud@svarstjanst.example', phone: null };
    const details = {
      name: 'Svarstjänst i Norr AB',
      organisationNumber: '5560360793',
      address: 'Storgatan 1, Härnösand',
      email: 'info@svarstjanst.example',
      phone: null,
      privacyContact: person,
      signatory: { name: 'Gun Grön', title: 'vd' },
    };
    await world.app.db.commit(putDetails(details as never, world.clock.nowMs(), undefined));
    const ours = await world.logged(aRequestBody(), 'service');

    const { closings } = (await world.read(ours, world.officer, 'service')).body;

    expect(closings[0]?.sv).toMatch(/^Du har bett oss om .*\n\nVänliga hälsningar\nSvarstjänst i Norr AB$/s);
  });
});
