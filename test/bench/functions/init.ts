// Init: from the start of a fresh Node process to the first call for work, against the empty handler of the same round.
import type { Service } from '../lab/service.ts';
import { type Estimate, medianOf, ratioOf } from '../lab/statistics.ts';
import type { Bundle } from './bundles.ts';
import { awsEnvironment, startFunction } from './function-process.ts';
import type { RuntimeApi } from './runtime-api.ts';

export interface InitCandidate {
  readonly bundle: Bundle;
  readonly environment: Readonly<Record<string, string>>;
}

export interface InitFigures {
  readonly name: string;
  /** Milliseconds more than the empty handler. */
  readonly overEmptyMs: Estimate;
  /** CPU milliseconds more than the empty handler: steadier than the clock on a busy machine. */
  readonly cpuOverEmptyMs: Estimate;
  /** Resident megabytes more than the empty handler when init is done. */
  readonly memoryOverEmptyMb: number;
  readonly ratioToBare: Estimate;
  readonly cpuRatioToBare: Estimate;
}

interface InitCost {
  readonly ms: number;
  readonly cpuMs: number;
  readonly mb: number;
}

/** Init calls no service: nothing listens here. */
const NOWHERE = 'http://127.0.0.1:9';

export async function measureInit(
  runtimeApi: Service<RuntimeApi>,
  anchors: { empty: Bundle; bare: Bundle },
  candidates: readonly InitCandidate[],
  rounds: number,
): Promise<InitFigures[]> {
  const all = [{ bundle: anchors.empty, environment: {} }, { bundle: anchors.bare, environment: {} }, ...candidates];
  const measured: InitCost[][] = [];
  for (let i = 0; i < rounds; i += 1) {
    const round: InitCost[] = [];
    const order = [...all.keys()];
    for (const at of i % 2 ? order.reverse() : order) {
      const { bundle, environment } = all[at] as InitCandidate;
      const started = await startFunction(runtimeApi, bundle.folder, { ...awsEnvironment(NOWHERE), ...environment });
      const { now, cpuUs, rss } = started.init;
      round[at] = { ms: now, cpuMs: cpuUs / 1_000, mb: rss / 1_048_576 };
      await started.stop();
    }
    // The first round fills the file cache.
    if (i > 0) measured.push(round);
  }

  type Round = (typeof measured)[number];
  const over = (at: number, what: keyof InitCost) => (round: Round) =>
    (round[at]?.[what] ?? Number.NaN) - (round[0]?.[what] ?? Number.NaN);
  return all.map(({ bundle }, at) => ({
    name: bundle.name,
    overEmptyMs: medianOf(measured, over(at, 'ms')),
    cpuOverEmptyMs: medianOf(measured, over(at, 'cpuMs')),
    memoryOverEmptyMb: medianOf(measured, over(at, 'mb')).value,
    ratioToBare: ratioOf(measured, over(at, 'ms'), over(1, 'ms')),
    cpuRatioToBare: ratioOf(measured, over(at, 'cpuMs'), over(1, 'cpuMs')),
  }));
}
