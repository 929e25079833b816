// The login pages under Cognito's own paths: what the portal is told of in config.json is shaped as in a stage.
import type { ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';

const paths: Readonly<Record<string, string>> = {
  '/oidc/oauth2/authorize': '/oidc/auth',
  '/oidc/oauth2/token': '/oidc/token',
  '/oidc/oauth2/revoke': '/oidc/token/revocation',
};

/** The provider's own path for one of Cognito's; any other as it is. */
export function providerUrl(url: string): string {
  const [path = '', query] = url.split(/\?(.*)/s);
  const own = paths[path] ?? path;
  return query === undefined ? own : `${own}?${query}`;
}

/** Cognito's `/logout` takes a client and where to go, without a hint whose session it is. */
export async function redirectToLogout(provider: Provider, url: string, response: ServerResponse): Promise<void> {
  const asked = new URL(url, 'http://localhost').searchParams;
  const [clientId = '', target = ''] = [asked.get('client_id') ?? '', asked.get('logout_uri') ?? ''];
  const client = await provider.Client.find(clientId);
  if (!client?.postLogoutRedirectUriAllowed(target)) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end('logout_uri is none of this client\n');
    return;
  }
  const query = new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: target });
  response.writeHead(302, { location: `/oidc/session/end?${query}`, 'cache-control': 'no-store' }).end();
}

/** Cognito asks nobody whether they mean it: the form sends itself. */
export const logoutPage = (form: string): string =>
  [
    '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Logga ut</title></head><body>',
    form,
    '<button type="submit" form="op.logoutForm" name="logout" value="yes">Logga ut</button>',
    '<script>document.querySelector("button").click()</script></body></html>',
  ].join('');
