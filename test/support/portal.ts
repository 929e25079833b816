// The portal as the OpenID provider knows it: sends a browser to sign in, turns codes into tokens, renews, signs out.
import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { type Browser, openBrowser, type Shown } from '#test/support/browser.ts';
import { type Json, made } from '#test/support/http-world.ts';
import type { Answer, RunnerClient } from '#test/support/runner-client.ts';

export const PORTAL_SCOPES = 'openid email answeronline/directory.read answeronline/messages.read';

/** A sign-in that has begun: nothing is filled in yet. */
interface Attempt {
  readonly browser: Browser;
  /** What the code is redeemed with. */
  readonly verifier: string;
  readonly shown: Shown;
}

export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** @throws Error where nobody was sent anywhere. */
export const sentTo = ({ location, status, html }: Shown): URL => {
  if (!location) throw new Error(`Nobody was sent anywhere: ${status} ${html}`);
  return location;
};

export async function openPortal(runner: RunnerClient) {
  const clientId = String(decodeJwt(await runner.userToken('supervisor@answeronline.example')).client_id);
  const redirectUri = `${runner.origin}/`;
  const { body: provider } = await runner.request<Json>('GET', '/oidc/.well-known/openid-configuration');

  const post = (url: string, form: Record<string, string>): Promise<Answer<Json>> =>
    runner.request('POST', new URL(url).pathname, {
      body: new URLSearchParams({ client_id: clientId, ...form }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  /** `changes` are to what the portal asks with; undefined leaves out. */
  async function begin(changes: Record<string, string | undefined> = {}, browser = openBrowser()): Promise<Attempt> {
    const verifier = randomBytes(32).toString('base64url');
    const asked = {
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: PORTAL_SCOPES,
      state: 'a-state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    const url = new URL(provider.authorization_endpoint);
    for (const [name, value] of Object.entries(asked)) if (value !== undefined) url.searchParams.set(name, value);
    return { browser, verifier, shown: await browser.open(url) };
  }

  /** Fills in the login page, and follows to where the portal is told the code. */
  async function logIn({ browser, shown }: Attempt, email: string): Promise<URL> {
    const finished = await browser.submit(sentTo(shown), { email, password: 'local' });
    return sentTo(await browser.open(sentTo(finished)));
  }

  const redeem = (back: URL, verifier: string) =>
    post(provider.token_endpoint, {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });

  return {
    clientId,
    redirectUri,
    begin,
    logIn,
    redeem,
    refresh: (token: string) => post(provider.token_endpoint, { grant_type: 'refresh_token', refresh_token: token }),
    revoke: (token: string) => post(provider.revocation_endpoint, { token }),

    async signIn(email: string) {
      const attempt = await begin();
      const tokens = await made(redeem(await logIn(attempt, email), attempt.verifier), 200);
      return { browser: attempt.browser, tokens };
    },

    async signOut(browser: Browser, idToken: string): Promise<Shown> {
      const url = new URL(provider.end_session_endpoint);
      url.searchParams.set('id_token_hint', idToken);
      url.searchParams.set('post_logout_redirect_uri', redirectUri);
      return sendLogout(browser, url);
    },
  };
}

/** What the page that asks whether one means it sends by itself: this browser runs no scripts. */
async function sendLogout(browser: Browser, url: URL): Promise<Shown> {
  const { html } = await browser.open(url);
  const [, action = ''] = /action="([^"]+)"/.exec(html) ?? [];
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(html) ?? [];
  return browser.submit(action, { xsrf, logout: 'yes' });
}
