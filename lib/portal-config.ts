// config.json: all that the app is told at its start. It asks no other document.
import type { Stage } from '#lib/stage.ts';
import { fullScope, scopes } from '#shared/route.ts';

export interface PortalConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  /** Takes `client_id` and `logout_uri`, as Cognito's does. */
  readonly logoutUrl: string;
  /** Separated by spaces, as an authorization request has them. */
  readonly scopes: string;
  /** How long nobody may have touched anything before the screen locks. */
  readonly idleMinutes: { readonly desk: number; readonly portal: number };
  readonly serviceName: string;
}

interface Known {
  readonly stage: Pick<Stage, 'serviceName'>;
  readonly issuer: string;
  readonly clientId: string;
  readonly loginUrl: string;
}

export const portalConfig = ({ stage, issuer, clientId, loginUrl }: Known): PortalConfig => ({
  issuer,
  clientId,
  authorizeUrl: `${loginUrl}/oauth2/authorize`,
  tokenUrl: `${loginUrl}/oauth2/token`,
  revokeUrl: `${loginUrl}/oauth2/revoke`,
  logoutUrl: `${loginUrl}/logout`,
  scopes: ['openid', 'email', ...scopes.map(fullScope)].join(' '),
  idleMinutes: { desk: 10, portal: 30 },
  serviceName: stage.serviceName,
});
