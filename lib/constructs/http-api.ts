// The gateway: its routes are made from the route table, each with the scope it asks for; the rest is a 404 of our own.
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  CfnApi,
  CfnApiMapping,
  CfnAuthorizer,
  CfnDomainName,
  CfnIntegration,
  CfnRoute,
  CfnStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { type Api, fullScope, type Route } from '#shared/route.ts';

export type GatewayRoute = Pick<Route, 'id' | 'method' | 'path' | 'api' | 'scope'>;

export interface HttpApiProps {
  readonly name: string;
  readonly routes: readonly GatewayRoute[];
  readonly functions: Readonly<Record<Api, LambdaFunction>>;
  readonly issuer: string;
  /** Ids of the app clients whose tokens are taken; the gateway holds at most 50. */
  readonly audiences: readonly string[];
  readonly keepLogs: boolean;
  /** With it the gateway's own address answers nobody. */
  readonly ownDomain?: { readonly domain: string; readonly certificateArn: string };
}

/** Ids and numbers only: no path with what stands in it, no query string, no address, no user agent. */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  functionError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
});

export class HttpApi extends Construct {
  readonly api: CfnApi;
  /** Joined of what it is made of: nothing has to be cut out of an address. */
  readonly host: string;

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    const { ownDomain } = props;
    this.api = new CfnApi(this, 'Api', {
      name: props.name,
      protocolType: 'HTTP',
      ...(ownDomain && { disableExecuteApiEndpoint: true }),
    });
    const { region, urlSuffix } = Stack.of(this);
    this.host = ownDomain?.domain ?? `${this.api.ref}.execute-api.${region}.${urlSuffix}`;

    const authorizer = new CfnAuthorizer(this, 'Authorizer', {
      apiId: this.api.ref,
      name: 'access-token',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: props.issuer, audience: [...props.audiences] },
    });

    const targets = Object.fromEntries(
      Object.entries(props.functions).map(([name, handler]) => [name, this.#target(name as Api, handler)]),
    ) as Record<Api, string>;
    for (const route of props.routes) this.#route(route, targets[route.api], authorizer);
    this.#open(new CfnRoute(this, 'Default', { apiId: this.api.ref, routeKey: '$default', target: targets.public }), {
      because: 'answers only that there is no such route',
    });
    this.#stage(props);
  }

  #target(name: Api, handler: LambdaFunction): string {
    const integration = new CfnIntegration(this, `Function-${name}`, {
      apiId: this.api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: handler.functionArn,
      payloadFormatVersion: '2.0',
    });
    // One permission for the whole API: one a route would outgrow the function's policy.
    handler.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: this.api.ref, resourceName: '*' }),
    });
    return `integrations/${integration.ref}`;
  }

  #route({ id, method, path, scope }: GatewayRoute, target: string, authorizer: CfnAuthorizer): void {
    const common = { apiId: this.api.ref, routeKey: `${method} ${path}`, operationName: id, target };
    if (scope === null) {
      this.#open(new CfnRoute(this, id, common), { because: 'tells nothing about anybody' });
      return;
    }
    new CfnRoute(this, id, {
      ...common,
      authorizationType: 'JWT',
      authorizerId: authorizer.ref,
      authorizationScopes: [fullScope(scope)],
    });
  }

  #open(route: CfnRoute, { because }: { because: string }): void {
    acknowledge(route, {
      'AwsSolutions-APIG4': `Open by design: ${because}. Its function has no access to any table.`,
    });
  }

  #stage({ name, keepLogs, ownDomain }: HttpApiProps): void {
    const logs = new LogGroup(this, 'AccessLogs', {
      // Under this prefix the gateway's right to write does not use up the account's log policies.
      logGroupName: `/aws/vendedlogs/${name}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: keepLogs ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    const stage = new CfnStage(this, 'Stage', {
      apiId: this.api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: logs.logGroupArn, format: accessLogFormat },
      defaultRouteSettings: { throttlingRateLimit: 200, throttlingBurstLimit: 400 },
    });
    if (ownDomain) this.#nameItself(ownDomain, stage);
  }

  #nameItself({ domain, certificateArn }: NonNullable<HttpApiProps['ownDomain']>, stage: CfnStage): void {
    const domainName = new CfnDomainName(this, 'Domain', {
      domainName: domain,
      domainNameConfigurations: [{ certificateArn, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' }],
    });
    new CfnApiMapping(this, 'Mapping', { apiId: this.api.ref, domainName: domainName.ref, stage: stage.ref });
    new CfnOutput(this, 'Target', {
      description: 'Where the DNS of the domain of the API is to lead',
      value: domainName.attrRegionalDomainName,
    });
  }

  get url(): string {
    return this.api.attrApiEndpoint;
  }

  metric(metricName: string, statistic: string): Metric {
    return new Metric({ namespace: 'AWS/ApiGateway', metricName, statistic, dimensionsMap: { ApiId: this.api.ref } });
  }
}
