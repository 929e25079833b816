// Puts Records as of an earlier time in service beside today's keys, step by step. docs/operations.md, "Restore", has the order.
//
//   npx node bin/restore.ts stop    --stage prod
//   npx node bin/restore.ts restore --stage prod --at 2026-11-28T03:10:00Z
//   npx node bin/restore.ts settle  --stage prod --at 2026-11-28T03:10:00Z [--register-keys <table>]
//   npx node bin/restore.ts protect --stage prod --at 2026-11-28T03:10:00Z
//   npx node bin/restore.ts check   --stage prod --at 2026-11-28T03:10:00Z
//   npx node bin/restore.ts resume  --stage prod --at 2026-11-28T03:10:00Z
//
// Each may be given again, also after it died. The new table is answeronline-<stage>-Records-<time>, or what `--table` says.
// Works with the AWS CLI and your credentials; prints each call that changes something.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { stackName } from '#lib/stage.ts';
import { stageNamed } from '#lib/stages.ts';
import { countUnderWay } from '#restore/settle-deliveries.ts';
import { settleRestored } from '#restore/settle-restored.ts';
import { messageKeysTable, recordsTable, registerKeysTable } from '#shared/tables.ts';
import { restoreApp } from './restore/app.ts';
import { awsCli } from './restore/aws.ts';
import { checkRestored } from './restore/check.ts';
import { fileJournal, summaryOf } from './restore/journal.ts';
import { readStack } from './restore/stack.ts';
import { demandTable, protectTable, restoreTable } from './restore/table.ts';
import { resumeTraffic, stopTraffic } from './restore/traffic.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { stage: text, at: text, table: text, 'register-keys': text },
});
const [step = ''] = positionals;
const atMs = Date.parse(values.at ?? '');
const isStop = step === 'stop';
const steps = ['stop', 'restore', 'settle', 'protect', 'check', 'resume'];
if (!values.stage || positionals.length !== 1 || !steps.includes(step) || (!isStop && Number.isNaN(atMs))) {
  console.error(`Usage: npx node bin/restore.ts ${steps.join('|')} --stage prod --at 2026-11-28T03:10:00Z`);
  process.exit(2);
}

const stage = stageNamed(values.stage);
const { region } = stage;
const nameOf = (table: { name: string }) => `answeronline-${stage.name}-${table.name}`;
const stamp = isStop ? '' : new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '');
const table = values.table ?? `${nameOf(recordsTable)}-${stamp}`;
const aws = awsCli(region, (line) => console.log(line));
const wait = () => sleep(10_000);
const serviceParts = () => readStack(aws, stackName(stage, 'service'));
const journal = () => fileJournal(`restore-${table}.jsonl`);

const app = async (note: ReturnType<typeof journal>['note']) => {
  const [evidenceBucket, ...others] = (await readStack(aws, stackName(stage, 'data'))).buckets;
  if (!evidenceBucket || others.length > 0) throw new Error('The data stack is to have one bucket: the evidence');
  const tables = { records: table, messageKeys: nameOf(messageKeysTable), registerKeys: nameOf(registerKeysTable) };
  const registerKeysThen = values['register-keys'];
  return restoreApp({ region, tables, evidenceBucket, restoredToMs: atMs, registerKeysThen, note });
};

async function check(): Promise<boolean> {
  const service = await serviceParts();
  const others = [await readStack(aws, stackName(stage, 'data')), await readStack(aws, stackName(stage, 'identity'))];
  const ready = await app(() => {});
  const checked = await checkRestored(aws, {
    table,
    keep: stage.keepData,
    service,
    functions: [service, ...others].flatMap(({ functions }) => functions),
    alarms: [service, ...others].flatMap(({ alarms }) => alarms),
    underWay: () => countUnderWay(ready),
  });
  for (const { what, holds } of checked) console.log(`${holds ? 'holds' : 'FAILS'}  ${what}`);
  return checked.every(({ holds }) => holds);
}

const run: Record<string, () => Promise<boolean>> = {
  async stop() {
    await stopTraffic(aws, await serviceParts(), wait);
    console.log('Nothing runs any more; what was running has ended in a quarter of an hour at most: settle no sooner.');
    return true;
  },
  async restore() {
    await restoreTable(aws, stage.recordsTableAfterRestore ?? nameOf(recordsTable), table, atMs, wait);
    console.log(`${table} is there.`);
    return true;
  },
  async settle() {
    if ((await demandTable(aws, table)).StreamSpecification?.StreamEnabled)
      throw new Error(`${table} has a stream: it is in service, or was protected too early`);
    const told = journal();
    await settleRestored(await app(told.note));
    console.log([...summaryOf(told), `All of it, by ids: restore-${table}.jsonl. Keep it.`].join('\n'));
    return true;
  },
  async protect() {
    await protectTable(aws, table, stage.keepData, wait);
    console.log(`${table} is protected. Now: recordsTableAfterRestore: '${table}', cdk import, cdk deploy.`);
    return true;
  },
  check,
  async resume() {
    if (!(await check())) return false;
    await resumeTraffic(aws, await serviceParts(), wait);
    console.log('Traffic is on.');
    return true;
  },
};

try {
  process.exitCode = (await run[step]?.()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
