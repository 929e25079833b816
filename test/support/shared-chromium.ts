// One Chromium for all files of the browser project, beside the shared runner.
import type { TestProject } from 'vitest/node';
import { startChromium } from '#test/support/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromiumEndpoint: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await startChromium();
  project.provide('chromiumEndpoint', chromium.endpoint);
  return chromium.stop;
}
