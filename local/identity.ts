// The user pool as the templates have it: its app clients, scopes, groups and the trigger before a token is made.
import type { Resources } from '#local/resources.ts';

export interface AppClient {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly redirectUris: readonly string[];
  readonly logoutUris: readonly string[];
  readonly accessTokenSeconds: number;
}

export interface UserPool {
  readonly id: string;
  /** A pool that ignores case keeps user names in lower case. */
  readonly caseSensitive: boolean;
  readonly groups: readonly string[];
  /** Where people sign in: code flow with PKCE. */
  readonly portal: AppClient;
  readonly machineClients: readonly AppClient[];
  /** The resource server's own scopes, as tokens carry them: answeronline/messages.read. */
  readonly apiScopes: readonly string[];
  readonly preToken: { readonly functionArn: string; readonly version: string };
}

interface ClientProperties {
  AllowedOAuthFlows?: string[];
  AllowedOAuthScopes?: string[];
  CallbackURLs?: string[];
  LogoutURLs?: string[];
  AccessTokenValidity?: number;
  TokenValidityUnits?: { AccessToken?: keyof typeof unitSeconds };
}

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

export function readUserPool(resources: Resources): UserPool {
  const [pool, ...more] = resources.of('AWS::Cognito::UserPool');
  if (!pool || more.length > 0) throw new Error('the runner wants exactly one user pool in the templates');
  const { LambdaConfig, UsernameConfiguration } = pool.properties as {
    UsernameConfiguration?: { CaseSensitive?: boolean };
    LambdaConfig?: { PreTokenGenerationConfig?: { LambdaArn: string; LambdaVersion: string } };
  };
  const trigger = LambdaConfig?.PreTokenGenerationConfig;
  if (!trigger) throw new Error('the user pool has no trigger before token generation');

  const clients = resources.of('AWS::Cognito::UserPoolClient');
  const ofFlow = (flow: string) =>
    clients
      .filter(({ properties }) => (properties as ClientProperties).AllowedOAuthFlows?.includes(flow))
      .map(({ physical, properties }) => readClient(physical.ref, properties));
  const [portal] = ofFlow('code');
  if (!portal) throw new Error('the user pool has no app client with the code flow');

  return {
    id: pool.physical.ref,
    caseSensitive: UsernameConfiguration?.CaseSensitive ?? true,
    groups: resources.of('AWS::Cognito::UserPoolGroup').map(({ physical }) => physical.ref),
    portal,
    machineClients: ofFlow('client_credentials'),
    apiScopes: resources.of('AWS::Cognito::UserPoolResourceServer').flatMap(({ properties }) => {
      const { Identifier, Scopes = [] } = properties as { Identifier: string; Scopes?: { ScopeName: string }[] };
      return Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`);
    }),
    preToken: { functionArn: trigger.LambdaArn, version: trigger.LambdaVersion.slice(1, 2) },
  };
}

function readClient(id: string, properties: ClientProperties): AppClient {
  const { AllowedOAuthScopes = [], CallbackURLs = [], LogoutURLs = [], AccessTokenValidity = 60 } = properties;
  return {
    id,
    scopes: AllowedOAuthScopes,
    redirectUris: CallbackURLs,
    logoutUris: LogoutURLs,
    accessTokenSeconds: AccessTokenValidity * unitSeconds[properties.TokenValidityUnits?.AccessToken ?? 'hours'],
  };
}
