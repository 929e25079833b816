// The HTTP API's JWT authorizer, as API Gateway judges: signature, issuer, audience, times, any one of a route's scopes.
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';

export interface Authorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export type Decision =
  | {
      readonly allowed: true;
      readonly claims: Readonly<Record<string, string>>;
      readonly scopes: readonly string[] | null;
    }
  | { readonly allowed: false; readonly status: 401 | 403; readonly challenge: string };

export type Authorize = (
  authorizer: Authorizer,
  scopes: readonly string[],
  header: string | undefined,
) => Promise<Decision>;

export function openAuthorizer(publicKeys: JSONWebKeySet): Authorize {
  const keys = createLocalJWKSet(publicKeys);
  return async ({ issuer, audience }, scopes, header) => {
    const token = header?.replace(/^Bearer\s+/i, '').trim();
    if (!token) return { allowed: false, status: 401, challenge: 'Bearer' };
    let claims: JWTPayload;
    try {
      ({ payload: claims } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] }));
    } catch {
      return invalid('the token is malformed, expired or signed by nobody known');
    }
    return decide(claims, audience, scopes);
  };
}

/** What is judged of a token whose signature, issuer and end hold. */
export function decide(claims: JWTPayload, audience: readonly string[], scopes: readonly string[]): Decision {
  const nowSeconds = Date.now() / 1000;
  if (typeof claims.exp !== 'number') return invalid('the token has no end');
  if (typeof claims.iat === 'number' && claims.iat > nowSeconds + 1)
    return invalid('the token was issued in the future');
  // client_id counts only where there is no aud.
  const mine = claims.aud === undefined ? [claims.client_id] : [claims.aud].flat();
  if (!mine.some((name) => audience.includes(String(name)))) return invalid('the token does not have a valid audience');
  const held = String(claims.scope ?? claims.scp ?? '').split(' ');
  if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope))) {
    return { allowed: false, status: 403, challenge: `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"` };
  }
  return { allowed: true, claims: asStrings(claims), scopes: scopes.length > 0 ? scopes : null };
}

/** Claims reach the function as strings, lists as `[a b]`. */
function asStrings(claims: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}

const invalid = (reason: string): Decision => ({
  allowed: false,
  status: 401,
  challenge: `Bearer scope="" error="invalid_token" error_description="${reason}"`,
});
