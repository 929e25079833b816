// Going to a page of the portal without loading it anew, and waiting until what it asks for is there.
import type { Page, Request } from 'playwright-core';

/** Calls of the API that have no answer yet. */
const pending = new WeakMap<Page, Set<Request>>();

function watchCalls(page: Page): Set<Request> {
  const known = pending.get(page);
  if (known) return known;
  const calls = new Set<Request>();
  pending.set(page, calls);
  page.on('request', (request) => new URL(request.url()).pathname.startsWith('/v1/') && calls.add(request));
  page.on('requestfinished', (request) => calls.delete(request));
  page.on('requestfailed', (request) => calls.delete(request));
  return calls;
}

/** As a link does: whoever is in stays in. */
export async function visit(page: Page, href: string): Promise<void> {
  watchCalls(page);
  // The page that is open already is not made anew.
  if (new URL(page.url()).pathname === href) return untilRead(page);
  await page.evaluate(`(() => {
    document.querySelector('main h1')?.setAttribute('data-before', '');
    history.pushState(null, '', ${JSON.stringify(href)});
    dispatchEvent(new PopStateEvent('popstate'));
  })()`);
  await page.waitForSelector('main h1:not([data-before])');
  await untilRead(page);
}

/** What was asked has been answered and painted, and what came of it asks nothing more. */
async function untilRead(page: Page): Promise<void> {
  const calls = watchCalls(page);
  do await page.evaluate('new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))');
  while (calls.size > 0);
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
}
