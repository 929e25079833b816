// A page of the portal for one test: a context of its own, and whatever the browser complains about fails the test.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { test as base, inject } from 'vitest';
import { type BrowserWorld, openBrowserWorld } from '#test/support/browser-world.ts';
import { openChromium } from '#test/support/chromium.ts';
import { runnerClient } from '#test/support/runner-client.ts';
import { openSignedIn } from '#test/support/sign-in-page.ts';

/** Says that answers with these statuses are meant, 0 for none at all: the browser writes each to its console. */
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
    const [, status] = /status of (\d{3})/.exec(message.text().replace('net::ERR_CONNECTION_', 'status of 000')) ?? [];
    if (status === undefined || !expected.has(Number(status))) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
}

/** Another browser of its own: its cookies and its store are nobody else's. */
type NewContext = (options?: BrowserContextOptions) => Promise<BrowserContext>;

/**
 * A page with somebody in it, in a browser of their own: 'supervisor', 'operator', 'privacyOfficer', or an address.
 * A second window of the same person: `page.context().newPage()`, which is let in unseen.
 */
type SignedIn = (who: string, path?: string, options?: BrowserContextOptions) => Promise<Page>;

interface Fixtures {
  chromium: Browser;
  runner: ReturnType<typeof runnerClient>;
  watched: Watched;
  newContext: NewContext;
  context: BrowserContext;
  expecting: Expecting;
  page: Page;
  world: BrowserWorld;
  signedIn: SignedIn;
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
  newContext: async ({ chromium, runner, watched }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await chromium.newContext({
        baseURL: runner.origin,
        locale: 'sv-SE',
        timezoneId: 'Europe/Stockholm',
        // What moves is not there yet, or no longer, when it is looked at.
        reducedMotion: 'reduce',
        ...options,
      });
      opened.push(context);
      await watch(context, watched);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  context: async ({ newContext }, use) => use(await newContext()),
  expecting: async ({ watched }, use) =>
    use((statuses) => {
      for (const status of statuses) watched.expected.add(status);
    }),
  page: async ({ context }, use) => use(await context.newPage()),
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures are asked for
  world: async ({}, use) => {
    const world = await openBrowserWorld();
    await use(world);
    await world.close();
  },
  signedIn: async ({ newContext }, use) =>
    use(async (who, path = '/', options = {}) => openSignedIn(await newContext(options), who, path)),
});
