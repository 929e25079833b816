// The OpenAPI 3.1 document, written from the route table: nothing in it is said twice.
import { operationOf } from '#api/openapi-operation.ts';
import { type Json, problemSchema, schemaWriter } from '#api/openapi-schemas.ts';
import { routeTable } from '#api/route-table.ts';
import { fullScope, scopes } from '#shared/route.ts';

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
