// Notices to the operators: anybody of the desk writes them, they end by themselves, and then no copy tells of them.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetNotices } from '#clients/forget-notices.ts';
import type { Item } from '#shared/found.ts';
import { newId } from '#shared/ids.ts';
import { open } from '#shared/vault.ts';
import { type AnsweringCalls, answeringOf, pointersOf } from '#test/support/answering-world.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { failNext, loseNextAnswer, occupied } from '#test/support/faults.ts';
import { codeOf } from '#test/support/http-call.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;
let answering: AnsweringCalls;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
  answering = answeringOf(world, clientId);
});

const inMs = (ms: number) => new Date(world.clock.nowMs() + ms).toISOString();
const shown = async () => (await answering.read()).body.notices.map(({ text }) => text);
const forget = () => runAs('sweep-expired', () => forgetNotices(world.app));

describe('a notice', () => {
  test('is written by an operator in one read and one write, and ends after thirty days by itself', async () => {
    const claims = world.operator;
    await answering.change({ askFor: [] });

    const { result, tally } = await world.meter.measure(() => answering.notice({ text: 'Hissen står.' }, { claims }));

    expect(result.status).toBe(201);
    expect(result.body).toEqual({
      id: expect.stringMatching(/^ntc_/),
      text: 'Hissen står.',
      by: claims.username,
      createdAt: inMs(0),
      until: inMs(30 * DAY_MS),
    });
    expect(tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 4, writeUnits: 8 });
    world.clock.advance(30 * DAY_MS - 1);
    expect(await shown()).toEqual(['Hissen står.']);
    world.clock.advance(1);
    expect(await shown()).toEqual([]);
  });

  test('may end earlier, never later, never before it began', async () => {
    const early = await answering.notice({ text: 'Till fredag.', until: inMs(DAY_MS) });
    const refused = [
      await answering.notice({ text: 'För länge.', until: inMs(30 * DAY_MS + 1) }),
      await answering.notice({ text: 'Förbi.', until: inMs(0) }),
      await answering.changeNotice(early.body.id, { until: inMs(31 * DAY_MS) }),
    ];

    expect(early.body.until).toBe(inMs(DAY_MS));
    expect(refused.map((one) => [one.status, pointersOf(one)])).toEqual(
      Array.from({ length: 3 }, () => [400, ['/until']]),
    );
  });

  test('is renewed for thirty days from now, and keeps its writer until somebody changes the words', async () => {
    const { id, by } = (await answering.notice({ text: 'Hissen står.' })).body;
    world.clock.advance(20 * DAY_MS);

    const renewed = await answering.changeNotice(id, { renew: true }, world.operator);
    const changed = await answering.changeNotice(id, { text: 'Hissen går.' }, world.operator);

    expect([renewed.status, renewed.body.until, renewed.body.by]).toEqual([200, inMs(30 * DAY_MS), by]);
    expect([changed.body.text, changed.body.until, changed.body.by]).toEqual([
      'Hissen går.',
      inMs(30 * DAY_MS),
      world.operator.username,
    ]);
  });

  test('is taken away by hand, as often as one likes', async () => {
    const { id } = (await answering.notice({ text: 'Hissen står.' })).body;

    const answers = [await answering.deleteNotice(id), await answering.deleteNotice(id)];

    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await shown()).toEqual([]);
  });

  test('that has ended, or never was, is not there to be changed', async () => {
    const { id } = (await answering.notice({ text: 'Kort.', until: inMs(HOUR_MS) })).body;
    world.clock.advance(HOUR_MS);

    const answers = [
      await answering.changeNotice(id, { renew: true }),
      await answering.changeNotice(newId('notice', 0), { renew: true }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('is either renewed or given an end, and changed in something', async () => {
    const { id } = (await answering.notice({ text: 'Hissen står.' })).body;

    const both = await answering.changeNotice(id, { renew: true, until: inMs(DAY_MS) });
    const nothing = await answering.changeNotice(id, {});

    expect([both.status, nothing.status]).toEqual([400, 400]);
  });

  test('is nothing that staff members write', async () => {
    const claims = await portalPerson(world, clientId, 'staffMember', newId('staff', 0));

    expect((await answering.notice({ text: 'Hej' }, { claims })).status).toBe(403);
  });

  test('is the twenty-first one too many, until another has ended', async () => {
    for (let n = 0; n < 20; n++) await answering.notice({ text: `Nr ${n}`, until: inMs(HOUR_MS + n) });

    const refused = await answering.notice({ text: 'En till' });
    world.clock.advance(HOUR_MS);
    const taken = await answering.notice({ text: 'En till' });

    expect([refused.status, codeOf(refused), taken.status]).toEqual([409, 'too-many-notices', 201]);
  });

  test('of five operators at once all stand, and one more of an edit meanwhile', async () => {
    const texts = ['a', 'b', 'c'];

    const answers = await Promise.all(texts.map((text) => answering.notice({ text })));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await shown()).toSorted()).toEqual(texts);
  });

  test('does not stand in the way of whoever edits the rest: its version is another', async () => {
    const { etag } = await answering.read();
    await answering.notice({ text: 'Hissen står.' });

    expect((await answering.change({ askFor: [] }, { ifMatch: etag })).status).toBe(412);
    expect((await answering.change({ askFor: [] })).body.notices).toHaveLength(1);
  });
});

