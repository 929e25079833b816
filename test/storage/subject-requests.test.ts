// Subject requests on the engine: logged, listed, read and corrected; what is sealed stays sealed.
import { beforeEach, describe, expect, test } from 'vitest';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';
import { anId, type RequestsWorld, requestsWorld } from '#test/support/requests-world.ts';

const DAY_MS = 86_400_000;

const engine = useEngine();
let world: RequestsWorld;

beforeEach(async () => {
  world = await requestsWorld(engine);
});

describe('logging', () => {
  test('an operator logs a request in two fields, in one read and one write, and is told by when what is due', async () => {
    const body = { kind: 'erasure', text: 'Ta bort mig ur registret' };

    const { result, tally } = await world.meter.measure(() => world.log(body));

    expect(result.status).toBe(201);
    expect(result.body).toEqual({
      id: expect.stringMatching(/^req_/),
      clientId: world.clientId,
      kind: 'erasure',
      state: 'received',
      receivedAt: new Date(world.clock.nowMs()).toISOString(),
      forwardBy: '2026-11-24',
      deadline: '2026-12-23',
      late: false,
      extendedMonths: 0,
      outcome: null,
      closedAt: null,
    });
    expect(tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 2, writeUnits: 12 });
    expect(await world.letters()).toEqual([
      {
        clientId: world.clientId,
        to: 'officers',
        about: 'requestReceived',
        refId: result.body.id,
        day: '2026-11-24',
      },
    ]);
  });

  test('nothing that was said stands open in any table', async () => {
    await world.log(aRequestBody({ who: { names: ['Eva Ek'], phones: ['070-174 06 50'], staffId: anId('staff') } }));

    const texts = rawText([...(await rawItems(world, 'records')), ...(await rawItems(world, 'registerKeys'))]);

    for (const said of ['Eva', '70174', 'Storgatan', 'Jag vill', anId('staff')]) expect(texts).not.toContain(said);
  });

  test('the clock runs from the first receipt, which may be a year ago and is never to come', async () => {
    const at = (ms: number) => new Date(world.clock.nowMs() + ms).toISOString();

    const earlier = await world.log(aRequestBody({ receivedAt: at(-10 * DAY_MS), by: 'letter' }));
    const refused = [
      await world.log(aRequestBody({ receivedAt: at(DAY_MS) })),
      await world.log(aRequestBody({ receivedAt: at(-367 * DAY_MS) })),
    ];

    expect(earlier.body).toMatchObject({ forwardBy: '2026-11-16', deadline: '2026-12-13', late: true });
    expect(refused.map(({ status, body }) => [status, body.errors?.map(({ pointer }) => pointer)])).toEqual([
      [400, ['/receivedAt']],
      [400, ['/receivedAt']],
    ]);
  });

  test('what the client itself has logged, or told us of, need not be forwarded', async () => {
    const answers = [
      await world.log(aRequestBody(), world.admin),
      await world.log(aRequestBody({ by: 'client' })),
      await world.log(aRequestBody(), world.officer, 'service'),
    ];

    expect(answers.map(({ body }) => body.state)).toEqual(['forwarded', 'forwarded', 'forwarded']);
  });

  test('a request is about somebody, or says something', async () => {
    const answers = [
      await world.log({ kind: 'access' }),
      await world.log({ kind: 'access', who: { names: [] } }),
      await world.log({ kind: 'access', who: { names: ['Eva'] } }),
      await world.log({ kind: 'access', text: 'Vad har ni?' }),
      await world.log({ kind: 'information', text: 'Vad har ni?' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 201, 201, 400]);
  });

  test('sent again with its key it is the same request; with another body it is refused', async () => {
    const key = 'samtal-17';

    const first = await world.log(aRequestBody(), world.operator, world.clientId, key);
    const again = await world.log(aRequestBody(), world.operator, world.clientId, key);
    const other = await world.log(aRequestBody({ kind: 'objection' }), world.operator, world.clientId, key);

    expect(again.body).toEqual(first.body);
    expect([again.status, codeOf(other)]).toEqual([201, 'idempotency-mismatch']);
    expect((await world.letters()).length).toBe(1);
  });
});

