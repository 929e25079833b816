// Every alarm stands in the guide for the one who is woken, and the guide names none that is not there.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stageNamed } from '#lib/stages.ts';
import { synthesize } from '#test/infra/synthesized.ts';

const guide = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
const table = guide.split('\n\n').find((block) => /^\| alarm /.test(block)) ?? '';
const rows = table.split('\n').slice(2);
const named = rows.flatMap(
  (line) =>
    line
      .split('|')[1]
      ?.split(',')
      .map((name) => name.trim()) ?? [],
);

/** As the console shows them, without the stack's name and what CDK puts behind. */
const alarms = synthesize('dev', { canary: stageNamed('prod').canary })
  .ofType('AWS::CloudWatch::Alarm')
  .map(({ id }) => id.replace(/[0-9A-F]{8}$/, '').replace(/Alarm$/, ''));

test('every alarm has its row in the guide', () => {
  expect(alarms.filter((name) => !named.includes(name))).toEqual([]);
});

test('every row of the guide has its alarm', () => {
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !alarms.includes(name))).toEqual([]);
});
