// CPU a request of the chain around a use case: bundled like a function, looped in a process of its own.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from '../lab/service.ts';
import { type Estimate, median, medianOf } from '../lab/statistics.ts';
import { bundleBench } from './bundles.ts';
import type { ChainBatches, ChainCall } from './chain-loop.ts';

export interface ChainFigures {
  readonly route: string;
  readonly us: Estimate;
  readonly jsonUs: number;
}

export async function measureChain(calls: readonly ChainCall[], requests: number): Promise<ChainFigures[]> {
  const bundle = await bundleBench('chain', fileURLToPath(new URL('./chain-loop.ts', import.meta.url)));
  const file = `${bundle.folder}/calls.json`;
  await writeFile(file, JSON.stringify(calls));
  const out = await run(process.execPath, [`${bundle.folder}/index.mjs`, file, String(requests)]);
  return (JSON.parse(out) as ChainBatches[]).map(({ route, chainUs, jsonUs }) => ({
    route,
    us: medianOf(chainUs, (us) => us),
    jsonUs: median(jsonUs),
  }));
}
