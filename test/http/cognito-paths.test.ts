// The sign-in at the paths that Cognito has: the portal knows no others.
import { beforeAll, expect, inject, test } from 'vitest';
import { openPortal, type Portal, sendLogout, sentTo } from '#test/support/portal.ts';
import { runnerClient } from '#test/support/runner-client.ts';

const runner = runnerClient(inject('runnerOrigin'));
const operator = 'operator@answeronline.example';
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal(runner);
});

const logout = (back: string) =>
  `${runner.origin}/oidc/logout?${new URLSearchParams({ client_id: portal.clientId, logout_uri: back })}`;
/** Where a browser lands that asks for a code: at the portal if a session lets it through, else at the login page. */
const asked = async (browser: Awaited<ReturnType<Portal['signIn']>>['browser']) =>
  (await portal.begin({}, browser)).shown.location?.pathname ?? '';

test('signing out ends the session of the login pages, and leads back to the portal', async () => {
  const { browser } = await portal.signIn(operator);
  const before = await asked(browser);

  const page = sentTo(await browser.open(logout(portal.redirectUri)));
  const { location } = await sendLogout(browser, page);

  expect([before, location?.href]).toEqual(['/', portal.redirectUri]);
  expect(await asked(browser)).toMatch(/^\/oidc\/interaction\//);
});

test('nobody is led to an address that is not the portal', async () => {
  const { browser } = await portal.signIn(operator);

  const { status, location } = await browser.open(logout('https://elsewhere.example/'));

  expect([status, location]).toEqual([400, null]);
  expect(await asked(browser)).toBe('/');
});

test('tokens are renewed and revoked at Cognito’s paths', async () => {
  const { tokens } = await portal.signIn(operator);
  const post = (path: string, form: Record<string, string>) =>
    runner.request<Record<string, string>>('POST', `/oidc/oauth2/${path}`, {
      body: new URLSearchParams({ client_id: portal.clientId, ...form }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  const renewed = await post('token', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
  const revoked = await post('revoke', { token: String(renewed.body.refresh_token) });
  const again = await portal.refresh(String(renewed.body.refresh_token));

  expect([renewed.status, revoked.status, again.status]).toEqual([200, 200, 400]);
});
