// The test projects: pure and instant, template, storage engine, black-box through the runner, in a browser.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const names = ['unit', 'infra', 'storage', 'http', 'browser'] as const;

/** Those that are run together are run one after the other: they have not the same number of workers. */
const project = (name: (typeof names)[number], timeoutMs: number) => ({
  name,
  include: [`test/${name}/**/*.test.ts`],
  testTimeout: timeoutMs,
  hookTimeout: 120_000,
  sequence: { groupOrder: names.indexOf(name) },
});

/** A core is left over where there are more than two: on two, one worker alone leaves half of the machine idle. */
const onAllCores = { maxWorkers: Math.max(2, availableParallelism() - 1) };

/** One synthesis for all files. */
const oneSynthesis = { isolate: false, fileParallelism: false };

/** One runner, and so one file after the other: each watches the outbox for messages that nobody expected. */
const throughTheRunner = {
  globalSetup: ['test/support/shared-runner.ts'],
  setupFiles: ['test/support/outbox-guard.ts'],
  fileParallelism: false,
};

/** The same, with one Chromium beside it. */
const inChromium = {
  ...throughTheRunner,
  globalSetup: [...throughTheRunner.globalSetup, 'test/support/shared-chromium.ts'],
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...project('unit', 10_000), ...onAllCores } },
      { test: { ...project('infra', 60_000), ...oneSynthesis } },
      { test: { ...project('storage', 60_000), ...onAllCores } },
      { test: { ...project('http', 30_000), ...throughTheRunner } },
      { test: { ...project('browser', 60_000), ...inChromium } },
    ],
  },
});
