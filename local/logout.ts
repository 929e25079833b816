// Signing out as Cognito's /logout does it: told by `client_id` and `logout_uri`, and nobody is asked anything.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OidcProvider } from '#local/oidc.ts';

export async function serveLogout(
  request: IncomingMessage,
  response: ServerResponse,
  { provider }: OidcProvider,
): Promise<void> {
  const asked = new URL(request.url ?? '', 'http://localhost').searchParams;
  const [clientId, back] = [asked.get('client_id') ?? '', asked.get('logout_uri') ?? ''];
  const client = await provider.Client.find(clientId);
  if (!client?.postLogoutRedirectUris?.includes(back)) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end('Required parameters missing or wrong\n');
    return;
  }
  const context = provider.createContext(request, response);
  const session = await provider.Session.get(context);
  await session.destroy();
  // Every cookie of the provider that the session is found by.
  const gone = ['_session', '_session.sig'].map(
    (name) => `${name}=; path=/oidc; expires=${new Date(0).toUTCString()}; httponly`,
  );
  response.writeHead(302, { location: back, 'set-cookie': gone, 'cache-control': 'no-store' }).end();
}
