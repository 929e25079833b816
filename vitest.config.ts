// The test projects: pure and instant, template, storage engine, black-box through the runner.
import { defineConfig } from 'vitest/config';

const project = (name: string, timeoutMs: number) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeoutMs, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    projects: [project('unit', 10_000), project('infra', 60_000), project('storage', 60_000), project('http', 60_000)],
  },
});
