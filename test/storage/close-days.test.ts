// Days are closed once, one after the other, by whoever comes first; what dies is finished, and no head is ever another.
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDays } from '#privacy/close-days.ts';
import { clientLeafOf } from '#privacy/day-log.ts';
import { erasureLog } from '#privacy/kept-logs.ts';
import { hashOf } from '#privacy/merkle.ts';
import { readClosedDays } from '#privacy/store.ts';
import { verifyLog } from '#privacy/verify-log.ts';
import { evidenceNames } from '#shared/evidence.ts';
import { newId } from '#shared/ids.ts';
import { aSweep, erasedOn } from '#test/support/builders/evidence.ts';
import { type ClosingWorld, closingWorld } from '#test/support/closing-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { localSigner } from '#test/support/local-signer.ts';

const engine = useEngine();
let world: ClosingWorld;
const nordvik = newId('client', 1);
const sodra = newId('client', 2);

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await closingWorld(engine);
  world.keep(aSweep('2027-05-23', { erased: 3 }), erasedOn('2027-05-23', nordvik, 2), erasedOn('2027-05-23', sodra));
  world.keep(aSweep('2027-05-25'), erasedOn('2027-05-25', sodra, 4));
});

const rows = async () =>
  (await readClosedDays(world.app, 'erasures', { limit: 100, startAfter: undefined })).days.toReversed();
const closedDays = () => [...world.evidence.objects.keys()].filter((name) => name.startsWith('closed/')).toSorted();
const heads = () => world.copied().map(({ head }) => head);
/** The log as it stands: every link, in the bucket and in the rows. */
async function expectWhole(from: string, until: string): Promise<void> {
  const verdict = verifyLog(world.copied());
  expect(verdict).toMatchObject({ broken: undefined, continues: null });
  expect([verdict.days[0]?.day, verdict.days.at(-1)?.day]).toEqual([from, until]);
  expect((await rows()).map(({ day, ...row }) => [day, row])).toEqual(
    world.copied().map(({ day, own: _own, objects: _objects, ...closed }) => [day, closed]),
  );
}

test('each day gets its object and its row, also one on which nothing was kept', async () => {
  const report = await world.closeUntil('2027-05-25');

  expect(report).toEqual({ closed: 3, finished: true });
  await expectWhole('2027-05-23', '2027-05-25');
  const said = world.copied().map(({ leaves }) => leaves?.flatMap((leaf) => clientLeafOf(leaf)?.erased ?? []));
  expect(said).toEqual([[2, 1], [], [4]]);
});

test('a day is closed an hour after its end, not before', async () => {
  world.clock.moveTo(Date.parse('2027-05-24T00:59:59.999Z'));
  expect(await world.close()).toEqual({ closed: 0, finished: true });

  world.clock.advance(1);
  expect(await world.close()).toEqual({ closed: 1, finished: true });
});

test('with nothing kept ever there is nothing to close', async () => {
  world.evidence.objects.clear();

  expect(await world.closeUntil('2027-05-25')).toEqual({ closed: 0, finished: true });
  expect(world.evidence.objects.size).toBe(0);
});

test('the next run goes on from the last, and a run with nothing to do costs one query', async () => {
  await world.closeUntil('2027-05-23');
  await world.closeUntil('2027-05-25');

  const { result, tally } = await world.meter.measure(() => world.close());

  await expectWhole('2027-05-23', '2027-05-25');
  expect(result.closed).toBe(0);
  expect(tally.requests).toEqual({ Query: 1 });
});

test('a day costs one update', async () => {
  await world.closeUntil('2027-05-23');

  const { tally } = await world.meter.measure(() => world.closeUntil('2027-05-24'));

  expect(tally).toMatchObject({ requests: { Query: 1, UpdateItem: 1 }, writeUnits: 1 });
});

test('a run whose time is up says so, and the next goes on from there', async () => {
  let asked = 0;
  world.clock.moveTo(Date.parse('2027-05-26T01:00:00Z'));

  expect(await world.close(() => ++asked <= 2)).toEqual({ closed: 2, finished: false });
  expect(await world.close()).toEqual({ closed: 1, finished: true });
  await expectWhole('2027-05-23', '2027-05-25');
});

test('a run that dies anywhere is finished by the next, and no head that stands is made anew', async () => {
  world.clock.moveTo(Date.parse('2027-05-26T01:00:00Z'));
  for (let at = 1; ; at++) {
    world.crashes.arm(at);
    const died = await world.close().then(
      () => false,
      () => true,
    );
    const standing = heads();
    world.crashes.arm();
    await world.close();

    await expectWhole('2027-05-23', '2027-05-25');
    expect(heads().slice(0, standing.length)).toEqual(standing);
    if (!died) {
      expect(at).toBe(3 * 6 + 1);
      break;
    }
    await forget();
    for (const name of closedDays()) world.evidence.objects.delete(name);
  }
});

test('five at once close each day once, and all agree', async () => {
  world.clock.moveTo(Date.parse('2027-05-26T01:00:00Z'));

  const reports = await Promise.all(
    Array.from({ length: 5 }, () => closeDays({ ...world.closing, signer: localSigner() }, erasureLog, () => true)),
  );

  expect(reports.every(({ finished }) => finished)).toBe(true);
  await expectWhole('2027-05-23', '2027-05-25');
});

