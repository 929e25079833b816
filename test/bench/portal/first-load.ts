// The first load of a page by a browser that has never seen it: what is painted when, when one can type, and what was asked for.
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface FirstLoad {
  /** From the page that stays: signing in has led through others. */
  paintedMs: number;
  /** From the moment the address was opened, the way through the sign-in included. */
  typableMs: number;
  longestTaskMs: number;
  /** Names of the files in `assets` that were there by then. */
  assets: readonly string[];
}

/** As text: the bench's own types know no document. */
const watching = (field: string) => `(() => {
  const seen = { longestMs: 0, typableAtMs: null };
  window.bench = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestMs = Math.max(seen.longestMs, duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const field = document.querySelector(${JSON.stringify(field)});
    if (field && !field.disabled && field.getClientRects().length > 0)
      seen.typableAtMs = performance.timeOrigin + performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

const told = `(() => {
  const [painted] = performance.getEntriesByName('first-contentful-paint');
  const { longestMs, typableAtMs } = window.bench;
  const assets = performance.getEntriesByType('resource')
    .filter(({ name, responseEnd }) => name.includes('/assets/') && performance.timeOrigin + responseEnd <= typableAtMs)
    .map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  return { longestMs, typableAtMs, paintedMs: painted.startTime, assets: [...new Set(assets)] };
})()`;

interface Told {
  assets: string[];
  longestMs: number;
  typableAtMs: number;
  paintedMs: number;
}

/** @param cookies of a person who has signed in before, whom the login page lets through unseen. */
export async function firstLoad(
  browser: Browser,
  url: string,
  field: string,
  cookies: Awaited<ReturnType<BrowserContext['cookies']>>,
): Promise<FirstLoad> {
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
  try {
    await context.addCookies(cookies);
    await context.addInitScript({ content: watching(field) });
    const page = await context.newPage();
    const startedAtMs = Date.now();
    await page.goto(url);
    await typable(page);
    const { assets, longestMs, typableAtMs, paintedMs } = (await page.evaluate(told)) as Told;
    return {
      paintedMs,
      typableMs: typableAtMs - startedAtMs,
      longestTaskMs: longestMs,
      assets,
    };
  } finally {
    await context.close();
  }
}

const settled =
  'Boolean(window.bench?.typableAtMs) && performance.getEntriesByName("first-contentful-paint").length > 0';

const LOOK_EVERY_MS = 20;
const AT_MOST_MS = 60_000;

/** Not by `waitForFunction`, which the portal's policy refuses; over pages that give way to the next while they are looked at. */
async function typable(page: Page): Promise<void> {
  const untilMs = Date.now() + AT_MOST_MS;
  while (!(await page.evaluate(settled).catch(() => false))) {
    if (Date.now() > untilMs) throw new Error(`Nothing to type into at ${new URL(page.url()).pathname}`);
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
}
