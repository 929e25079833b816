// The steps of a restore that ask AWS: what they switch, that each may be given again, and what the check finds.
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkRestored } from '#bin/restore/check.ts';
import { readStack } from '#bin/restore/stack.ts';
import { protectTable, restoreTable } from '#bin/restore/table.ts';
import { resumeTraffic, stopTraffic } from '#bin/restore/traffic.ts';
import { type FakeAws, fakeAws, RESTORED_STREAM } from '#test/support/fake-aws.ts';

const RESTORED = 'Records-restored';
const AT_MS = Date.parse('2026-11-28T03:10:00Z');

let fake: FakeAws;
const wait = () => setImmediate();
const parts = () => readStack(fake.aws, 'answeronline-prod-service');

beforeEach(() => {
  fake = fakeAws();
});

describe('traffic', () => {
  test('is stopped at its sources first, and then no function may run', async () => {
    await stopTraffic(fake.aws, await parts(), wait);

    expect(fake.changes).toEqual([
      'scheduler update-schedule',
      'lambda update-event-source-mapping',
      'lambda update-event-source-mapping',
      'lambda put-function-concurrency',
      'lambda put-function-concurrency',
    ]);
    expect([...fake.mappings.values()].map(({ State }) => State)).toEqual(['Disabled', 'Disabled']);
    expect([...fake.concurrency.values()]).toEqual([0, 0]);
    expect(fake.schedules.get('EveryMinute')).toEqual({ State: 'DISABLED', ScheduleExpression: 'rate(1 minute)' });
  });

  test('that is stopped already is left, but for the functions', async () => {
    await stopTraffic(fake.aws, await parts(), wait);
    fake.changes.length = 0;

    await stopTraffic(fake.aws, await parts(), wait);

    expect(new Set(fake.changes)).toEqual(new Set(['lambda put-function-concurrency']));
  });

  test('goes on as it was', async () => {
    const before = structuredClone([fake.mappings, fake.schedules, fake.concurrency]);
    await stopTraffic(fake.aws, await parts(), wait);

    await resumeTraffic(fake.aws, await parts(), wait);

    expect([fake.mappings, fake.schedules, fake.concurrency]).toEqual(before);
  });
});

describe('the table', () => {
  test('is restored once, and waited for with its indexes', async () => {
    await restoreTable(fake.aws, 'Records', RESTORED, AT_MS, wait);
    await restoreTable(fake.aws, 'Records', RESTORED, AT_MS, wait);

    expect(fake.changes).toEqual(['dynamodb restore-table-to-point-in-time']);
    expect(fake.tables.get(RESTORED)).toMatchObject({
      TableStatus: 'ACTIVE',
      GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE' }],
    });
  });

  test('gets back what a restore leaves out, one change at a time, and again without harm', async () => {
    await restoreTable(fake.aws, 'Records', RESTORED, AT_MS, wait);

    await protectTable(fake.aws, RESTORED, true, wait);
    await protectTable(fake.aws, RESTORED, true, wait);

    expect(fake.tables.get(RESTORED)).toMatchObject({
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      DeletionProtectionEnabled: true,
    });
    expect(fake.recoveryDays.get(RESTORED)).toBe(35);
    expect(fake.ttl.get(RESTORED)).toBe('ttl');
  });

  test('that is not there is not protected', async () => {
    await expect(protectTable(fake.aws, RESTORED, true, wait)).rejects.toThrow('There is no table');
  });
});

describe('the check', () => {
  let underWay: number;

  /** As after `protect` and the deployment. */
  beforeEach(async () => {
    underWay = 0;
    await restoreTable(fake.aws, 'Records', RESTORED, AT_MS, wait);
    await protectTable(fake.aws, RESTORED, true, wait);
    for (const name of fake.variables.keys()) fake.variables.set(name, { RECORDS_TABLE: RESTORED });
    const reader = fake.mappings.get('stream');
    if (reader) reader.EventSourceArn = RESTORED_STREAM;
  });

  async function failing(): Promise<string[]> {
    const service = await parts();
    const checked = await checkRestored(fake.aws, {
      table: RESTORED,
      keep: true,
      service,
      functions: service.functions,
      alarms: service.alarms,
      underWay: async () => underWay,
    });
    return checked.filter(({ holds }) => !holds).map(({ what }) => what);
  }

  test('holds after all steps', async () => {
    expect(await failing()).toEqual([]);
  });

  test.each<[string, () => unknown]>([
    ['Stream of new images', () => Object.assign(restored(), { StreamSpecification: { StreamEnabled: true } })],
    ['Deletion protection', () => Object.assign(restored(), { DeletionProtectionEnabled: false })],
    ['Recovery of 35 days', () => fake.recoveryDays.set(RESTORED, 1)],
    ['TTL', () => fake.ttl.set(RESTORED, 'expiresAt')],
    ['No delivery of then is under way', () => (underWay = 1)],
    ['Every function uses this table', () => fake.variables.set('tick-1', { RECORDS_TABLE: 'Records' })],
    ['One reader, on its stream', () => Object.assign(restored(), { LatestStreamArn: `${RESTORED_STREAM}-other` })],
    ['Alarms are there and tell', () => fake.alarms.set('TickStopped', { ActionsEnabled: false })],
  ])('finds out: %s', async (what, spoil) => {
    spoil();

    expect(await failing()).toEqual([what]);
  });

  const restored = () => fake.tables.get(RESTORED) ?? {};
});