describe('who may', () => {
  test('operators and supervisors log requests, and see nothing more of them', async () => {
    const id = await world.logged();

    const answers = [
      await world.log(aRequestBody(), world.supervisor),
      await world.read(id, world.operator),
      await world.read(id, world.supervisor),
      await world.step(id, { step: 'forward' }, world.operator),
      await world.requests('GET /v1/subject-requests', { claims: world.supervisor }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 403, 403, 403, 403]);
  });

  test('a client admin sees those of the own client, and neither others nor ours; a staff member sees none', async () => {
    const other = (await world.aClient({ name: 'Annan' })).body.id;
    const foreign = await world.logged(aRequestBody(), other);
    const ours = await world.logged(aRequestBody(), 'service');
    const own = await world.logged();
    const member = await portalPerson(world, world.clientId, 'staffMember', anId('staff'));

    const answers = [
      await world.read(own, world.admin),
      await world.read(foreign, world.admin),
      await world.read(foreign, world.admin, other),
      await world.read(ours, world.admin, 'service'),
      await world.read(own, member),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 403]);
  });

  test('what is not there is not found, under whatever client', async () => {
    const id = await world.logged();

    const answers = [await world.read(anId('request')), await world.read(id, world.officer, 'service')];

    expect(answers.map(codeOf)).toEqual(['not-found', 'not-found']);
  });
});

describe('reading', () => {
  test('shows everything, and what may be done next, for one read', async () => {
    const id = await world.logged(aRequestBody());

    const { result, tally } = await world.meter.measure(() => world.read(id));

    expect(result.etag).toBe('"1"');
    expect(result.body).toMatchObject({
      id,
      clientName: 'Kvarngärdets El',
      by: 'telephone',
      language: 'sv',
      who: { names: ['Eva Ek'], phones: ['+46701740650'], emails: ['Eva.Ek@nordvik.example'], staffId: null },
      text: 'Jag vill veta vad ni har om mig.',
      identity: null,
      instruction: null,
      steps: ['identify', 'forward', 'instruct', 'extend', 'close'],
      keepDays: 90,
      endsAt: null,
    });
    expect(result.body.closings.map(({ outcome }) => outcome)).toEqual(['withdrawn', 'mistaken']);
    expect(tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 5, writeUnits: 0 });
  });

  test('a list of a client is newest first, without what is sealed', async () => {
    const first = await world.logged(aRequestBody({ kind: 'access' }));
    world.clock.advance(1000);
    const second = await world.logged(aRequestBody({ kind: 'objection' }));

    const { result, tally } = await world.meter.measure(() =>
      world.requests<{ items: { id: string; clientName: string }[] }>('GET /v1/clients/{clientId}/subject-requests', {
        claims: world.admin,
        params: { clientId: world.clientId },
      }),
    );

    expect(result.body.items.map(({ id }) => id)).toEqual([second, first]);
    expect(result.body.items[0]?.clientName).toBe('Kvarngärdets El');
    expect(JSON.stringify(result.body)).not.toContain('Eva');
    expect(tally.requests).toEqual({ BatchGetItem: 1, Query: 1 });
  });

  test('the list of all puts first what is due first, of clients and of ourselves, and closed ones apart', async () => {
    const at = (days: number) => new Date(world.clock.nowMs() - days * DAY_MS).toISOString();
    const other = (await world.aClient({ name: 'Annan' })).body.id;
    const newest = await world.logged(aRequestBody());
    const oldest = await world.logged(aRequestBody({ receivedAt: at(20) }), other);
    const ours = await world.logged(aRequestBody({ receivedAt: at(10) }), 'service');
    const over = await world.logged(aRequestBody({ receivedAt: at(30) }));
    await world.step(over, { step: 'close', outcome: 'withdrawn' });

    const open = await world.listAll();
    const closed = await world.listAll('closed');

    expect(open.body.items.map(({ id, clientName }) => [id, clientName])).toEqual([
      [oldest, 'Annan'],
      [ours, null],
      [newest, 'Kvarngärdets El'],
    ]);
    expect(closed.body.items.map(({ id, outcome }) => [id, outcome])).toEqual([[over, 'withdrawn']]);
  });

  test('the list of all goes on where a page ended', async () => {
    const ids = [await world.logged(), await world.logged(), await world.logged()].sort();
    const page = (query: Record<string, string>) =>
      world.requests<{ items: { id: string }[]; nextCursor: string | null }>('GET /v1/subject-requests', {
        claims: world.officer,
        query: { limit: '2', ...query },
      });

    const first = await page({});
    const second = await page({ cursor: first.body.nextCursor ?? '' });

    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids);
  });
});

