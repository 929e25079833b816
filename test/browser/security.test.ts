// What the browser is told of the portal, and that the portal keeps to it.
import { describe, expect } from 'vitest';
import { test } from '#test/support/browser-page.ts';

test('the page loads, and its policy has nothing to report', async ({ page, runner }) => {
  const loaded = await page.goto('/');

  await page.waitForSelector('h1');
  expect(loaded?.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  // Itself, the sign-in, and the bucket that sealed files are fetched from: nothing else.
  const [, reached = ''] = /connect-src ([^;]+);/.exec(loaded?.headers()['content-security-policy'] ?? '') ?? [];
  expect(reached.split(' ')).toEqual(["'self'", runner.origin, expect.stringMatching(`^${runner.origin}/s3/`)]);
});

test('a style that stands in the page is refused, and the refusal is heard', async ({ page, watched }) => {
  // The page stays where it is: an answer without content leads nowhere.
  await page.route('**/oidc/oauth2/authorize**', (route) => route.fulfill({ status: 204 }));
  await page.goto('/');

  await page.evaluate(`new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', () => resolve());
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
  })`);

  expect(watched.complaints.splice(0).join()).toContain('CSP: style-src');
});

test.for(['/desk', '/c/cli_1/messages', '/settings'])('%s is the one page', async (path, { runner }) => {
  const [view, page] = await Promise.all([runner.request('GET', path), runner.request('GET', '/')]);

  expect([view.status, view.text]).toEqual([200, page.text]);
});

describe('what is no view stays what it is', () => {
  test('a file that is not there', async ({ runner }) => {
    const { status, text } = await runner.request('GET', '/assets/none.js');

    expect([status, text.includes('<div id="app"')]).toEqual([403, false]);
  });

  test('a route of the API that is not there', async ({ runner }) => {
    const { status, headers } = await runner.request('GET', '/v1/nothing');

    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(headers.get('content-security-policy')).toBeNull();
    expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
  });
});

test('hashed files are kept for a year, the page and its settings never', async ({ runner }) => {
  const { text, headers } = await runner.request('GET', '/');
  const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(text) ?? [];
  const [asset, config] = await Promise.all([runner.request('GET', script), runner.request('GET', '/config.json')]);

  expect(headers.get('cache-control')).toBe('no-store');
  expect(config.headers.get('cache-control')).toBe('no-store');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('the settings lead to the sign-in of this machine', async ({ runner }) => {
  const { body } = await runner.request<Record<string, string>>('GET', '/config.json');

  expect(body).toMatchObject({
    authorizeUrl: `${runner.origin}/oidc/oauth2/authorize`,
    tokenUrl: `${runner.origin}/oidc/oauth2/token`,
    revokeUrl: `${runner.origin}/oidc/oauth2/revoke`,
    logoutUrl: `${runner.origin}/oidc/logout`,
  });
});
