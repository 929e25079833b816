// The OpenID provider under /oidc, in Cognito's place: code + PKCE for the portal, client credentials for machines.
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider, { type ResourceServer } from 'oidc-provider';
import { type Accounts, LOCAL_PASSWORD } from '#local/accounts.ts';
import { logoutPage } from '#local/cognito-paths.ts';
import { keptJson } from '#local/data-dir.ts';
import type { AppClient, UserPool } from '#local/identity.ts';
import { clientMetadata, isAlias } from '#local/oidc-clients.ts';
import { refuseForeignScopes } from '#local/oidc-scopes.ts';
import { openOidcStore } from '#local/oidc-store.ts';
import type { MakeClaims } from '#local/tokens.ts';

export interface OidcProvider {
  readonly provider: Provider;
  /** The keys that tokens are checked with. */
  readonly publicKeys: { keys: JWK[] };
  signOut(accountId: string): void;
  userToken(email: string): Promise<string | undefined>;
  clientToken(name: string): Promise<string | undefined>;
}

const API = 'urn:answeronline:api';
/** So that a walk with curl is not cut short; tokens of the login pages live as long as the template says. */
const DEV_TOKEN_SECONDS = 12 * 3600;

interface Settings {
  readonly issuer: string;
  readonly pool: UserPool;
  readonly accounts: Accounts;
  readonly makeClaims: MakeClaims;
  readonly keysPath: string;
}

export async function openOidc({ issuer, pool, accounts, makeClaims, keysPath }: Settings): Promise<OidcProvider> {
  const keys = await keptKeys(keysPath);
  const store = openOidcStore();
  const clientOf = (id: string): AppClient | undefined =>
    [pool.portal, ...pool.machineClients].find((client) => client.id === (accounts.alias(id)?.clientId ?? id));
  const scopesOf = (clientId: string): readonly string[] => clientOf(clientId)?.scopes ?? [];
  const resourceServer = (clientId: string): ResourceServer => ({
    // Cognito's access tokens carry openid and email too, where they were asked for.
    scope: scopesOf(clientId).join(' '),
    audience: clientId,
    accessTokenFormat: 'jwt',
    accessTokenTTL: clientOf(clientId)?.accessTokenSeconds ?? 3600,
    jwt: { sign: { alg: 'RS256' } },
  });
  const openIdScopes = pool.portal.scopes.filter((scope) => !pool.apiScopes.includes(scope));

  const provider = new Provider(issuer, {
    adapter: store.adapter,
    clients: clientMetadata(pool, new URL(issuer).origin),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    scopes: openIdScopes,
    claims: { openid: ['sub', 'cognito:username', 'cognito:groups'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    // Cognito's sign-out ends the session of the login page alone: a refresh token lives until it is revoked.
    expiresWithSession: async () => false,
    ttl: {
      AccessToken: (_context, token) => token.resourceServer?.accessTokenTTL ?? 3600,
      ClientCredentials: (_context, token) => token.resourceServer?.accessTokenTTL ?? 3600,
      AuthorizationCode: 60,
      Grant: 43_200,
      IdToken: 900,
      Interaction: 3600,
      // Twelve hours from signing in, however often it is renewed.
      RefreshToken: (context) => context?.oidc?.entities.RotatedRefreshToken?.remainingTTL ?? 43_200,
      Session: 43_200,
    },
    interactions: { url: (_context, interaction) => `/oidc/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        async logoutSource(context, form) {
          context.body = logoutPage(form);
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => API,
        useGrantedResource: async () => true,
        async getResourceServerInfo(context, _resource, { clientId }) {
          refuseForeignScopes(context, scopesOf(clientId));
          return resourceServer(clientId);
        },
      },
    },
    async findAccount(_context, sub) {
      const account = accounts.bySub(sub);
      if (!account) return undefined;
      const { username, attributes, groups } = account;
      return {
        accountId: sub,
        claims: async () => ({
          sub,
          'cognito:username': username,
          'cognito:groups': [...groups],
          ...attributes,
          email_verified: true,
        }),
      };
    },
    // The portal is the service's own: whoever signs in has consented by doing so.
    async loadExistingGrant(context) {
      const { client, session, provider: own } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(openIdScopes.join(' '));
      grant.addResourceScope(API, scopesOf(client.clientId).join(' '));
      await grant.save();
      return grant;
    },
    formats: {
      customizers: {
        async jwt(_context, token, jwt) {
          const { exp, iat } = jwt.payload;
          const client = clientOf(token.clientId ?? '');
          const account = token.kind === 'AccessToken' ? accounts.bySub(token.accountId) : null;
          if (!client || account === undefined) throw new Error('a token for nobody');
          const payload = await makeClaims({
            clientId: client.id,
            account,
            // A machine that asks for none gets all of its client's.
            scopes: token.scope?.split(' ') ?? (account ? [] : client.scopes),
            issuer,
            issuedAt: Number(iat),
            expiresAt: Number(exp),
          });
          // Cognito's access tokens have no audience; the library insists on one, which this one has, but does not show.
          Object.defineProperty(payload, 'aud', { value: client.id, enumerable: false, writable: true });
          jwt.payload = payload;
        },
      },
    },
  });
  provider.Client.prototype.compareClientSecret = function compare(actual: string) {
    const id = this.clientId;
    if (isAlias(id)) return actual === LOCAL_PASSWORD && accounts.alias(id) !== undefined;
    return accounts.secretsOf(id).some(({ value }) => value === actual);
  };

  async function tokenFor(clientId: string, sub: string | null): Promise<string | undefined> {
    const [client, appClient] = [await provider.Client.find(clientId), clientOf(clientId)];
    if (!client || !appClient) return undefined;
    const api = { ...resourceServer(clientId), accessTokenTTL: DEV_TOKEN_SECONDS };
    const scope = appClient.scopes.join(' ');
    const common = { client, scope, resourceServer: new provider.ResourceServer(API, api) };
    const token = sub
      ? new provider.AccessToken({
          ...common,
          accountId: sub,
          grantId: randomBytes(16).toString('hex'),
          gty: 'authorization_code',
        })
      : new provider.ClientCredentials(common);
    token.resourceServer = common.resourceServer;
    return token.save();
  }

  const { d, p, q, dp, dq, qi, ...publicKey } = keys.signing;
  return {
    provider,
    publicKeys: { keys: [publicKey] },
    signOut: store.signOut,
    async userToken(email) {
      const account = accounts.byEmail(email);
      return account && tokenFor(pool.portal.id, account.sub);
    },
    async clientToken(name) {
      return accounts.alias(name) ? tokenFor(name, null) : undefined;
    },
  };
}

async function keptKeys(path: string): Promise<{ signing: JWK; cookies: string }> {
  const kept = keptJson<{ signing: JWK; cookies: string } | null>(path, null);
  if (kept.value) return kept.value;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const made = {
    signing: { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'RS256' },
    cookies: randomBytes(32).toString('hex'),
  };
  kept.save(made);
  return made;
}
