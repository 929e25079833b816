// The test projects: pure and instant, template, storage engine, black-box through the runner, in a browser.
import { defineConfig } from 'vitest/config';

const project = (name: string, timeoutMs: number) => ({
  name,
  include: [`test/${name}/**/*.test.ts`],
  testTimeout: timeoutMs,
  hookTimeout: 120_000,
});

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
      { test: project('unit', 10_000) },
      { test: { ...project('infra', 60_000), ...oneSynthesis } },
      { test: project('storage', 60_000) },
      { test: { ...project('http', 30_000), ...throughTheRunner } },
      { test: { ...project('browser', 60_000), ...inChromium } },
    ],
  },
});
