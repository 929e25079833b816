// CloudFront: which origin a path goes to, the function before it and the headers after it, as the template has them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runInNewContext } from 'node:vm';
import { readPortalFiles, sendFile } from '#local/portal-files.ts';
import { bucketsAt } from '#local/presigned.ts';
import type { Resource, Resources } from '#local/resources.ts';
import { headersOf } from '#local/response-headers.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface BehaviorProperties {
  PathPattern?: string;
  AllowedMethods: string[];
  TargetOriginId: string;
  ResponseHeadersPolicyId: string;
  FunctionAssociations?: { EventType: string; FunctionARN: string }[];
}

interface DistributionProperties {
  DefaultCacheBehavior: BehaviorProperties;
  CacheBehaviors?: BehaviorProperties[];
  CustomErrorResponses?: { ResponsePagePath?: string; ResponseCode?: number }[];
  DefaultRootObject: string;
  Origins: { Id: string; S3OriginConfig?: object; CustomOriginConfig?: object }[];
}

interface Behavior {
  matches(path: string): boolean;
  readonly methods: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** What the function makes of a path. */
  rewrite(path: string): string;
  readonly toFiles: boolean;
}

/** Where the login pages are in the templates. */
const cognito = /https:\/\/[\w-]+\.auth\.[\w-]+\.amazoncognito\.com/g;

/** @param gateway the one origin that is not the bucket. */
export function openPortal(resources: Resources, origin: string, gateway: Handle): Handle {
  const [distribution, ...others] = resources.of('AWS::CloudFront::Distribution');
  if (!distribution || others.length > 0) throw new Error('the runner wants exactly one distribution in the templates');
  const config = distribution.properties.DistributionConfig as DistributionProperties;
  // How long an error is kept at the edge is of no matter here.
  if (config.CustomErrorResponses?.some((one) => one.ResponsePagePath !== undefined || one.ResponseCode !== undefined))
    throw new Error('the runner knows no pages in place of errors: they would hold for the API');
  const files = readPortalFiles(resources, (text) => text.replace(cognito, `${origin}/oidc`));
  const behaviors = [...(config.CacheBehaviors ?? []), config.DefaultCacheBehavior].map((one) =>
    readBehavior(one, config, resources, origin),
  );

  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const behavior = behaviors.find((one) => one.matches(path));
    if (!behavior?.methods.includes(request.method ?? '')) {
      response.writeHead(403, { 'content-type': 'text/html' }).end('This distribution does not take this method');
      return;
    }
    // What an origin sets itself stays: no header of the templates overrides one that an origin here sets.
    for (const [name, value] of Object.entries(behavior.headers)) response.setHeader(name, value);
    if (!behavior.toFiles) return gateway(request, response);
    const key = behavior.rewrite(path).slice(1) || config.DefaultRootObject;
    sendFile(files, key, request, response);
  };
}

function readBehavior(
  one: BehaviorProperties,
  { Origins }: DistributionProperties,
  resources: Resources,
  origin: string,
): Behavior {
  const target = Origins.find(({ Id }) => Id === one.TargetOriginId);
  const pattern = asRegExp(one.PathPattern ?? '*');
  const policy = resources.byRef('AWS::CloudFront::ResponseHeadersPolicy', one.ResponseHeadersPolicyId);
  const headers = Object.entries(headersOf(policy)).map(([name, value]) => [
    name,
    bucketsAt(value.replace(cognito, origin), origin),
  ]);
  const functions = (one.FunctionAssociations ?? []).map(({ EventType, FunctionARN }) => {
    if (EventType !== 'viewer-request') throw new Error(`the runner knows no functions at ${EventType}`);
    return readFunction(FunctionARN, resources);
  });
  return {
    matches: (path) => pattern.test(path),
    methods: one.AllowedMethods,
    headers: Object.fromEntries(headers),
    rewrite: (path) => functions.reduce((uri, rewrite) => rewrite(uri), path),
    toFiles: target?.S3OriginConfig !== undefined,
  };
}

/** CloudFront's patterns: `*` is any number of letters, `?` is one. */
const asRegExp = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^$()|[\]{}\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

function readFunction(arn: string, resources: Resources): (uri: string) => string {
  const found = resources
    .of('AWS::CloudFront::Function')
    .find(({ physical }) => physical.attributes.FunctionARN === arn);
  if (!found) throw new Error(`there is no CloudFront function ${arn}`);
  const handler = handlerOf(found);
  return (uri) => {
    const made = handler({
      version: '1.0',
      request: { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} },
    });
    if (made.uri === undefined) throw new Error('the runner knows no functions that answer by themselves');
    return made.uri;
  };
}

const handlerOf = ({ properties }: Resource): ((event: object) => { uri?: string }) =>
  runInNewContext(`${properties.FunctionCode}\n;handler`, {});
