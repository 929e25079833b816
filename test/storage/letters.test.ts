// Letters on the engine: to everybody whom they go to, once each, and after a crash one of them twice at most.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Email, Handover } from '#deliveries/handover.ts';
import { jobIn, jobRead } from '#jobs/job.ts';
import { workJob } from '#jobs/work-job.ts';
import type { LetterTo } from '#letters/about.ts';
import { letter } from '#letters/letter.ts';
import { type LetterApp, sendLetter } from '#letters/send-letter.ts';
import { newId } from '#shared/ids.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { anId, type RequestsWorld, requestsWorld } from '#test/support/requests-world.ts';
import { runAs } from '#test/support/under-grants.ts';

const refId = anId('request');
const HOUR_MS = 3_600_000;

const engine = useEngine();
let world: RequestsWorld;
let sent: Email[];
let answers: Handover[];
let app: LetterApp;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await requestsWorld(engine);
  sent = [];
  answers = [];
  app = {
    ...world.app,
    portalUrl: 'https://portal.example/',
    mailer: {
      async send(_reference, email) {
        sent.push(email);
        return answers.shift() ?? { outcome: 'accepted', providerId: 'ses-1' };
      },
    },
  };
});

async function ordered(to: LetterTo, clientId = world.clientId) {
  const writes = letter(app, { clientId, to, about: 'requestForwarded', refId, day: '2026-12-03' });
  await app.db.commit(writes);
  const [write] = writes;
  return { clientId, jobId: (write as unknown as { put: { sk: string } }).put.sk };
}

type Order = Awaited<ReturnType<typeof ordered>>;
const work = (order: Order, remainingMs = 900_000) =>
  runAs('work-jobs', () => workJob(app, { letter: sendLetter }, order, () => remainingMs));
const stateOf = async ({ clientId, jobId }: Order) =>
  jobIn(await app.db.read([jobRead(clientId, jobId)]), clientId, jobId);
const greetings = () => sent.map(({ text }) => text.split('\n')[0]);

describe('a letter', () => {
  test('to the admins of a client goes to each of them, by name, and to nobody else', async () => {
    await world.aUser(world.clientId, 'clientAdmin', 'Ines Ek');
    await world.aUser(world.clientId, 'staffMember', 'Disa Dahl');
    await world.aUser((await world.aClient({ name: 'Annan' })).body.id, 'clientAdmin', 'Bo Berg');

    const order = await ordered('admins');
    await work(order);

    expect(greetings().sort()).toEqual(['Hej Ines Ek!', 'Hej Åke Öhman!']);
    expect(new Set(sent.map(({ to }) => to)).size).toBe(2);
    expect(await stateOf(order)).toMatchObject({ state: 'done', done: 2, total: 2 });
  });

  test('to the officers goes to those of the service, whichever client it is about', async () => {
    await world.aUser(SERVICE, 'supervisor', 'Gun Grön');
    await work(await ordered('officers'));

    expect(greetings()).toEqual(['Hej Birgitta Åhman!']);
  });

  test('to the admins of a client that has none goes to nobody, and is done', async () => {
    const order = await ordered('admins', (await world.aClient({ name: 'Utan' })).body.id);
    await work(order);

    expect(sent).toEqual([]);
    expect(await stateOf(order)).toMatchObject({ state: 'done', done: 0 });
  });

  test('about ourselves is not ordered for admins, of whom there are none', () => {
    const about = { clientId: SERVICE, about: 'requestReleased', refId: newId('request', 1) } as const;

    expect(letter(app, { ...about, to: 'admins' })).toEqual([]);
    expect(letter(app, { ...about, to: 'officers' })).toHaveLength(1);
  });

  test('does not go to a user who is erased, or withdrawn', async () => {
    const erased = await world.aUser(world.clientId, 'clientAdmin', 'Ines Ek');
    const withdrawn = await world.aUser(world.clientId, 'clientAdmin', 'Bo Berg');
    await app.db.commit([{ table: 'registerKeys', delete: recordKeys.user(erased.username as string) }]);
    await app.db.update(
      'records',
      recordKeys.membership(world.clientId, withdrawn.username as string),
      'SET #state = :withdrawn',
      {
        expression: 'attribute_exists(pk)',
        names: { '#state': 'state' },
        values: { ':withdrawn': 'withdrawn' },
      },
    );

    await work(await ordered('admins'));

    expect(greetings()).toEqual(['Hej Åke Öhman!']);
  });

  test('costs a query, and a read and a note for each recipient', async () => {
    const order = await ordered('admins');

    const { tally } = await world.meter.measure(() => work(order));

    expect(tally.requests).toEqual({ Query: 1, BatchGetItem: 1, UpdateItem: 3 });
  });

  test('holds nothing personal but the greeting and the address', async () => {
    await work(await ordered('admins'));

    const [{ to, subject, text, html } = { to: '', subject: '', text: '', html: '' }] = sent;
    expect(to).toMatch(/@kvarngardet\.example$/);
    const page = `https://portal.example/c/${world.clientId}/privacy/requests/${refId}`;
    expect([text.split(page).length, html.split(page).length]).toEqual([3, 3]);
    expect(`${subject}${text}${html}`.replaceAll(page, '')).not.toMatch(/Kvarn|cli_|req_|@/);
  });
});

