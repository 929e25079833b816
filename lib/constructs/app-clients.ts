// Who may ask for tokens: the portal for people, and a fixed number of places for machine clients.
import { Duration } from 'aws-cdk-lib';
import {
  ClientAttributes,
  OAuthScope,
  ResourceServerScope,
  type UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { machineScopes, RESOURCE_SERVER, type Scope, scopes } from '#shared/route.ts';

const meanings: Readonly<Record<Scope, string>> = {
  'directory.read': 'Read clients and staff',
  'directory.write': 'Change clients and staff',
  'messages.read': 'Read messages',
  'messages.write': 'Take and change messages',
  'access.manage': 'Invite users, change roles, make machine clients',
  'privacy.read': 'Read the erasure log, and how far erasures are',
  'privacy.write': 'Erase clients',
};

/**
 * No sign-in by Cognito's own API, whose tokens carry aws.cognito.signin.user.admin, whatever scopes the client has: with
 * one a person could change their account. An empty list would allow SRP; a custom flow needs a trigger, and there is none.
 */
const noApiSignIn = { custom: true };

export interface AppClientsProps {
  readonly userPool: UserPool;
  /** Where the portal may be signed in to. */
  readonly portalUrls: readonly string[];
  readonly machineClientPlaces: number;
}

/** The gateway lists its audiences at deploy time: a machine client takes one of the places that are there. */
export class AppClients extends Construct {
  readonly portal: UserPoolClient;
  readonly machines: readonly UserPoolClient[];

  constructor(scope: Construct, id: string, { userPool, portalUrls, machineClientPlaces }: AppClientsProps) {
    super(scope, id);
    const serverScope = (scopeName: Scope) =>
      new ResourceServerScope({ scopeName, scopeDescription: meanings[scopeName] });
    const server = userPool.addResourceServer('Api', { identifier: RESOURCE_SERVER, scopes: scopes.map(serverScope) });
    const oAuthScope = (scopeName: Scope) => OAuthScope.resourceServer(server, serverScope(scopeName));

    this.portal = new UserPoolClient(this, 'Portal', {
      userPool,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, ...scopes.map(oAuthScope)],
        callbackUrls: portalUrls.map((url) => `${url}/`),
        logoutUrls: portalUrls.map((url) => `${url}/`),
      },
      // No secret: the portal runs in a browser, where the code flow is held together by PKCE.
      generateSecret: false,
      authFlows: noApiSignIn,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      // A shift.
      refreshTokenValidity: Duration.hours(12),
      refreshTokenRotationGracePeriod: Duration.seconds(10),
      readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true }),
      // An empty list would be none: Cognito would take every standard attribute as writable.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
    this.machines = Array.from({ length: machineClientPlaces }, (_, place) =>
      this.#machinePlace(userPool, place + 1, machineScopes.map(oAuthScope)),
    );
  }

  #machinePlace(userPool: UserPool, place: number, oAuthScopes: OAuthScope[]) {
    return new UserPoolClient(this, `Machine${place}`, {
      userPool,
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: oAuthScopes },
      authFlows: noApiSignIn,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(60),
    });
  }
}
