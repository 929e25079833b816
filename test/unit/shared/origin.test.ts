// Requests that went round the firewall, where the stage has one origin for its API.
import { afterEach, expect, test, vi } from 'vitest';
import { publicRoutes } from '#api/public-routes.ts';
import { systemClock } from '#shared/clock.ts';
import { Found } from '#shared/found.ts';
import type { HttpEvent } from '#shared/http-event.ts';
import { newId } from '#shared/ids.ts';
import { cameThroughEdge, networkAddress } from '#shared/origin.ts';
import { serve } from '#shared/serve.ts';

afterEach(() => vi.unstubAllEnvs());

test.each<[string, Record<string, string>, string, boolean]>([
  ['with the word', { 'x-origin': 'a-long-word' }, 'a-long-word', true],
  ['with another word', { 'x-origin': 'a-long-ward' }, 'a-long-word', false],
  ['with a part of it', { 'x-origin': 'a-long' }, 'a-long-word', false],
  ['without any', {}, 'a-long-word', false],
  ['without any, where nobody asks for one', {}, '', true],
])('%s', (_, headers, secret, expected) => {
  expect(cameThroughEdge({ headers }, secret)).toBe(expected);
});

test.each<[string, string, string | undefined, string, string]>([
  ['with nothing before it, the gateway says', '', '198.51.100.9', '192.0.2.1', '192.0.2.1'],
  ['of a viewer, CloudFront says', 'word', '192.0.2.7, 64.252.1.1', '64.252.1.1', '192.0.2.7'],
  [
    'of a viewer who tells of others, CloudFront says',
    'word',
    '10.0.0.1, 192.0.2.7, 64.252.1.1',
    '64.252.1.1',
    '192.0.2.7',
  ],
  [
    'of a viewer, where the gateway adds nothing, CloudFront says',
    'word',
    '10.0.0.1, 192.0.2.7',
    '64.252.1.1',
    '192.0.2.7',
  ],
  ['where nobody has said anything, the gateway says', 'word', undefined, '64.252.1.1', '64.252.1.1'],
])('the network address %s', (_, secret, forwarded, sourceIp, expected) => {
  const event: HttpEvent = {
    routeKey: 'GET /v1/health',
    headers: { 'x-forwarded-for': forwarded },
    isBase64Encoded: false,
    requestContext: { requestId: 'one', http: { sourceIp } },
  };

  expect(networkAddress(event, secret)).toBe(expected);
});

test.each([
  ['is answered with the word', { 'x-origin': 'a-long-word' }, 200, 1],
  ['without it is told that there is nothing, before anything is started', {}, 404, 0],
])('a request %s', async (_, headers, status, started) => {
  vi.stubEnv('ORIGIN_SECRET', 'a-long-word');
  const start = vi.fn(() => ({
    clock: systemClock,
    newId,
    db: { read: async () => new Found(), witnessedBy: vi.fn() },
  }));
  const useCases = {
    readHealth: { run: async () => ({ status: 200 as const, body: { status: 'ok' as const, stage: 'dev' } }) },
    readOpenApi: { run: async () => ({ status: 200 as const, body: {} }) },
  };
  const handler = serve(publicRoutes, useCases, start);
  const event: HttpEvent = {
    routeKey: 'GET /v1/health',
    headers,
    isBase64Encoded: false,
    requestContext: { requestId: 'one' },
  };

  const answer = await handler(event, {} as never);

  expect([answer.statusCode, start.mock.calls.length]).toEqual([status, started]);
});