describe('what goes wrong', () => {
  test('an address that SES refuses holds up no other', async () => {
    await world.aUser(world.clientId, 'clientAdmin', 'Ines Ek');
    answers = [{ outcome: 'failed', code: 'MessageRejected' }];
    const order = await ordered('admins');

    await work(order);

    expect(sent).toHaveLength(2);
    expect(await stateOf(order)).toMatchObject({ state: 'done', done: 2 });
  });

  test.each(['retry', 'unknown'] as const)(
    '%s: the same one is tried again, and those before are not',
    async (outcome) => {
      await world.aUser(world.clientId, 'clientAdmin', 'Ines Ek');
      answers = [
        { outcome: 'accepted', providerId: 'ses-1' },
        { outcome, code: 'TooManyRequestsException' },
      ];
      const order = await ordered('admins');

      const result = await work(order);
      await work(order);

      const [first, second, third] = sent.map(({ to }) => to);
      expect(result).toEqual({ againAfterSeconds: expect.any(Number) });
      expect(sent).toHaveLength(3);
      expect([second, second === first]).toEqual([third, false]);
    },
  );

  test('where nothing is ever taken it is given up after five runs', async () => {
    answers = Array.from({ length: 9 }, () => ({ outcome: 'retry', code: 'SendingPausedException' }) as const);
    const order = await ordered('admins');

    for (let run = 1; run <= 7; run++) await work(order);

    expect(sent).toHaveLength(5);
    expect(await stateOf(order)).toMatchObject({ state: 'failed' });
  });

  test('a run that has no time left goes on where it was', async () => {
    await world.aUser(world.clientId, 'clientAdmin', 'Ines Ek');
    const order = await ordered('admins');

    const result = await work(order, 1000);
    await work(order);

    expect(result).toEqual({ againAfterSeconds: 1 });
    expect(greetings().sort()).toEqual(['Hej Ines Ek!', 'Hej Åke Öhman!']);
  });

  test('wherever it dies, everybody gets it, and one of them twice at most', async () => {
    await world.aUser(world.clientId, 'clientAdmin', 'Ines Ek');
    await world.aUser(world.clientId, 'clientAdmin', 'Bo Berg');
    const crashes = new CrashPoints();
    crashes.watch(world.client);

    for (let at = 1; at <= 10; at++) {
      sent = [];
      crashes.arm();
      const order = await ordered('admins');
      crashes.arm(at);
      await work(order).catch(() => {});
      crashes.arm();
      // The lease of the dead run is over.
      world.clock.advance(HOUR_MS);
      await work(order);

      const byName = Map.groupBy(sent, ({ to }) => to);
      expect(byName.size).toBe(3);
      expect(sent.length).toBeLessThanOrEqual(4);
      expect(await stateOf(order)).toMatchObject({ state: 'done' });
    }
  });

  test('an order that comes again when it is done sends nothing', async () => {
    const order = await ordered('admins');
    await work(order);
    await work(order);

    expect(sent).toHaveLength(1);
  });
});
