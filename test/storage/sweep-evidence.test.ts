// What a sweep tells the evidence, on the engine: every erasure before its record goes, and what the table of keys looks like after it.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { erasedObject, sweepObject } from '#shared/evidence.ts';
import { keepTombstones } from '#shared/keep-erasures.ts';
import { useEngine } from '#test/support/engine.ts';
import { type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';
import { runAs } from '#test/support/under-grants.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const engine = useEngine();
let world: MessagesWorld;
let sweeper: Sweeping;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await messagesWorld(engine);
  sweeper = sweeping(world);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
});

const expiry = () => Date.parse(message.expiresAt);
const objects = (part: string) =>
  [...sweeper.evidence.objects].filter(([name]) => name.includes(part)).map(([name, text]) => ({ name, text }));
const erasures = () => objects('/erased-').flatMap(({ text }) => erasedObject().parse(JSON.parse(text)).erasures);
const reports = () => objects('/sweep-').map(({ text }) => sweepObject().parse(JSON.parse(text)));
const waiting = async () => (await rawItems(world, 'records')).filter(({ duePk }) => duePk === 'EVIDENCE');

describe('a message whose time is over', () => {
  test('is told of with ids and times only, under the day on which it went', async () => {
    world.clock.moveTo(expiry());

    await sweeper.sweep();

    const [object] = objects('/erased-');
    expect(object?.name).toMatch(/^days\/2027-05-23\/erased-evd_[0-9A-Z]{26}\.json$/);
    expect(erasures()).toEqual([
      { clientId, recordId: message.id, erasedAtMs: expiry(), because: 'time', readers: [staffId] },
    ]);
    expect(Object.keys(JSON.parse(object?.text ?? ''))).toEqual(['kind', 'erasures']);
    expect(await waiting()).toEqual([]);
  });

  test('loses its key although the evidence takes nothing, and its records as soon as it does', async () => {
    const { put } = sweeper.evidence;
    sweeper.evidence.put = async () => {
      throw new Error('The bucket is away');
    };
    world.clock.moveTo(expiry());
    await expect(sweeper.sweep()).rejects.toThrow();
    const between = await sweeper.left();

    sweeper.evidence.put = put;
    await sweeper.sweep();

    expect(between).toEqual(['delivery', 'delivery', 'message', 'row']);
    expect([await sweeper.left(), erasures().map(({ recordId }) => recordId)]).toEqual([[], [message.id]]);
  });

  test('is told of twice rather than not at all, when the sweep dies right after', async () => {
    world.clock.moveTo(expiry());
    vi.spyOn(sweeper.app.bulk, 'writeEach').mockRejectedValueOnce(new Error('It died'));
    await expect(sweeper.sweep()).rejects.toThrow();

    await sweeper.sweep();

    expect(erasures().map(({ recordId }) => recordId)).toEqual([message.id, message.id]);
    expect(await sweeper.left()).toEqual([]);
  });
});

describe('what is erased by somebody', () => {
  test('waits in the index, and leaves it once the evidence has it', async () => {
    await world.erase(message);
    const before = (await waiting()).map(({ sk }) => sk);

    const { result, tally } = await world.meter.measure(() =>
      runAs('sweep-expired', () => keepTombstones(sweeper.app)),
    );

    expect([before, result, await waiting()]).toEqual([[message.id], 1, []]);
    expect(erasures()).toEqual([
      { clientId, recordId: message.id, erasedAtMs: world.clock.nowMs(), readers: [staffId] },
    ]);
    expect(tally.requests).toEqual({ Query: 1, BatchGetItem: 1, UpdateItem: 1 });
    expect(tally.writeUnits).toBe(2);
    expect([await runAs('sweep-expired', () => keepTombstones(sweeper.app)), objects('/erased-')]).toEqual([
      0,
      [expect.anything()],
    ]);
  });

  test('is told of again after a run that died before it left the index', async () => {
    await world.erase(message);
    const update = vi.spyOn(sweeper.app.db, 'update').mockRejectedValueOnce(new Error('It died'));
    await expect(runAs('sweep-expired', () => keepTombstones(sweeper.app))).rejects.toThrow();
    update.mockRestore();

    await runAs('sweep-expired', () => keepTombstones(sweeper.app));

    expect(erasures().map(({ recordId }) => recordId)).toEqual([message.id, message.id]);
    expect(await waiting()).toEqual([]);
    expect((await world.read(message)).status).toBe(410);
  });

  test('goes page by page', async () => {
    const more = await Promise.all(Array.from({ length: 104 }, () => world.take(clientId, { staffId })));
    await Promise.all(more.map(({ body }) => world.erase(body)));

    expect(await runAs('sweep-expired', () => keepTombstones(sweeper.app))).toBe(104);
    expect(objects('/erased-')).toHaveLength(2);
    expect(new Set(erasures().map(({ recordId }) => recordId)).size).toBe(104);
  });
});

describe('the report of a sweep', () => {
  test('says what went, that no key has outlived its time, and which goes next', async () => {
    world.clock.advance(3 * DAY_MS);
    const next = (await world.take(clientId, { staffId })).body;
    world.clock.moveTo(expiry() + 60_000);

    await sweeper.sweep();

    expect(reports()).toEqual([
      {
        kind: 'sweep',
        startedAt: new Date(expiry() + 60_000).toISOString(),
        endedAt: new Date(expiry() + 60_000).toISOString(),
        finished: true,
        erased: 1,
        disagreeing: 0,
        failures: 0,
        expiredButLive: 0,
        oldestLiveKey: { takenAt: next.takenAt, expiresAt: next.expiresAt },
      },
    ]);
  });

  test('counts what could not be erased as alive after its time, by looking anew', async () => {
    const update = vi.spyOn(sweeper.app.db, 'update').mockRejectedValueOnce(new Error('Refused'));
    world.clock.moveTo(expiry());

    await expect(sweeper.sweep()).rejects.toThrow();
    update.mockRestore();
    await sweeper.sweep();

    expect(reports().map(({ erased, failures, expiredButLive }) => [erased, failures, expiredButLive])).toEqual([
      [0, 1, 1],
      [1, 0, 0],
    ]);
    expect(reports()[1]?.oldestLiveKey).toBeNull();
  });

  test('counts nothing as left whose time was over only while the sweep ran', async () => {
    world.clock.advance(60_000);
    const second = (await world.take(clientId, { staffId })).body;
    world.clock.moveTo(expiry() + 59_000);
    world.client.middlewareStack.add(
      (next) => (args) => {
        world.clock.advance(1_000);
        return next(args);
      },
      { step: 'initialize', name: 'time passes' },
    );

    await sweeper.sweep();

    expect(world.clock.nowMs()).toBeGreaterThan(Date.parse(second.expiresAt));
    expect(reports()).toMatchObject([{ erased: 1, expiredButLive: 0, oldestLiveKey: { takenAt: second.takenAt } }]);
  });

  test('says so when the time was up, and how much was left', async () => {
    world.clock.moveTo(expiry() + HOUR_MS);

    await sweeper.sweep(() => false);

    expect(reports()).toMatchObject([{ finished: false, erased: 0, expiredButLive: 1 }]);
  });
});
