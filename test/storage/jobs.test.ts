// Jobs on the engine: one run at a time has a job, it goes on where it was, comes to its end, and is given up when it does not.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HandoutApp } from '#jobs/handouts.ts';
import { newJob } from '#jobs/job.ts';
import { tendJobs } from '#jobs/tend-jobs.ts';
import type { JobOrder } from '#jobs/work-job.ts';
import { LeaseLostError, type Worker } from '#jobs/worker.ts';
import { SERVICE } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import { type JobWorld, jobWorld, RUN_MS } from '#test/support/job-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const MINUTE_MS = 60_000;

const engine = useEngine();
let world: JobWorld;
let logged: string[];

beforeEach(async () => {
  logged = [];
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void logged.push(JSON.parse(line).event));
  world = await jobWorld(engine);
});
afterEach(() => vi.restoreAllMocks());

async function ask(clientId: string = SERVICE): Promise<JobOrder> {
  const asked = { clientId, work: 'letter', refId: 'ref', askedBy: SERVICE } as const;
  const { jobId, writes } = newJob(world.app, asked);
  await world.app.db.commit(writes);
  return { clientId, jobId };
}

const receive = (order: JobOrder, letter: Worker<HandoutApp>, remainingMs?: () => number) =>
  world.receive(order, { workers: { letter }, ...(remainingMs && { remainingMs }) });

/** Does three pages, notes each, and dies or stops where it is told. */
function threePages(where: { dieAfter?: number; stopAfter?: number } = {}) {
  const pages: string[] = [];
  const worker: Worker<HandoutApp> = async (_, { at }, run) => {
    for (let page = Number(at ?? 0); page < 3; page++) {
      pages.push(`page ${page}`);
      await run.note({ done: page + 1, total: 3, at: String(page + 1) });
      if (where.dieAfter === page) throw new Error('The process died here');
      if (where.stopAfter === page) return 'more';
    }
    return 'done';
  };
  return { worker, pages };
}

describe('a job', () => {
  test('is ordered when it is new, by ids alone', async () => {
    const order = await ask();

    await world.dispatch();

    expect(world.ordered).toEqual([order]);
    expect(await world.job(order)).toMatchObject({ state: 'waiting', done: 0, runs: 0 });
  });

  test('is done once, and an order that comes again does nothing', async () => {
    const order = await ask();
    const { worker, pages } = threePages();

    expect(await receive(order, worker)).toBeUndefined();
    expect(await receive(order, worker)).toBeUndefined();

    expect(pages).toEqual(['page 0', 'page 1', 'page 2']);
    expect(await world.job(order)).toMatchObject({ state: 'done', done: 3, total: 3 });
    const [row] = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'job');
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(['duePk', 'dueAt']));
  });

  test('costs two units and one for each note, beside its index', async () => {
    const order = await ask();
    const { worker } = threePages();

    const { tally } = await world.meter.measure(() => receive(order, worker));

    expect(tally).toEqual({ requests: { UpdateItem: 5 }, readUnits: 0, writeUnits: 8 });
  });

  test('that runs is left alone by a second order', async () => {
    const order = await ask();
    const inner = threePages();
    let second: number | undefined = -1;

    await receive(order, async () => {
      second = await receive(order, inner.worker);
      return 'done';
    });

    expect(second).toBeUndefined();
    expect(inner.pages).toEqual([]);
  });

  test('goes on where it was when its time is up, at once', async () => {
    const order = await ask();
    const first = threePages({ stopAfter: 0 });
    const second = threePages();

    expect(await receive(order, first.worker)).toBe(1);
    expect(await receive(order, second.worker)).toBeUndefined();

    expect([...first.pages, ...second.pages]).toEqual(['page 0', 'page 1', 'page 2']);
  });

  test('is told to stop a minute before its time is up', async () => {
    const order = await ask();
    const asked: boolean[] = [];
    let remaining = RUN_MS;

    await receive(
      order,
      async (_app, _job, run) => {
        for (remaining of [60_001, 60_000]) asked.push(run.mayGoOn());
        return 'done';
      },
      () => remaining,
    );

    expect(asked).toEqual([true, false]);
  });

  test('goes on where it was after a run that failed, half a minute later', async () => {
    const order = await ask();
    const first = threePages({ dieAfter: 1 });
    const second = threePages();

    expect(await receive(order, first.worker)).toBe(30);
    expect(await world.job(order)).toMatchObject({ state: 'waiting', done: 2 });
    expect(await receive(order, second.worker)).toBeUndefined();

    expect([...first.pages, ...second.pages]).toEqual(['page 0', 'page 1', 'page 2']);
  });

  test('whose record is gone is nobody’s business', async () => {
    expect(await receive({ clientId: SERVICE, jobId: world.app.newId('job') }, threePages().worker)).toBeUndefined();
  });
});