describe('the same post again', () => {
  const idempotencyKey = 'same';

  test('gives the same notice, with another body 422, and 410 once it is gone', async () => {
    const first = await answering.notice({ text: 'Hissen står.' }, { idempotencyKey });

    const again = await answering.notice({ text: 'Hissen står.' }, { idempotencyKey });
    const other = await answering.notice({ text: 'Hissen går.' }, { idempotencyKey });
    await answering.deleteNotice(first.body.id);
    const gone = await answering.notice({ text: 'Hissen står.' }, { idempotencyKey });

    expect(again.body).toEqual(first.body);
    expect([again.status, other.status, gone.status]).toEqual([201, 422, 410]);
  });

  test('is answered with the end that would be refused by now', async () => {
    const body = { text: 'Kort.', until: inMs(HOUR_MS) };
    const first = await answering.notice(body, { idempotencyKey });
    await answering.changeNotice(first.body.id, { renew: true });
    world.clock.advance(2 * HOUR_MS);

    const again = await answering.notice(body, { idempotencyKey });

    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  test('whose first answer was lost makes one', async () => {
    loseNextAnswer(world.client, 'TransactWriteItemsCommand');

    const one = await answering.notice({ text: 'Hissen står.' }, { idempotencyKey });

    expect(one.status).toBe(201);
    expect(await shown()).toEqual(['Hissen står.']);
  });

  test('at once makes one, also where it is the first that is said of the client', async () => {
    const all = await Promise.all(
      Array.from({ length: 4 }, () => answering.notice({ text: 'Hissen står.' }, { idempotencyKey })),
    );

    expect(new Set(all.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await shown()).toEqual(['Hissen står.']);
  });
});

describe('forgetting', () => {
  const stored = async () => {
    const of = ({ pk, sk }: Item) => pk === `MESSAGES#${clientId}` && sk === 'now';
    const [record] = (await rawItems(world, 'records')).filter(of);
    const [keys] = (await rawItems(world, 'registerKeys')).filter(of);
    const context = { clientId, recordId: clientId, field: 'answering', schema: 1 };
    const opened = (sealed: unknown) => open(keys?.key as Uint8Array, context, sealed as Uint8Array);
    return { record: record as Item, opened };
  };

  test('takes what has ended out of the record, under a new key, and leaves the rest', async () => {
    await answering.notice({ text: 'Kort.', until: inMs(HOUR_MS) });
    await answering.notice({ text: 'Lång.' });
    const before = await stored();
    world.clock.advance(HOUR_MS);

    const count = await forget();

    const after = await stored();
    expect(count).toBe(1);
    expect(after.opened(after.record.sealed)).toMatchObject({ notices: [{ text: 'Lång.' }] });
    expect(after.record.dueAt).toBe(world.clock.nowMs() + 30 * DAY_MS - HOUR_MS);
    expect(() => after.opened(before.record.sealed)).toThrow('Sealed anew');
    expect(await forget()).toBe(0);
    expect(await shown()).toEqual(['Lång.']);
  });

  test('leaves nothing that is due where there is no notice more', async () => {
    await answering.notice({ text: 'Kort.', until: inMs(HOUR_MS) });
    world.clock.advance(HOUR_MS);

    await forget();

    expect((await stored()).record).not.toHaveProperty('duePk');
  });

  test('costs one query, one batch read and one transaction, and a query alone where nothing is due', async () => {
    await answering.notice({ text: 'Kort.', until: inMs(HOUR_MS) });

    const nothing = await world.meter.measure(forget);
    world.clock.advance(HOUR_MS);
    const one = await world.meter.measure(forget);

    expect(nothing.tally.requests).toEqual({ Query: 1 });
    expect(one.tally.requests).toEqual({ Query: 1, BatchGetItem: 1, TransactWriteItems: 1 });
    expect(one.tally.writeUnits).toBe(5);
  });

  test('five at once forget it once, and fail in nothing', async () => {
    await answering.notice({ text: 'Kort.', until: inMs(HOUR_MS) });
    world.clock.advance(HOUR_MS);

    const counts = await Promise.all(Array.from({ length: 5 }, forget));

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('what fails for one client is found again, and said, and does not hinder the others', async () => {
    const other = (await world.aClient()).body.id;
    for (const of of [answering, answeringOf(world, other)]) await of.notice({ text: 'Kort.', until: inMs(HOUR_MS) });
    world.clock.advance(HOUR_MS);
    failNext(world.client, 'TransactWriteItemsCommand', new Error('It died'), occupied());

    await expect(forget()).rejects.toThrow('notice-not-forgotten');

    expect(await forget()).toBe(1);
  });

  test('converges from every point that it may die at', async () => {
    const crashes = new CrashPoints();
    crashes.watch(world.client);
    for (let at = 1; at <= 2; at++) {
      crashes.arm();
      await answering.notice({ text: 'Kort.', until: inMs(HOUR_MS) });
      world.clock.advance(HOUR_MS);

      crashes.arm(at);
      await expect(forget()).rejects.toThrow();
      crashes.arm();
      await forget();

      expect((await stored()).record).not.toHaveProperty('duePk');
    }
  });
});
