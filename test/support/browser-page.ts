// A page of the portal for one test: a context of its own, and whatever the browser complains about fails the test.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { test as base, inject } from 'vitest';
import { openChromium } from '#test/support/chromium.ts';
import { runnerClient } from '#test/support/runner-client.ts';

/** Says that answers with these statuses are meant: the browser writes each of them to its console. */
type Expecting = (statuses: readonly number[]) => void;

interface Watched {
  readonly complaints: string[];
  readonly expected: Set<number>;
}

/** What the page tells of a broken policy, before any script of the portal runs. */
const REPORT = 'reportViolation';

/** As text: the tests' own types know no document. */
const heardViolations = `document.addEventListener('securitypolicyviolation', (event) =>
  window.${REPORT}([event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber].join(' ')))`;

async function watch(context: BrowserContext, { complaints, expected }: Watched): Promise<void> {
  await context.exposeBinding(REPORT, (_source, violation: string) => {
    complaints.push(`CSP: ${violation}`);
  });
  await context.addInitScript({ content: heardViolations });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const [, status] = /status of (\d{3})/.exec(message.text()) ?? [];
    if (status === undefined || !expected.has(Number(status))) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
}

interface Fixtures {
  chromium: Browser;
  runner: ReturnType<typeof runnerClient>;
  watched: Watched;
  context: BrowserContext;
  expecting: Expecting;
  page: Page;
}

export const test = base.extend<Fixtures>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures are asked for
    async ({}, use) => {
      const chromium = await openChromium(inject('chromiumEndpoint'));
      await use(chromium);
      await chromium.close();
    },
    { scope: 'file' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures are asked for
  runner: async ({}, use) => use(runnerClient(inject('runnerOrigin'))),
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures are asked for
  watched: async ({}, use) => {
    const watched: Watched = { complaints: [], expected: new Set() };
    await use(watched);
    if (watched.complaints.length > 0) throw new Error(`The browser complains:\n${watched.complaints.join('\n')}`);
  },
  context: async ({ chromium, runner, watched }, use) => {
    const context = await chromium.newContext({
      baseURL: runner.origin,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
    });
    await watch(context, watched);
    await use(context);
    await context.close();
  },
  expecting: async ({ watched }, use) =>
    use((statuses) => {
      for (const status of statuses) watched.expected.add(status);
    }),
  page: async ({ context }, use) => use(await context.newPage()),
});