describe('a run that died without a word', () => {
  const die = async (order: JobOrder) => {
    world.crashes.arm(3);
    await receive(order, threePages().worker).catch(() => undefined);
    world.crashes.arm();
  };

  test('keeps the job until its lease is over; then another has it', async () => {
    const order = await ask();
    await die(order);
    const { worker, pages } = threePages();

    await receive(order, worker);
    expect(pages).toEqual([]);
    world.clock.advance(RUN_MS + 30_001);
    await receive(order, worker);

    expect(pages).toEqual(['page 0', 'page 1', 'page 2']);
    expect(await world.job(order)).toMatchObject({ state: 'done' });
  });

  test('writes nothing more when it comes back to life, and ends nothing', async () => {
    const order = await ask();
    const late = threePages();
    let heard: unknown;

    await receive(order, async (_app, _job, run) => {
      world.clock.advance(RUN_MS + 30_001);
      await receive(order, threePages({ stopAfter: 0 }).worker);
      try {
        await run.note({ done: 9 });
      } catch (error) {
        heard = error;
        throw error;
      }
      return 'done';
    });

    expect(heard).toBeInstanceOf(LeaseLostError);
    expect(await world.job(order)).toMatchObject({ state: 'waiting', done: 1, at: '1' });
    await receive(order, late.worker);
    expect(late.pages).toEqual(['page 1', 'page 2']);
  });

  test('at any point leaves a job that another run brings to its end', async () => {
    const whole = await ask();
    world.crashes.arm();
    await receive(whole, threePages().worker);
    const points = world.crashes.passed;

    for (let at = 1; at <= points; at++) {
      const order = await ask();
      world.crashes.arm(at);
      await receive(order, threePages().worker).catch(() => undefined);
      world.crashes.arm();
      world.clock.advance(RUN_MS + 30_001);

      await receive(order, threePages().worker);

      expect(await world.job(order), `after point ${at}`).toMatchObject({ state: 'done', done: 3 });
    }
  });
});

describe('a job that does not come on', () => {
  const fails: Worker<HandoutApp> = async () => {
    throw new Error('Always');
  };

  test('rests longer each time, and is given up after five runs, with a line that raises an alarm', async () => {
    const order = await ask();
    const rests: (number | undefined)[] = [];

    for (let n = 0; n < 5; n++) rests.push(await receive(order, fails));

    expect(rests).toEqual([30, 60, 120, 240, undefined]);
    expect(await world.job(order)).toMatchObject({ state: 'failed' });
    expect(logged.filter((event) => event === 'job-failed')).toHaveLength(1);
  });

  test('is given up too where every run dies without a word', async () => {
    const order = await ask();
    const { worker, pages } = threePages();
    for (let n = 0; n < 5; n++) {
      world.crashes.arm(3);
      await receive(order, worker).catch(() => undefined);
      world.crashes.arm();
      world.clock.advance(RUN_MS + 30_001);
    }
    pages.length = 0;

    await receive(order, worker);

    expect(pages).toEqual([]);
    expect(await world.job(order)).toMatchObject({ state: 'failed' });
  });

  test('is not one that notes a place, however often it fails', async () => {
    const order = await ask();
    let page = 0;
    const slow: Worker<HandoutApp> = async (_app, _job, run) => {
      await run.note({ done: ++page, at: String(page) });
      if (page < 12) throw new Error('Again');
      return 'done';
    };

    for (let n = 0; n < 12; n++) await receive(order, slow);

    expect(await world.job(order)).toMatchObject({ state: 'done', done: 12 });
  });

  test('is one that notes numbers without a place', async () => {
    const order = await ask();

    for (let n = 0; n < 5; n++)
      await receive(order, async (_app, _job, run) => {
        await run.note({ done: n });
        throw new Error('From the beginning each time');
      });

    expect(await world.job(order)).toMatchObject({ state: 'failed' });
  });

  test('of a kind that nobody does is given up at once', async () => {
    const order = await ask();

    expect(await world.receive(order, { workers: {} })).toBeUndefined();

    expect(await world.job(order)).toMatchObject({ state: 'failed' });
  });
});

describe('a job that stands', () => {
  const tend = () => runAs('tend-privacy', () => tendJobs({ ...world.app, topics: world.topics }, () => true));

  test('because its order was lost is ordered again after ten minutes, and not each time', async () => {
    const order = await ask();
    expect(await tend()).toBe(0);

    world.clock.advance(10 * MINUTE_MS);

    expect(await tend()).toBe(1);
    expect(await tend()).toBe(0);
    expect(world.ordered).toEqual([order]);
  });

  test('because its run died is ordered again when it could run again', async () => {
    const order = await ask();
    world.crashes.arm(3);
    await receive(order, threePages().worker).catch(() => undefined);
    world.crashes.arm();

    world.clock.advance(RUN_MS + 30_001 + 10 * MINUTE_MS);

    expect(await tend()).toBe(1);
    await receive(world.ordered[0] as JobOrder, threePages().worker);
    expect(await world.job(order)).toMatchObject({ state: 'done' });
  });

  test('is found again where its order cannot be published', async () => {
    await ask();
    world.clock.advance(10 * MINUTE_MS);
    const silent = { jobs: async () => [0] };

    await expect(tendJobs({ ...world.app, topics: silent }, () => true)).rejects.toThrow('job-not-ordered');

    expect(await tend()).toBe(1);
  });

  test('is no more, once it is done', async () => {
    const order = await ask();
    await receive(order, threePages().worker);

    world.clock.advance(24 * 60 * MINUTE_MS);

    expect(await tend()).toBe(0);
  });
});
