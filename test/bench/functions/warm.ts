// Warm requests and memory: a function, a bare handler that sends the same requests, and the empty handler, in turn.
import type { Service } from '../lab/service.ts';
import { type Estimate, median, medianOf, ratioOf } from '../lab/statistics.ts';
import type { Exchange, StubAws } from '../lab/stub-aws.ts';
import type { Anchors, Bundle } from './bundles.ts';
import { awsEnvironment, startFunction } from './function-process.ts';
import type { RuntimeApi } from './runtime-api.ts';

export interface WarmDrive {
  readonly bundle: Bundle;
  readonly environment: Readonly<Record<string, string>>;
  readonly event: unknown;
  /** What it sent to AWS when the event was played on a real engine. */
  readonly exchanges: readonly Exchange[];
}

export interface WarmFigures {
  readonly name: string;
  readonly us: Estimate;
  readonly bareUs: Estimate;
  readonly ratioToBare: Estimate;
  /** User and system time of the whole process, a request. */
  readonly cpuUs: number;
  readonly bareCpuUs: number;
  readonly firstRequestMs: number;
  readonly bareFirstRequestMs: number;
  /** Resident memory after the first request. Later it follows the garbage that the flags allow, the bare handler's too. */
  readonly memoryOverEmptyMb: number;
  readonly bareMemoryOverEmptyMb: number;
}

export interface WarmAmount {
  readonly passes: number;
  readonly warmup: number;
  readonly rounds: number;
}

const EMPTY = 0;
const BARE = 1;
const REAL = 2;

export async function measureWarm(
  services: { runtimeApi: Service<RuntimeApi>; aws: Service<StubAws> },
  anchors: Anchors,
  drive: WarmDrive,
  amount: WarmAmount,
): Promise<WarmFigures> {
  const rounds: number[][] = [];
  const passes: { firstMs: number; cpuUs: number; rssMb: number }[][] = [];
  for (let pass = 0; pass < amount.passes; pass += 1) {
    const one = await measurePass(services, anchors, drive, amount);
    rounds.push(...one.rounds);
    passes.push(one.lanes);
  }
  const at = (lane: number) => (round: number[]) => round[lane] ?? Number.NaN;
  const of = (lane: number, what: 'firstMs' | 'cpuUs' | 'rssMb') =>
    median(passes.map((lanes) => lanes[lane]?.[what] ?? Number.NaN));
  return {
    name: drive.bundle.name,
    us: medianOf(rounds, at(REAL)),
    bareUs: medianOf(rounds, at(BARE)),
    ratioToBare: ratioOf(rounds, at(REAL), at(BARE)),
    cpuUs: of(REAL, 'cpuUs'),
    bareCpuUs: of(BARE, 'cpuUs'),
    firstRequestMs: of(REAL, 'firstMs'),
    bareFirstRequestMs: of(BARE, 'firstMs'),
    memoryOverEmptyMb: of(REAL, 'rssMb') - of(EMPTY, 'rssMb'),
    bareMemoryOverEmptyMb: of(BARE, 'rssMb') - of(EMPTY, 'rssMb'),
  };
}

/** Fresh processes, warmed up, then measured in turn. */
async function measurePass(
  { runtimeApi, aws }: { runtimeApi: Service<RuntimeApi>; aws: Service<StubAws> },
  anchors: Anchors,
  drive: WarmDrive,
  amount: WarmAmount,
) {
  const start = async (bundle: Bundle, environment: Readonly<Record<string, string>>) => {
    const { endpoint } = await aws.call('open', { exchanges: [...drive.exchanges, smallRead] });
    return startFunction(runtimeApi, bundle.folder, { ...awsEnvironment(endpoint), ...environment });
  };
  const lanes = [
    await start(anchors.empty, {}),
    await start(anchors.replay, { REPLAY: JSON.stringify(drive.exchanges.map(replayed)) }),
    await start(drive.bundle, drive.environment),
  ];
  const first = [];
  for (const lane of lanes) first.push(await lane.invoke(drive.event, 'yes'));
  checkAnswer(drive, first[REAL]?.body ?? '');

  const event = JSON.stringify(drive.event);
  const turns = lanes.map(({ session }) => ({ session, event }));
  await runtimeApi.call('measure', { lanes: turns, rounds: amount.warmup });
  const before = [];
  for (const lane of lanes) before.push(await lane.invoke(drive.event, 'yes'));
  const rounds = await runtimeApi.call('measure', { lanes: turns, rounds: amount.rounds });
  const figures = [];
  for (const [i, lane] of lanes.entries()) {
    const after = await lane.invoke(drive.event, 'yes');
    figures.push({
      firstMs: (first[i]?.us ?? Number.NaN) / 1_000,
      cpuUs: (after.figures.cpuUs - (before[i]?.figures.cpuUs ?? Number.NaN)) / (amount.rounds + 1),
      rssMb: (first[i]?.figures.rss ?? Number.NaN) / 1_048_576,
    });
  }
  for (const lane of lanes) await lane.stop();
  return { rounds, lanes: figures };
}

/** What the bare handler is answered where it stands in for another service. */
const smallRead: Exchange = {
  operation: 'DynamoDB.GetItem',
  request: '',
  status: 200,
  contentType: 'application/x-amz-json-1.0',
  answer: '{}',
};

/** A call to another service than DynamoDB is replayed as one small read: one request on the wire either way. */
function replayed({ operation, request }: Exchange): { operation: string; input: unknown } {
  const [service, name = ''] = operation.split('.');
  if (service === 'DynamoDB') return { operation: name, input: JSON.parse(request) };
  return { operation: 'GetItem', input: { TableName: 'Records', Key: { pk: { S: 'NOTHING' }, sk: { S: 'NOTHING' } } } };
}

/** A function that answers every request with an error would be fast. */
function checkAnswer(drive: WarmDrive, body: string): void {
  const answer = JSON.parse(body || 'null') as { statusCode?: number; batchItemFailures?: unknown[] } | null;
  const failed = (answer?.statusCode ?? 200) >= 400 || (answer?.batchItemFailures?.length ?? 0) > 0;
  if (failed) throw new Error(`${drive.bundle.name} does not do what is measured: ${body.slice(0, 500)}`);
}