test('who loses the race goes on from the object of the other, though it saw less of the day', async () => {
  world.clock.moveTo(Date.parse('2027-05-24T01:00:00Z'));
  const late: typeof world.closing = {
    ...world.closing,
    evidence: {
      ...world.closing.evidence,
      put: async (name, text) => {
        world.keep(aSweep('2027-05-23', { erased: 1 }));
        await world.close();
        return world.evidence.put(name, text);
      },
    },
  };

  await closeDays(late, erasureLog, () => true);
  await world.closeUntil('2027-05-25');

  await expectWhole('2027-05-23', '2027-05-25');
});

/** Rows from this day on are gone: the table was restored to an earlier time. */
async function forget(from = ''): Promise<void> {
  const { Items = [] } = await world.raw.send(new ScanCommand({ TableName: world.tables.records }));
  for (const { pk, sk } of Items.filter(({ sk }) => sk >= from))
    await world.raw.send(new DeleteCommand({ TableName: world.tables.records, Key: { pk, sk } }));
}

describe('after a restore of the table', () => {
  test.each(['2027-05-25', '2027-05-24', '2027-05-23'])(
    'to before %s the rows come back with the same heads',
    async (from) => {
      await world.closeUntil('2027-05-25');
      const before = { heads: heads(), rows: await rows() };
      await forget(from);

      await world.close();

      expect({ heads: heads(), rows: await rows() }).toEqual(before);
    },
  );
});

test('a day whose objects have outlived its closed one is not closed anew, though the table knows of none', async () => {
  await world.closeUntil('2027-05-25');
  const before = heads();
  world.evidence.objects.delete(evidenceNames.closed('2027-05-23'));
  await forget();

  await world.close();

  expect(heads()).toEqual(before.slice(1));
  expect(verifyLog(world.copied())).toMatchObject({ broken: undefined, continues: hashOf(before[0] ?? '') });
});

describe('what is wrong stops it, and is put right by nobody', () => {
  const broken = async (words: string) => {
    await expect(world.closeUntil('2027-05-25')).rejects.toThrow(words);
    return (await rows()).map(({ day }) => day);
  };

  beforeEach(() => world.closeUntil('2027-05-23'));

  test('an object that is none of the evidence', async () => {
    const name = evidenceNames.sweep('2027-05-24', 'evd_x');
    world.keep({ name, text: '{"kind":"sweep"}' });

    expect(await broken(`${name} is no object of the evidence`)).toEqual(['2027-05-23']);
    expect(closedDays()).toEqual(['closed/2027-05-23.json']);
  });

  test('a closed day that is none', async () => {
    world.keep({ name: evidenceNames.closed('2027-05-24'), text: '{}' });

    expect(await broken('closed/2027-05-24.json is no closed day')).toEqual(['2027-05-23']);
  });

  test('a closed day that stands on another than the day before', async () => {
    const other = await closingWorld(engine);
    other.keep(aSweep('2027-05-23'));
    await other.closeUntil('2027-05-24');
    const name = evidenceNames.closed('2027-05-24');
    world.keep({ name, text: other.evidence.objects.get(name) ?? '' });

    expect(
      await broken('The erasure log is broken at 2027-05-24: its head says that the day before has the hash'),
    ).toEqual(['2027-05-23']);
  });

  test('the last closed day is gone from the evidence', async () => {
    await world.closeUntil('2027-05-24');
    world.evidence.objects.delete(evidenceNames.closed('2027-05-24'));

    expect(await broken('closed/2027-05-24.json is not in the evidence')).toEqual(['2027-05-23', '2027-05-24']);
  });

  test('a signature that does not fit is not put where it would stay', async () => {
    world.closing = { ...world.closing, signer: { ...world.closing.signer, publicKey: localSigner().publicKey } };
    world.clock.moveTo(Date.parse('2027-05-26T01:00:00Z'));

    await expect(closeDays(world.closing, erasureLog, () => true)).rejects.toThrow('its signature does not fit');
    expect(closedDays()).toEqual(['closed/2027-05-23.json']);
  });
});

test('a day with more clients than a row holds is closed all the same: its row is without leaves', async () => {
  for (let n = 0; n < 9_000; n++) world.keep(erasedOn('2027-05-24', newId('client', n)));

  await world.closeUntil('2027-05-25');

  expect(verifyLog(world.copied()).broken).toBeUndefined();
  expect((await rows()).map(({ leaves }) => leaves?.length ?? null)).toEqual([3, null, 2]);
  expect((await rows()).map(({ head }) => hashOf(head))).toEqual(heads().map(hashOf));
});

test('a row leaves after two years', async () => {
  await world.closeUntil('2027-05-23');

  const { Items = [] } = await world.raw.send(new ScanCommand({ TableName: world.tables.records }));
  expect(Items.map(({ ttl }) => ttl)).toEqual([Date.parse('2029-05-24T00:00:00Z') / 1000]);
});
