// What is open to everybody, and what is not there at all.
import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { type Json, openWorld } from '#test/support/http-world.ts';
import { runnerClient } from '#test/support/runner-client.ts';

const runner = runnerClient(inject('runnerOrigin'));
const documented: Json = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));

test('health says that the API answers, and which stage it is', async () => {
  const { status, headers, body } = await runner.request<Json>('GET', '/v1/health');

  expect({ status, body }).toEqual({ status: 200, body: { status: 'ok', stage: 'dev' } });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('the description of the API is the one in docs', async () => {
  const { status, body } = await runner.request<Json>('GET', '/v1/openapi.json');

  expect(status).toBe(200);
  expect(body).toEqual(documented);
});

describe('a route that does not exist is a 404 problem, with a token and without one', () => {
  test.for([
    ['GET', '/v1/nothing'],
    ['GET', '/v1'],
    ['GET', '/v1/'],
    ['GET', '/v1/health/'],
    ['POST', '/v1/health'],
    ['PUT', '/v1/clients'],
    ['DELETE', '/v1/clients'],
    ['GET', '/v1/clients/search/more'],
    ['GET', '/v1/Clients'],
    ['POST', '/v1/clients/x/staff/find'],
  ])('%s %s', async ([method, path]) => {
    const token = await runner.userToken('supervisor@answeronline.example');

    const answers = await Promise.all([
      runner.request<Json>(method as string, path as string),
      runner.request<Json>(method as string, path as string, { token }),
    ]);

    for (const { status, headers, body } of answers) {
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'not-found' });
      expect(headers.get('content-type')).toBe('application/problem+json');
    }
  });
});

test('answers may be kept by nobody, whether they are good or bad', async () => {
  const world = await openWorld();

  const answers = await Promise.all([
    world.call('GET', world.path()),
    world.call('GET', '/clients/cli_none'),
    world.call('POST', '/clients', { body: {} }),
  ]);

  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the seeded clients are there, found by the number that was called', async () => {
  const token = await runner.clientToken('local-switchboard');

  const { body } = await runner.request<Json>('POST', '/v1/clients/search', {
    token,
    body: { number: '08 465 004 50' },
  });

  expect(body.items).toMatchObject([{ name: 'Södra Tand', contentMode: 'notice' }]);
});
