// One operation of the OpenAPI document, from its row of the route table.
import type { Json, SchemaWriter } from '#api/openapi-schemas.ts';
import { type ProblemCode, problems } from '#shared/problems.ts';
import { fullScope, type Lazy, type Route, scopesOf } from '#shared/route.ts';

function parametersOf(route: Route, write: SchemaWriter): Json[] {
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
    ...(route.path.includes('{clientId}') && !route.ofErased ? (['erased'] as const) : []),
    ...(route.body || route.query ? (['invalid-request'] as const) : []),
    ...(route.body ? (['malformed-json', 'payload-too-large', 'unsupported-media-type'] as const) : []),
    ...(route.agreed ? (['agreement-missing'] as const) : []),
    ...(route.ifMatch ? (['if-match-required', 'version-conflict'] as const) : []),
    ...(route.scope ? (['internal', 'try-again'] as const) : []),
    ...(route.problems ?? []),
  ];
  return [...new Set(codes)];
}

function responsesOf(route: Route, write: SchemaWriter): Json {
  const responses: Json = {};
  const mediaType = route.pdf ? 'application/pdf' : route.html ? 'text/html' : 'application/json';
  for (const [status, schema] of Object.entries(route.replies))
    responses[status] = {
      description: schema ? 'Done' : 'Done; no body',
      ...(schema && {
        content: {
          [mediaType]: { schema: route.pdf ? { type: 'string', format: 'binary' } : write(schema, 'output') },
        },
      }),
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

export function operationOf(route: Route, write: SchemaWriter): Json {
  const { id, tag, summary, description, roles } = route;
  const needed = scopesOf(route).map(fullScope);
  const who = roles.length > 0 ? `For: ${roles.join(', ')}.` : '';
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, who].filter(Boolean).join('\n\n'),
    security: needed.length > 0 ? [{ oauth: needed }] : [],
    parameters: parametersOf(route, write),
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: write(route.body, 'input') } } },
    }),
    responses: responsesOf(route, write),
  };
}
