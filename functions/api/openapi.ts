// The OpenAPI 3.1 document, written from the route table: nothing in it is said twice.
import * as z from 'zod/mini';
import { routeTable } from '#api/route-table.ts';
import { Client, ClientInput, ClientPatch } from '#clients/schema.ts';
import { DeliveryView } from '#deliveries/schema.ts';
import { Message, MessageEdit, MessageInput } from '#messages/schema.ts';
import { type ProblemCode, problems } from '#shared/problems.ts';
import { fullScope, type Lazy, type Route, scopes } from '#shared/route.ts';
import { StaffInput, StaffMember, StaffPatch } from '#staff/schema.ts';

type Json = Record<string, unknown>;

/** Schemas that stand under a name of their own. */
const named = {
  Client,
  ClientInput,
  ClientPatch,
  StaffMember,
  StaffInput,
  StaffPatch,
  Message,
  MessageInput,
  MessageEdit,
  Delivery: DeliveryView,
};

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457. `errors` point at what is wrong; values are never repeated.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', description: '`urn:answeronline:problem:` and the code' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    erasedAt: { type: 'string', format: 'date-time' },
  },
};

const dropped = new Set(['$schema', 'id', '~standard']);

/** Turns schemas to JSON Schema; named ones are put among the components and referred to. */
function schemaWriter() {
  const registry = z.registry<{ id?: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema(), { id });
  const components: Json = {};

  const pointed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pointed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        // A format says it; the regular expression behind it is for machines of another kind.
        .filter(([key]) => !dropped.has(key) && !(key === 'pattern' && 'format' in value))
        .map(([key, inner]) => [
          key,
          key === '$ref' ? String(inner).replace('#/$defs/', '#/components/schemas/') : pointed(inner),
        ]),
    );
  };

  /** Wrapped in a list, so that a named schema is referred to at the top as well. */
  const write = (schema: Lazy, io: 'input' | 'output'): unknown => {
    const { items, $defs = {} } = z.toJSONSchema(z.array(schema()), {
      io,
      metadata: registry,
      unrepresentable: 'any',
    }) as Json & { $defs?: Json };
    for (const [id, definition] of Object.entries($defs)) components[id] = pointed(withoutId(definition as Json));
    return pointed(items);
  };

  return { write, components };
}

const withoutId = ({ id: _, ...schema }: Json): Json => schema;

type Writer = ReturnType<typeof schemaWriter>['write'];

function parametersOf(route: Route, write: Writer): Json[] {
  const from = (schema: Lazy | undefined, where: 'path' | 'query'): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = write(schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, inner]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: inner,
    }));
  };
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...from(route.params, 'path'),
    ...from(route.query, 'query'),
    ...(route.ifMatch ? [header('If-Match', true, 'The ETag that you read')] : []),
    ...(route.idempotent
      ? [header('Idempotency-Key', false, 'Makes the request safe to repeat: same key and body, same record')]
      : []),
  ];
}

/** Problems of the chain, by what the row asks of a request. */
function problemsOf(route: Route): ProblemCode[] {
  const codes: ProblemCode[] = [
    ...(route.scope ? (['forbidden'] as const) : []),
    ...(route.params ? (['not-found'] as const) : []),
    ...(route.body || route.query ? (['invalid-request'] as const) : []),
    ...(route.body ? (['malformed-json', 'payload-too-large', 'unsupported-media-type'] as const) : []),
    ...(route.ifMatch ? (['if-match-required', 'version-conflict'] as const) : []),
    ...(route.scope ? (['internal', 'try-again'] as const) : []),
    ...((route.problems ?? []) as ProblemCode[]),
  ];
  return [...new Set(codes)];
}

function responsesOf(route: Route, write: Writer): Json {
  const responses: Json = {};
  for (const [status, schema] of Object.entries(route.replies))
    responses[status] = {
      description: schema ? 'Done' : 'Done; no body',
      ...(schema && { content: { 'application/json': { schema: write(schema, 'output') } } }),
    };
  if (route.scope) responses['401'] = { $ref: '#/components/responses/GatewayUnauthorized' };
  const codes = problemsOf(route);
  for (const status of [...new Set(codes.map((code) => problems[code].status))].sort()) {
    const own = codes.filter((code) => problems[code].status === status);
    responses[status] = {
      description: own.map((code) => `\`${code}\`: ${problems[code].title}`).join('. '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

function operationOf(route: Route, write: Writer): Json {
  const { id, tag, summary, description, scope, roles } = route;
  const who = roles.length > 0 ? `For: ${roles.join(', ')}.` : '';
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, who].filter(Boolean).join('\n\n'),
    security: scope ? [{ oauth: [fullScope(scope)] }] : [],
    parameters: parametersOf(route, write),
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: write(route.body, 'input') } } },
    }),
    responses: responsesOf(route, write),
  };
}

const scopeWords = Object.fromEntries(scopes.map((scope) => [fullScope(scope), scope.replace('.', ': ')]));

export function openApiDocument(): Json {
  const { write, components } = schemaWriter();
  const paths: Record<string, Json> = {};
  for (const route of routeTable) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] as Json, { [route.method.toLowerCase()]: operationOf(route, write) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'AnswerOnline',
      version: '1.0.0',
      description:
        'Telephone messages that reach the right person at once, and are gone after six months. The gateway itself answers a missing or wrong token with 401 and a missing scope with 403, both as `{"message": "…"}`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routeTable.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...components, Problem: problemSchema },
      responses: {
        GatewayUnauthorized: {
          description: 'No token, or one that is not valid: the gateway answers',
          content: {
            'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } },
          },
        },
      },
      securitySchemes: {
        oauth: {
          type: 'oauth2',
          flows: {
            authorizationCode: { authorizationUrl: '/oidc/auth', tokenUrl: '/oidc/token', scopes: scopeWords },
            clientCredentials: { tokenUrl: '/oidc/token', scopes: scopeWords },
          },
        },
      },
    },
  };
}
