// One runner for all files of the http project: started once, told to the files by its origin.
import type { TestProject } from 'vitest/node';
import { startRunner } from '#test/support/runner.ts';

declare module 'vitest' {
  interface ProvidedContext {
    runnerOrigin: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runner = await startRunner();
  project.provide('runnerOrigin', runner.origin);
  return async () => {
    await runner.stop();
  };
}
