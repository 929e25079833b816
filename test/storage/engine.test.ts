// The engine that storage tests run on: what the meter counts is what the engine was asked.
import { beforeAll, expect, test } from 'vitest';
import { recordKeys } from '#shared/tables.ts';
import { useEngine, type World } from '#test/support/engine.ts';

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
