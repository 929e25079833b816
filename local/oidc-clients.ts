// The OpenID provider's clients: the portal, the places for machine clients, and names that stand for them here.
import { randomBytes } from 'node:crypto';
import type { ClientMetadata } from 'oidc-provider';
import type { AppClient, UserPool } from '#local/identity.ts';

/** Names for a machine client that work on this machine, with the password `local`. */
const machineAliases: readonly string[] = ['local-switchboard'];

export const isAlias = (clientId: string): boolean => machineAliases.includes(clientId);

export const clientMetadata = (pool: UserPool, origin: string): ClientMetadata[] => [
  portalMetadata(pool.portal, origin),
  ...machineIds(pool).map(machineMetadata),
];

const machineIds = (pool: UserPool): string[] => [...pool.machineClients.map(({ id }) => id), ...machineAliases];

function machineMetadata(clientId: string): ClientMetadata {
  return {
    client_id: clientId,
    // Compared by compareClientSecret above; a client may have two, and they change.
    client_secret: randomBytes(32).toString('hex'),
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  };
}

function portalMetadata(portal: AppClient, origin: string): ClientMetadata {
  const here = (urls: readonly string[]) => [
    ...new Set([...urls, ...urls.map((url) => `${origin}${new URL(url).pathname}`)]),
  ];
  return {
    client_id: portal.id,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: here(portal.redirectUris),
    post_logout_redirect_uris: here(portal.logoutUris),
  };
}
