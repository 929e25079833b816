// The gateway: its routes are the route table's, each with its scope; tokens of our app clients only.
import { describe, expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import { fullScope } from '#shared/route.ts';
import { pointsAt, type Resource, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const routes = dev.ofType('AWS::ApiGatewayV2::Route');

function functionBehind(route: Resource): string {
  const integration = the(
    dev.ofType('AWS::ApiGatewayV2::Integration'),
    ({ id }) => pointsAt(route.Properties.Target, id),
    route.id,
  );
  expect(integration.Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  return integration.Properties.IntegrationUri['Fn::GetAtt'][0];
}

describe('routes', () => {
  test('are those of the route table, one to one, and a default', () => {
    const keys = routes.map(({ Properties }) => Properties.RouteKey);

    expect(keys.toSorted()).toEqual(
      [...routeTable.map(({ method, path }) => `${method} ${path}`), '$default'].toSorted(),
    );
  });

  test.each(routeTable.map((row) => [`${row.method} ${row.path}`, row] as const))(
    '%s asks for its scope and reaches its function',
    (key, row) => {
      const route = the(routes, ({ Properties }) => Properties.RouteKey === key, key);

      expect(functionBehind(route)).toBe(dev.functionNamed(row.api).id);
      expect(route.Properties.OperationName).toBe(row.id);
      if (row.scope === null) {
        expect(route.Properties).not.toHaveProperty('AuthorizerId');
      } else {
        expect(route.Properties).toMatchObject({
          AuthorizationType: 'JWT',
          AuthorizationScopes: [fullScope(row.scope)],
        });
        expect(route.Properties).toHaveProperty('AuthorizerId.Ref');
      }
    },
  );

  test('only the function without any table answers without a token, but for the page for callers', () => {
    const open = routes.filter(({ Properties }) => !Properties.AuthorizerId);

    const withTables = open.filter((route) => functionBehind(route) !== dev.functionNamed('public').id);
    expect(withTables.map(({ Properties }) => Properties.RouteKey)).toEqual([
      'GET /v1/clients/{clientId}/caller-notice',
    ]);
  });
});

describe('the authorizer', () => {
  test.each([1, 10, 49])('takes tokens of the portal and of %i places for machine clients', (machineClientPlaces) => {
    const { ofType } = synthesize('dev', { machineClientPlaces });
    const [authorizer] = ofType('AWS::ApiGatewayV2::Authorizer');

    const { Issuer, Audience } = authorizer?.Properties.JwtConfiguration ?? {};
    expect(JSON.stringify(Issuer)).toContain('ProviderURL');
    expect(Audience).toHaveLength(machineClientPlaces + 1);
    expect(new Set(Audience.map((audience: unknown) => JSON.stringify(audience))).size).toBe(Audience.length);
  });
});

describe('the stage', () => {
  const [stage] = dev.ofType('AWS::ApiGatewayV2::Stage');

  test('logs ids and numbers, nothing about persons', () => {
    const format = Object.values(JSON.parse(stage?.Properties.AccessLogSettings.Format));

    expect(format).toContain('$context.routeKey');
    expect(format.join(' ')).not.toMatch(/identity|path|query|userAgent|claims|header/i);
  });

  test('throttles, and deploys what has changed', () => {
    expect(stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    expect(stage?.Properties.AutoDeploy).toBe(true);
  });
});
