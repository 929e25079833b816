// Section `functions`: size, init, warm time, memory and CPU of each function's bundle, beside a bare handler's.
import { bundleFolder, bundleFunctions } from '#lib/bundle.ts';
import { type FunctionName, functionFacts, functionNames } from '#lib/functions.ts';
import { startService } from '../lab/service.ts';
import type { StubAws } from '../lab/stub-aws.ts';
import { digits, printNotes, printTable, verdict, withSpread } from '../lab/table.ts';
import { type Bundle, bundleAnchors, bundleAt } from './bundles.ts';
import { measureChain } from './chain.ts';
import { drives } from './drives.ts';
import { measureInit } from './init.ts';
import type { RuntimeApi } from './runtime-api.ts';
import { measureWarm, type WarmFigures } from './warm.ts';

const TARGETS = {
  apiBundleKib: { atMost: 330 },
  initOverBare: { atMost: 1.3 },
  warmOverBare: { atMost: 1.1 },
  chainUs: { atMost: 12 },
  memoryOverEmptyMb: { atMost: 12 },
} as const;

export async function functionsSection(quick: boolean): Promise<void> {
  await bundleFunctions();
  const bundles = await Promise.all(functionNames.map((name) => bundleAt(name, bundleFolder(name))));
  const anchors = await bundleAnchors();
  printSizes([...bundles, anchors.bare]);

  const runtimeApi = startService<RuntimeApi>(new URL('./runtime-api.ts', import.meta.url));
  const aws = startService<StubAws>(new URL('../lab/stub-aws.ts', import.meta.url));
  const { driven, apiCalls, environment } = await drives();
  const candidates = bundles.map((bundle) => ({ bundle, environment }));
  const init = await measureInit(runtimeApi, anchors, candidates, quick ? 8 : 26);
  printTable(
    'Init over an empty handler, against the same of the bare document-client handler (fresh process each, in turn)',
    [
      { title: 'function', cell: (row) => row.name, left: true },
      { title: 'ms over empty', cell: (row) => withSpread(row.overEmptyMs, 1) },
      { title: 'CPU ms', cell: (row) => digits(row.cpuOverEmptyMs.value, 1) },
      { title: 'MB', cell: (row) => digits(row.memoryOverEmptyMb, 1) },
      { title: 'to bare', cell: (row) => withSpread(row.ratioToBare) },
      { title: 'CPU to bare', cell: (row) => withSpread(row.cpuRatioToBare) },
      {
        title: '<= 1.3',
        cell: (row) => (isAnchor(row.name) ? '' : verdict(row.ratioToBare, TARGETS.initOverBare)),
        left: true,
      },
    ],
    init,
  );

  const amount = quick ? { passes: 1, warmup: 200, rounds: 200 } : { passes: 3, warmup: 500, rounds: 500 };
  const warm: WarmRow[] = [];
  for (const { name, what, event, exchanges, sends } of driven) {
    const bundle = bundles.find((one) => one.name === name) as Bundle;
    const drive = { bundle, environment, event, exchanges };
    warm.push({ ...(await measureWarm({ runtimeApi, aws }, anchors, drive, amount)), what, sends });
  }
  printWarm(warm);
  runtimeApi.stop();
  aws.stop();

  const chain = await measureChain(apiCalls, quick ? 10_000 : 40_000);
  printTable(
    'CPU of the chain around a use case (use case and database stubbed: routing, caller, parsing, reply parsing, JSON)',
    [
      { title: 'route', cell: (row) => row.route, left: true },
      { title: 'us', cell: (row) => withSpread(row.us, 1) },
      { title: 'JSON alone', cell: (row) => digits(row.jsonUs, 1) },
      { title: '<= 12 us', cell: (row) => verdict(row.us, TARGETS.chainUs), left: true },
    ],
    chain,
  );
}

const isAnchor = (name: string) => name === 'empty' || name === 'bare';
const isApi = (name: string) => functionFacts[name as FunctionName]?.folder === 'api';

function printSizes(bundles: readonly Bundle[]): void {
  const target = (bundle: Bundle) => (isApi(bundle.name) ? verdict(bundle.bytes / 1024, TARGETS.apiBundleKib) : '');
  printTable(
    'Bundle size',
    [
      { title: 'function', cell: (bundle) => bundle.name, left: true },
      { title: 'KiB', cell: (bundle) => digits(bundle.bytes / 1024, 0) },
      { title: 'API functions <= 330', cell: target, left: true },
    ],
    bundles,
  );
}

interface WarmRow extends WarmFigures {
  readonly what: string;
  readonly sends: string;
}

function printWarm(warm: readonly WarmRow[]): void {
  printTable(
    'Warm requests against a bare handler that sends the same DynamoDB requests, in turn (time seen by the Runtime API)',
    [
      { title: 'function and event', cell: (row) => `${row.name}: ${row.what}`, left: true },
      { title: 'us', cell: (row) => digits(row.us.value, 0) },
      { title: 'bare us', cell: (row) => digits(row.bareUs.value, 0) },
      { title: 'to bare', cell: (row) => withSpread(row.ratioToBare) },
      { title: '<= 1.1', cell: (row) => verdict(row.ratioToBare, TARGETS.warmOverBare), left: true },
      { title: 'CPU us', cell: (row) => digits(row.cpuUs, 0) },
      { title: 'bare', cell: (row) => digits(row.bareCpuUs, 0) },
      { title: 'first ms', cell: (row) => digits(row.firstRequestMs, 1) },
      { title: 'bare', cell: (row) => digits(row.bareFirstRequestMs, 1) },
      { title: 'MB over empty after it', cell: (row) => digits(row.memoryOverEmptyMb, 1) },
      { title: 'bare', cell: (row) => digits(row.bareMemoryOverEmptyMb, 1) },
      { title: '<= 12', cell: (row) => verdict(row.memoryOverEmptyMb, TARGETS.memoryOverEmptyMb), left: true },
    ],
    warm,
  );
  printNotes([
    ...warm.map((row) => `${row.name}, ${row.what}: sends ${row.sends}`),
    'bare sends the same to DynamoDB and does nothing with it: it opens no seal and answers a dozen bytes;',
    'a call to another service than DynamoDB is one small read there',
    'first ms and MB are those of the first request of a fresh process',
  ]);
}