describe('correcting', () => {
  test('what was logged is put right, under a new key, and the clocks follow', async () => {
    const id = await world.logged();
    const before = (await rawItems(world, 'registerKeys')).find(({ sk }) => sk === id);
    const receivedAt = new Date(world.clock.nowMs() - 5 * DAY_MS).toISOString();
    const who = { names: ['Eva Eck'], phones: [], emails: [], staffId: null };

    const { body, etag } = await world.change(id, { kind: 'rectification', receivedAt, who, notes: 'Ringer åter' });

    const after = (await rawItems(world, 'registerKeys')).find(({ sk }) => sk === id);
    expect(body).toMatchObject({
      kind: 'rectification',
      receivedAt,
      who,
      notes: 'Ringer åter',
      deadline: '2026-12-18',
    });
    expect(etag).toBe('"2"');
    expect(after?.key).not.toEqual(before?.key);
    expect(after?.stableKey).toEqual(before?.stableKey);
    expect((await world.read(id)).body).toEqual(body);
  });

  test('stands on the version that was read', async () => {
    const id = await world.logged();
    const params = { clientId: world.clientId, requestId: id };
    const patch = (ifMatch?: string) =>
      world.requests('PATCH /v1/clients/{clientId}/subject-requests/{requestId}', {
        claims: world.admin,
        params,
        body: { notes: 'Hej' },
        ...(ifMatch && { ifMatch }),
      });

    expect([codeOf(await patch()), codeOf(await patch('"7"')), (await patch('"1"')).status]).toEqual([
      'if-match-required',
      'version-conflict',
      200,
    ]);
  });

  test('what was asked for stands fast once it is instructed, who asks once it is released, the rest when it is closed', async () => {
    const id = await world.logged();
    await world.step(id, { step: 'instruct', decision: 'refuse', text: 'Nej' }, world.admin);

    const kind = await world.change(id, { kind: 'objection', text: 'Ändrat' });
    const text = await world.change(id, { text: 'Ändrat' });
    await world.step(id, { step: 'close', outcome: 'refused' });
    const closed = await world.change(id, { contact: 'Ny adress', text: 'Igen' });
    const notes = await world.change(id, { notes: 'Klagade till IMY', keepDays: 365 });

    expect([kind.status, kind.body.errors?.map(({ pointer }) => pointer)]).toEqual([409, ['/kind']]);
    expect(text.body.text).toBe('Ändrat');
    expect([codeOf(closed), closed.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      'wrong-state',
      ['/text', '/contact'],
    ]);
    expect(notes.body).toMatchObject({ notes: 'Klagade till IMY', keepDays: 365, endsAt: '2027-11-23T23:00:00.000Z' });
  });

  test.each([29, 366, 1.5])('it is kept from thirty days to a year: not %d', async (keepDays) => {
    const id = await world.logged();

    expect((await world.change(id, { keepDays })).status).toBe(400);
  });
});
