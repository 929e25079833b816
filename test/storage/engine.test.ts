// The engine that storage tests run on: what the meter counts is what the engine was asked, and no function asks for more than it may.
import { beforeAll, expect, test } from 'vitest';
import { recordKeys } from '#shared/tables.ts';
import { useEngine, type World } from '#test/support/engine.ts';
import { runAs, takeRefused } from '#test/support/under-grants.ts';

const engine = useEngine();
let world: World;

beforeAll(async () => {
  world = await engine.world();
});

test('a transaction of two items is one request of four write units, and reading both back one of two read units', async () => {
  const { app, meter } = world;
  const address = recordKeys.client('cli_1');

  const { tally: written } = await meter.measure(() =>
    app.db.commit([
      { table: 'records', put: { ...address, kind: 'client' } },
      { table: 'registerKeys', put: { ...address } },
    ]),
  );
  const { result: found, tally: read } = await meter.measure(() =>
    app.db.read([
      { table: 'records', key: address },
      { table: 'registerKeys', key: address },
    ]),
  );

  expect(written).toEqual({ requests: { TransactWriteItems: 1 }, readUnits: 0, writeUnits: 4 });
  expect(read).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 2, writeUnits: 0 });
  expect(found.get({ table: 'records', key: address })?.kind).toBe('client');
});

test('fifty transactions at once on one item all come through or fail by their condition', async () => {
  const { app } = world;
  const address = recordKeys.client('cli_2');
  const put = { ...address, kind: 'client' };

  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      app.db.commit([{ table: 'records', put, condition: { expression: 'attribute_not_exists(pk)' } }]),
    ),
  );

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('what a function has no right to is refused in its name, by action and by partition, and told of', async () => {
  const { db } = world.app;
  const there = { expression: 'attribute_not_exists(nothing)' };
  const update = (key: { pk: string; sk: string }) =>
    ({ table: 'records', update: key, change: 'SET a = :a', condition: { ...there, values: { ':a': 1 } } }) as const;
  const asked: Record<string, () => Promise<unknown>> = {
    file: () => runAs('privacy', () => db.commit([update(recordKeys.file('cli_3', 'fil_1'))])),
    job: () => runAs('privacy', () => db.commit([update(recordKeys.job('cli_3', 'job_1'))])),
    key: () => runAs('documents', () => db.read([{ table: 'messageKeys', key: { id: 'msg_1' } }])),
    index: () =>
      runAs('privacy', () => db.query({ table: 'records', index: 'due', partition: { name: 'duePk', value: 'DUE' } })),
    audit: () => runAs('messages', () => db.commit([{ table: 'records', delete: recordKeys.audit('cli_3', 'aud_1') }])),
    nobody: () => db.commit([update(recordKeys.job('cli_3', 'job_1'))]),
  };

  const became: Record<string, string> = {};
  for (const [name, ask] of Object.entries(asked))
    became[name] = await ask().then(
      () => 'done',
      (error: Error) => error.name,
    );

  const no = 'AccessDeniedException';
  expect(became).toEqual({ file: 'done', job: no, key: no, index: no, audit: no, nobody: 'done' });
  expect(takeRefused()).toEqual([
    'privacy may not UpdateItem records JOBS#…',
    'documents may not BatchGetItem messageKeys msg_1',
    'privacy may not Query records/due DUE',
    'messages may not DeleteItem records AUDIT#…',
  ]);
});
