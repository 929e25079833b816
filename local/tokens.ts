// Access tokens shaped like Cognito's, with the claims that the stack's own trigger adds.
import { randomUUID } from 'node:crypto';
import type { Account } from '#local/accounts.ts';
import type { Functions } from '#local/functions.ts';
import type { UserPool } from '#local/identity.ts';

interface TokenRequest {
  readonly clientId: string;
  /** null: a machine client, by client credentials. */
  readonly account: Account | null;
  readonly scopes: readonly string[];
  readonly issuer: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

interface AccessTokenChanges {
  claimsToAddOrOverride?: Record<string, unknown>;
  claimsToSuppress?: string[];
  scopesToAdd?: string[];
  scopesToSuppress?: string[];
}

interface TriggerAnswer {
  response?: { claimsAndScopeOverrideDetails?: { accessTokenGeneration?: AccessTokenChanges } | null };
}

/** Claims that Cognito lets no trigger change. */
const fixed = new Set([
  ...['acr', 'amr', 'at_hash', 'aud', 'auth_time', 'azp', 'client_id', 'event_id', 'exp', 'iat', 'iss', 'jti'],
  ...['nbf', 'nonce', 'origin_jti', 'scope', 'sub', 'token_use', 'username', 'version'],
]);

export type MakeClaims = (request: TokenRequest) => Promise<Record<string, unknown>>;

export function claimsMaker(pool: UserPool, functions: Functions, region: string): MakeClaims {
  const trigger = functions.named(pool.preToken.functionArn);
  return async (request) => {
    const answer = (await trigger.invoke(eventFor(request, pool, region))) as TriggerAnswer;
    const changes = answer.response?.claimsAndScopeOverrideDetails?.accessTokenGeneration ?? {};
    const { account, clientId, scopes } = request;
    const granted = new Set([...scopes, ...(changes.scopesToAdd ?? [])]);
    for (const scope of changes.scopesToSuppress ?? []) granted.delete(scope);
    const own: Record<string, unknown> = {
      sub: account?.sub ?? clientId,
      ...(account && account.groups.length > 0 ? { 'cognito:groups': account.groups } : {}),
      iss: request.issuer,
      version: 2,
      client_id: clientId,
      token_use: 'access',
      scope: [...granted].join(' '),
      auth_time: request.issuedAt,
      iat: request.issuedAt,
      exp: request.expiresAt,
      jti: randomUUID(),
      ...(account ? { username: account.username } : {}),
    };
    for (const [name, value] of Object.entries(changes.claimsToAddOrOverride ?? {})) {
      if (!fixed.has(name)) own[name] = value;
    }
    for (const name of changes.claimsToSuppress ?? []) if (!fixed.has(name)) delete own[name];
    return own;
  };
}

function eventFor({ account, clientId, scopes }: TokenRequest, pool: UserPool, region: string): object {
  return {
    version: pool.preToken.version,
    triggerSource: account ? 'TokenGeneration_HostedAuth' : 'TokenGeneration_ClientCredentials',
    region,
    userPoolId: pool.id,
    userName: account?.username ?? clientId,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
    request: {
      userAttributes: account ? { sub: account.sub, 'cognito:user_status': 'CONFIRMED', ...account.attributes } : {},
      groupConfiguration: { groupsToOverride: account?.groups ?? [], iamRolesToOverride: [], preferredRole: null },
      scopes,
    },
    response: { claimsAndScopeOverrideDetails: null },
  };
}
