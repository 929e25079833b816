// `npm run screenshots`: the main views as the seeded runner shows them on a working day, into docs/images/.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { views } from '#test/screenshots/views.ts';
import { fillDay, lastWorkday } from '#test/screenshots/working-day.ts';
import { openChromium, startChromium } from '#test/support/chromium.ts';
import { startRunner } from '#test/support/runner.ts';
import { openSignedIn } from '#test/support/sign-in-page.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 780 } } as const;

/** The browser's clock and the service's agree: the sign-in, which is of today, is only a little younger than it looks. */
async function open(chromium: Browser, size: keyof typeof sizes, now: Date): Promise<BrowserContext> {
  const context = await chromium.newContext({
    baseURL: runner.origin,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    colorScheme: 'light',
    viewport: sizes[size],
    hasTouch: size === 'narrow',
    isMobile: size === 'narrow',
  });
  await context.clock.install({ time: now });
  await context.route('**/v1/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), date: now.toUTCString() } });
  });
  return context;
}

/** Nothing moves, and no field blinks. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  console.log(`docs/images/${name}.png`);
}

mkdirSync(folder, { recursive: true });
const runner = await startRunner();
const browser = await startChromium();
const chromium = await openChromium(browser.endpoint);
try {
  const now = lastWorkday(new Date());
  await runner.moveClock(now.toISOString());
  const day = await fillDay(runner);
  for (const { name, who, size, path, show } of views) {
    const context = await open(chromium, size, now);
    const page = await openSignedIn(context, who, path(day));
    await show?.(page);
    await page.waitForLoadState('networkidle');
    await shoot(page, name);
    await context.close();
  }
} finally {
  await chromium.close();
  await browser.stop();
  await runner.stop();
}
