// The protocol of signing in: authorization code with PKCE, renewal, revocation. Keeps nothing: tokens go to who asked.
import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockSkew,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  revocationRequest,
  validateAuthResponse,
} from 'oauth4webapi';
import { noteServerTime, serverNowMs } from '#web/api/server-clock.ts';
import type { Config } from '#web/session/config.ts';

/** What has to outlive the way to the login pages and back; ten minutes in sessionStorage. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly begunAtMs: number;
}

export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly expiresInSeconds: number;
  /** The account, of the ID token: what is kept belongs to it. */
  readonly subject: string | undefined;
}

/** `over`: this refresh token is good for nothing any more. `away`: try again with the same. */
export type Renewed = { kind: 'tokens'; tokens: Tokens } | { kind: 'over' } | { kind: 'away' };

const serverOf = (config: Config): AuthorizationServer => ({
  issuer: config.issuer,
  authorization_endpoint: config.authorizeUrl,
  token_endpoint: config.tokenUrl,
  revocation_endpoint: config.revokeUrl,
});
/** Tokens are judged by the service's time: a computer's clock may be hours wrong. */
const clientOf = ({ clientId }: Config): Client => ({
  client_id: clientId,
  [clockSkew]: Math.round((serverNowMs() - Date.now()) / 1000),
});

/** Only the runner on this very machine speaks without TLS. */
const optionsFor = ({ tokenUrl }: Config) => ({
  [allowInsecureRequests]: new URL(tokenUrl).protocol === 'http:' && new URL(tokenUrl).hostname === 'localhost',
  signal: AbortSignal.timeout(10_000),
});

const redirectUri = (origin: string): string => `${origin}/`;

export async function beginSignIn(
  config: Config,
  { origin, nowMs, ...back }: { origin: string; nowMs: number; returnTo: string },
): Promise<{ url: URL; underWay: SignInUnderWay }> {
  const verifier = generateRandomCodeVerifier();
  const underWay = { state: generateRandomState(), nonce: generateRandomNonce(), verifier, begunAtMs: nowMs, ...back };
  const url = new URL(config.authorizeUrl);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri(origin),
    scope: config.scopes,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: underWay.state,
    nonce: underWay.nonce,
  }).toString();
  return { url, underWay };
}

/** @throws Error where the answer is not one to this very sign-in, or the service refuses the code. */
export async function finishSignIn(config: Config, underWay: SignInUnderWay, answer: URL): Promise<Tokens> {
  const [server, client] = [serverOf(config), clientOf(config)];
  const parameters = validateAuthResponse(server, client, answer, underWay.state);
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    parameters,
    redirectUri(answer.origin),
    underWay.verifier,
    optionsFor(config),
  );
  const result = await processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: underWay.nonce,
    requireIdToken: true,
  });
  return tokensOf(result);
}

interface TokenResult {
  access_token: string;
  refresh_token?: string;
  expires_in?: number;
  id_token?: string;
}

function tokensOf(result: TokenResult): Tokens {
  return {
    access: result.access_token,
    refresh: result.refresh_token,
    expiresInSeconds: result.expires_in ?? 900,
    subject: result.id_token === undefined ? undefined : subjectOf(result.id_token),
  };
}

/** The token came from the service itself, over TLS, and has been processed by the library: its words are taken. */
function subjectOf(idToken: string): string | undefined {
  const payload = (idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const { sub } = JSON.parse(atob(payload)) as { sub?: unknown };
  return typeof sub === 'string' ? sub : undefined;
}

export async function renew(config: Config, refresh: string): Promise<Renewed> {
  const server = serverOf(config);
  try {
    const askedAtMs = Date.now();
    const response = await refreshTokenGrantRequest(server, clientOf(config), None(), refresh, optionsFor(config));
    // A clock that was set meanwhile would make the new tokens look old, and the old one is used up.
    noteServerTime(response.headers.get('date'), askedAtMs, Date.now());
    return { kind: 'tokens', tokens: tokensOf(await processRefreshTokenResponse(server, clientOf(config), response)) };
  } catch (error) {
    return error instanceof ResponseBodyError && error.status < 500 && error.error === 'invalid_grant'
      ? { kind: 'over' }
      : { kind: 'away' };
  }
}

/** @returns false where the service could not be reached: it is asked again. */
export async function revoke(config: Config, refresh: string): Promise<boolean> {
  try {
    const { status } = await revocationRequest(serverOf(config), clientOf(config), None(), refresh, optionsFor(config));
    return status < 500;
  } catch {
    return false;
  }
}

/** Ends the session of the login pages; Cognito takes these two and nothing else. */
export function signOutUrl({ logoutUrl, clientId }: Config, origin: string): string {
  const url = new URL(logoutUrl);
  url.search = new URLSearchParams({ client_id: clientId, logout_uri: redirectUri(origin) }).toString();
  return url.toString();
}
