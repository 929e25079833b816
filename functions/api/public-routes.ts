// The routes that are open to everybody: whether the service is there, and what it can do.
import * as z from 'zod/mini';
import { lazy, routesOf } from '#shared/route.ts';

export const publicRoutes = routesOf({
  readHealth: {
    method: 'GET',
    path: '/v1/health',
    api: 'public',
    tag: 'open',
    summary: 'Whether the API answers',
    scope: null,
    roles: [],
    replies: { 200: lazy(() => z.object({ status: z.literal('ok'), stage: z.string() })) },
  },
  readOpenApi: {
    method: 'GET',
    path: '/v1/openapi.json',
    api: 'public',
    tag: 'open',
    summary: 'This description, OpenAPI 3.1',
    scope: null,
    roles: [],
    replies: { 200: lazy(() => z.record(z.string(), z.unknown())) },
  },
});
