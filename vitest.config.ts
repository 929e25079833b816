// The test projects: pure and instant, template, storage engine, black-box through the runner.
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

export default defineConfig({
  test: {
    projects: [
      { test: project('unit', 10_000) },
      { test: { ...project('infra', 60_000), ...oneSynthesis } },
      { test: project('storage', 60_000) },
      { test: { ...project('http', 30_000), ...throughTheRunner } },
    ],
  },
});
