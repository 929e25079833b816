// Signing in as the portal does: code flow with PKCE through the login page, refresh, sign-out, and what is refused.
import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#test/support/browser.ts';
import { type HttpWorld, type Json, made, newAddress, openWorld } from '#test/support/http-world.ts';
import { openPortal, PORTAL_SCOPES, type Portal, sentTo } from '#test/support/portal.ts';

const ADMIN = 'admin@nordvik.example';

let world: HttpWorld;
let portal: Portal;

beforeAll(async () => {
  world = await openWorld();
  portal = await openPortal(world.runner);
});

const clientsFor = (token: string) => world.call('GET', '/clients', { token });

describe('somebody who signs in', () => {
  test('is asked for an address and the password, and the portal gets tokens that the API takes', async () => {
    const attempt = await portal.begin();
    const login = await attempt.browser.open(sentTo(attempt.shown));
    const back = await portal.logIn(attempt, ADMIN);
    const answer = await portal.redeem(back, attempt.verifier);
    const again = await portal.redeem(back, attempt.verifier);

    expect(login).toMatchObject({ status: 200, html: expect.stringContaining('Logga in') as string });
    expect(`${back.origin}${back.pathname}`).toBe(portal.redirectUri);
    expect(back.searchParams.get('state')).toBe('a-state');
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900 } });
    expect(decodeJwt(answer.body.access_token)).toMatchObject({
      token_use: 'access',
      scope: PORTAL_SCOPES,
      client_id: portal.clientId,
    });
    expect(decodeJwt(answer.body.id_token)).toMatchObject({ aud: portal.clientId, email: ADMIN });
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('reaches the API with the access token, not with the ID token', async () => {
    const { tokens } = await portal.signIn(ADMIN);

    const own = await clientsFor(tokens.access_token);
    const withIdToken = await clientsFor(tokens.id_token);

    expect(own.body.items.map(({ name }: Json) => name)).toEqual(['Nordvik Bygg']);
    expect(withIdToken).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
  });

  test('with a wrong password, or an address that nobody has, is asked again', async () => {
    const { browser, shown } = await portal.begin({}, openBrowser('en-GB'));

    const wrong = await browser.submit(sentTo(shown), { email: ADMIN, password: 'wrong' });
    const nobody = await browser.submit(sentTo(shown), { email: 'nobody@nordvik.example', password: 'local' });

    for (const { status, html } of [wrong, nobody]) {
      expect(status).toBe(401);
      expect(html).toContain('Wrong e-mail address or password.');
    }
  });

  test('has to come from the page that wanted it', async () => {
    const { shown } = await portal.begin();

    const elsewhere = await openBrowser().open(sentTo(shown));

    expect(elsewhere).toMatchObject({ status: 400, html: expect.stringContaining('gått ut') as string });
  });

  test('is known to the browser from then on, and gets new tokens for a refresh token', async () => {
    const { browser, tokens } = await portal.signIn(ADMIN);

    const silent = await portal.begin({ prompt: 'none' }, browser);
    const refreshed = await made(portal.refresh(tokens.refresh_token), 200);

    expect(sentTo(silent.shown).searchParams.get('code')).not.toBeNull();
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);
    expect((await clientsFor(refreshed.access_token)).status).toBe(200);
  });
});

