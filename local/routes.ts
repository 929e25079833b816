// The gateway's routes as the templates have them, and which one a request takes.
import type { Authorizer } from '#local/authorizer.ts';
import type { Functions, LocalFunction } from '#local/functions.ts';
import type { Resource, Resources } from '#local/resources.ts';

export interface GatewayRoute {
  /** `GET /v1/clients/{clientId}` or `$default`. */
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly function: LocalFunction;
  /** null: open to everybody. */
  readonly authorizer: Authorizer | null;
  readonly scopes: readonly string[];
}

export interface Match {
  readonly route: GatewayRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type FindRoute = (method: string, path: string) => Match | undefined;

interface RouteProperties {
  RouteKey: string;
  AuthorizationType?: string;
  AuthorizerId?: string;
  AuthorizationScopes?: string[];
  Target: string;
}

export function readRoutes(resources: Resources, functions: Functions): GatewayRoute[] {
  const apis = resources.of('AWS::ApiGatewayV2::Api');
  if (apis.length !== 1)
    throw new Error(`the runner wants exactly one HTTP API in the templates, there are ${apis.length}`);
  for (const { properties } of apis) {
    if (properties.CorsConfiguration) throw new Error('the runner knows no CORS: the portal stands on the same origin');
  }
  return resources.of('AWS::ApiGatewayV2::Route').map((route) => readRoute(route, resources, functions));
}

function readRoute({ logicalId, properties }: Resource, resources: Resources, functions: Functions): GatewayRoute {
  const {
    RouteKey,
    AuthorizationType = 'NONE',
    AuthorizerId,
    AuthorizationScopes = [],
    Target,
  } = properties as unknown as RouteProperties;
  const integration = resources.byRef(
    'AWS::ApiGatewayV2::Integration',
    Target.replace(/^integrations\//, ''),
  ).properties;
  if (integration.IntegrationType !== 'AWS_PROXY' || integration.PayloadFormatVersion !== '2.0') {
    throw new Error(`${logicalId}: the runner knows AWS_PROXY integrations of payload format 2.0 only`);
  }
  if (AuthorizationType !== 'NONE' && AuthorizationType !== 'JWT') {
    throw new Error(`${logicalId}: the runner knows no authorization ${AuthorizationType}`);
  }
  const [method = '', path = ''] = RouteKey === '$default' ? ['ANY', ''] : RouteKey.split(' ');
  return {
    key: RouteKey,
    method,
    segments: path.split('/').slice(1),
    function: functions.named(String(integration.IntegrationUri)),
    authorizer: AuthorizationType === 'JWT' ? readAuthorizer(String(AuthorizerId), resources) : null,
    scopes: AuthorizationScopes,
  };
}

function readAuthorizer(id: string, resources: Resources): Authorizer {
  const { properties } = resources.byRef('AWS::ApiGatewayV2::Authorizer', id);
  const { JwtConfiguration } = properties as { JwtConfiguration?: { Issuer: string; Audience: string[] } };
  if (!JwtConfiguration) throw new Error(`${id}: the runner knows JWT authorizers only`);
  return { issuer: JwtConfiguration.Issuer, audience: JwtConfiguration.Audience };
}

/** Fixed segments go before parameters, `$default` takes what is left. */
export function routeFinder(routes: readonly GatewayRoute[]): FindRoute {
  const fallback = routes.find(({ key }) => key === '$default');
  const rank = ({ segments }: GatewayRoute) =>
    segments.map((segment) => (segment.startsWith('{') ? '1' : '0')).join('');
  const bySpecificity = routes
    .filter((route) => route !== fallback)
    .toSorted((a, b) => rank(a).localeCompare(rank(b)) || Number(a.method === 'ANY') - Number(b.method === 'ANY'));
  return (method, path) => {
    const parts = path.split('/').slice(1);
    for (const route of bySpecificity) {
      if (route.method !== method && route.method !== 'ANY') continue;
      const pathParameters = parametersOf(route.segments, parts);
      if (pathParameters) return { route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}

function parametersOf(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const part = parts[at] ?? '';
    if (segment.startsWith('{')) {
      if (part === '') return undefined;
      parameters[segment.slice(1, -1)] = decoded(part);
    } else if (segment !== part) return undefined;
  }
  return parameters;
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
