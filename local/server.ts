// The one origin: which part answers a path.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Accounts } from '#local/accounts.ts';
import { providerUrl, redirectToLogout } from '#local/cognito-paths.ts';
import { type DevParts, serveDevApi } from '#local/dev-api.ts';
import { serveLogin } from '#local/login.ts';
import type { OidcProvider } from '#local/oidc.ts';
import { type Address, devPage } from '#local/page.ts';
import { PRESIGNED_PATH } from '#local/presigned.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Parts {
  /** Whatever is not the runner's own: the portal's files, and the API. */
  readonly portal: Handle;
  /** Links to objects. */
  readonly presigned: Handle;
  readonly oidc: OidcProvider;
  readonly accounts: Accounts;
  readonly addresses: readonly Address[];
  readonly dev: DevParts;
}

export function serve({ portal, presigned, oidc, accounts, addresses, dev }: Parts): Handle {
  const openid = oidc.provider.callback();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/dev' || path === '/dev/') return html(response, devPage(addresses));
    if (path.startsWith('/dev/') && (await serveDevApi(request, response, dev))) return;
    if (/^\/oidc\/interaction\/[\w-]+$/.test(path)) return serveLogin(request, response, oidc, accounts);
    if (path === '/oidc/logout') return redirectToLogout(oidc.provider, request.url ?? '', response);
    if (path.startsWith('/oidc/')) {
      const originalUrl = providerUrl(request.url ?? '');
      // The provider finds where it is mounted by the difference of the two.
      Object.assign(request, { originalUrl, url: originalUrl.slice('/oidc'.length) });
      return openid(request, response);
    }
    if (path.startsWith(`${PRESIGNED_PATH}/`)) return presigned(request, response);
    return portal(request, response);
  }

  return async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      // Whoever asked has hung up in the middle: there is nobody to be answered, and nothing to be looked at.
      if (request.destroyed && !request.complete) return;
      console.error(error);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { 'content-type': 'application/json' })
          .end('{"message":"the runner failed; see its output"}');
    }
  };
}

function html(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body);
}

/** The origin. Only this machine is answered. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`port ${port} is taken; choose another with --port, or 0 for a free one`) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
