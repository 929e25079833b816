// A short round of `npm run chaos`: the runner is killed a few times under load, and nothing is lost, or sent twice as an SMS.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runChaos } from '#test/chaos/chaos.ts';

const KILLS = 4;
const seed = Math.floor(Math.random() * 1_000_000);
const dataDir = mkdtempSync(join(tmpdir(), 'answeronline-chaos-'));

afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 }));

test(`a runner that is killed ${KILLS} times under load keeps its promises (npm run chaos -- --kills ${KILLS} --seed ${seed})`, async () => {
  const lines = await runChaos({ kills: KILLS, seed, dataDir });

  const broken = lines.filter(({ faults = [] }) => faults.length > 0);
  expect(broken).toEqual([]);
  expect(Number(lines.find(({ what }) => what === 'Messages posted')?.count)).toBeGreaterThan(KILLS);
}, 240_000);