describe('somebody who signs out', () => {
  test('is led back to the portal, and has to sign in again', async () => {
    const { browser, tokens } = await portal.signIn(ADMIN);

    const out = await portal.signOut(browser, tokens.id_token);
    const silent = await portal.begin({ prompt: 'none' }, browser);

    expect(sentTo(out).href).toBe(portal.redirectUri);
    expect(sentTo(silent.shown).searchParams.get('error')).toBe('login_required');
  });

  test('keeps a refresh token until it is revoked, as at Cognito', async () => {
    const { browser, tokens } = await portal.signIn(ADMIN);
    await portal.signOut(browser, tokens.id_token);

    const kept = await made(portal.refresh(tokens.refresh_token), 200);
    const revoked = await portal.revoke(kept.refresh_token);
    const refused = await portal.refresh(kept.refresh_token);

    expect(revoked.status).toBe(200);
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});

test('whoever is withdrawn gets no new tokens', async () => {
  const email = newAddress('ulla');
  const body = { email, name: 'Ulla Öst', role: 'clientAdmin' };
  const user = await made(world.call('POST', world.path('/users'), { body }));
  const { browser, tokens } = await portal.signIn(email);

  await made(world.call('DELETE', world.path(`/users/${user.id}`)), 204);
  const refused = await portal.refresh(tokens.refresh_token);
  const silent = await portal.begin({ prompt: 'none' }, browser);

  expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(sentTo(silent.shown).searchParams.get('error')).toBe('login_required');
});

describe('the portal', () => {
  test.for(['openid profile', 'openid offline_access', 'openid phone', 'answeronline/everything', 'openid nonsense'])(
    'may not ask for scopes beside those of its client: %s',
    async (scope) => {
      const { shown } = await portal.begin({ scope });

      expect(sentTo(shown).searchParams.get('error')).toBe('invalid_scope');
    },
  );

  test('gets no code without PKCE, and no token for another verifier', async () => {
    const bare = await portal.begin({ code_challenge: undefined, code_challenge_method: undefined });
    const back = await portal.logIn(await portal.begin(), ADMIN);
    const stolen = await portal.redeem(back, randomBytes(32).toString('base64url'));

    expect(sentTo(bare.shown).searchParams.get('error')).toBe('invalid_request');
    expect(stolen).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('is not sent to an address that the template does not hold', async () => {
    const { shown } = await portal.begin({ redirect_uri: 'http://localhost:1/' });

    expect(shown).toMatchObject({ status: 400, location: null });
  });
});

describe("under Cognito's paths", () => {
  const urlOf = (path: string, query: Record<string, string>) =>
    new URL(`/oidc/${path}?${new URLSearchParams(query)}`, world.runner.origin);

  test('a token is renewed and revoked as under those of the provider', async () => {
    const { tokens } = await portal.signIn(ADMIN);
    const post = (path: string, form: Record<string, string>) =>
      world.runner.request<Json>('POST', `/oidc/oauth2/${path}`, {
        body: new URLSearchParams({ client_id: portal.clientId, ...form }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });

    const renewed = await post('token', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    const revoked = await post('revoke', { token: renewed.body.refresh_token });
    const refused = await post('token', { grant_type: 'refresh_token', refresh_token: renewed.body.refresh_token });

    expect([renewed.status, revoked.status]).toEqual([200, 200]);
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('the session of the login pages ends, and the next sign-in asks for the password', async () => {
    const { browser } = await portal.signIn(ADMIN);

    const asked = await browser.open(urlOf('logout', { client_id: portal.clientId, logout_uri: portal.redirectUri }));
    const form = asked.location ? await browser.open(asked.location) : asked;
    const [, action = ''] = /action="([^"]+)"/.exec(form.html) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(form.html) ?? [];
    const out = await browser.submit(action, { xsrf, logout: 'yes' });
    const again = await portal.begin({}, browser);

    expect(form.html).toContain('.click()');
    expect(String(out.location)).toBe(portal.redirectUri);
    expect(sentTo(again.shown).pathname).toMatch(/^\/oidc\/interaction\//);
  });

  test.for([{ logout_uri: 'https://evil.example/' }, { client_id: 'nobody' }])(
    'nobody is sent elsewhere: %j',
    async (changes) => {
      const query = { client_id: portal.clientId, logout_uri: portal.redirectUri, ...changes };

      const answer = await openBrowser().open(urlOf('logout', query));

      expect([answer.status, answer.location]).toEqual([400, null]);
    },
  );

  test('the login page is found', async () => {
    const { shown } = await portal.begin();
    const asked = new URL(`${world.runner.origin}/oidc/oauth2/authorize`);
    asked.search = new URLSearchParams({
      client_id: portal.clientId,
      response_type: 'code',
      redirect_uri: portal.redirectUri,
      scope: PORTAL_SCOPES,
      state: 's',
      code_challenge: 'a'.repeat(43),
      code_challenge_method: 'S256',
    }).toString();

    const there = await openBrowser().open(asked);

    expect(sentTo(there).pathname.split('/').slice(0, 3)).toEqual(sentTo(shown).pathname.split('/').slice(0, 3));
  });
});
