// Requests that are refused: each with a pointer to what is wrong, and never with what was sent.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageRoutes } from '#messages/routes.ts';
import type { HttpEvent } from '#shared/http-event.ts';
import { parseRequest } from '#shared/parse-request.ts';
import { Problem, problemBody } from '#shared/problems.ts';
import type { Route } from '#shared/route.ts';
import { staffRoutes } from '#staff/routes.ts';

const CLIENT = 'cli_01M83PPH00WCQDE9BDR212TSBK';
const { takeMessage, listMessages } = messageRoutes;

const anEvent = (changes: Partial<HttpEvent> & { json?: unknown } = {}): HttpEvent => {
  const { json, ...rest } = changes;
  return {
    routeKey: '',
    headers: { 'content-type': 'application/json' },
    pathParameters: { clientId: CLIENT },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    isBase64Encoded: false,
    requestContext: { requestId: 'r' },
    ...rest,
  };
};
const refusal = (route: Route, event: HttpEvent): Problem => {
  try {
    parseRequest(route, event);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was taken');
};
const pointersOf = (problem: Problem) => problem.details.errors?.map(({ pointer }) => pointer);

test('what is right is given on, with defaults filled in', () => {
  const event = anEvent({
    json: { matter: ' Ring ' },
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': 'k' },
  });

  expect(parseRequest(takeMessage, event)).toEqual({
    params: { clientId: CLIENT },
    query: undefined,
    body: { matter: 'Ring', copyTo: [], caller: {}, urgency: 'normal', callBack: false, sensitive: false },
    ifMatch: undefined,
    idempotencyKey: 'k',
  });
});

test('a body in base64 is read', () => {
  const body = Buffer.from(JSON.stringify({ matter: 'Åtgärda' })).toString('base64');

  expect(parseRequest(takeMessage, anEvent({ body, isBase64Encoded: true })).body).toMatchObject({ matter: 'Åtgärda' });
});

describe('a body', () => {
  test.each([
    ['of another type', anEvent({ json: {}, headers: { 'content-type': 'text/plain' } }), 'unsupported-media-type'],
    ['without a type', anEvent({ json: {}, headers: {} }), 'unsupported-media-type'],
    ['that is no JSON', anEvent({ body: '{"matter":' }), 'malformed-json'],
    ['that is not there', anEvent(), 'malformed-json'],
    [
      'in another encoding',
      anEvent({ body: Buffer.from('{"matter":"Åke ringer"}', 'latin1').toString('base64'), isBase64Encoded: true }),
      'malformed-json',
    ],
    ['over 64 kB', anEvent({ body: `{"matter":"${'a'.repeat(64 * 1024)}"}` }), 'payload-too-large'],
    [
      'over 64 kB in bytes, not in letters',
      anEvent({ body: `{"matter":"${'å'.repeat(33 * 1024)}"}` }),
      'payload-too-large',
    ],
    [
      'over 64 kB in base64',
      anEvent({ body: Buffer.alloc(64 * 1024 + 1, 32).toString('base64'), isBase64Encoded: true }),
      'payload-too-large',
    ],
  ])('%s is refused as such', (_, event, code) => {
    const { code: answered, details } = refusal(takeMessage, event);

    expect(answered).toBe(code);
    expect(details.errors).toHaveLength(1);
  });

  test('of exactly 64 kB is read', () => {
    const body = '{"matter":"x"}'.padEnd(64 * 1024);

    expect(parseRequest(takeMessage, anEvent({ body })).body).toMatchObject({ matter: 'x' });
  });

  test.each<[string, unknown, string[]]>([
    ['an unknown field', { matter: 'x', colour: 'red' }, ['/colour']],
    ['an unknown field within', { matter: 'x', caller: { age: 3 } }, ['/caller/age']],
    ['names that need escaping', { matter: 'x', 'a/b~c': 1 }, ['/a~1b~0c']],
    ['__proto__', JSON.parse('{"matter":"x","__proto__":{"callBack":true}}'), ['/__proto__']],
    ['a wrong type', { matter: 7 }, ['/matter']],
    ['a text that is too long', { matter: 'x'.repeat(4_001) }, ['/matter']],
    ['a wrong member of a list', { matter: 'x', copyTo: ['stf_1'] }, ['/copyTo/0']],
    ['several things', { matter: 7, urgency: 'soon', caller: { name: '' } }, ['/caller/name', '/matter', '/urgency']],
    ['a list for an object', [], ['']],
    ['null', null, ['']],
  ])('with %s is refused with pointers', (_, json, pointers) => {
    const problem = refusal(takeMessage, anEvent({ json }));

    expect(problem.code).toBe('invalid-request');
    expect(pointersOf(problem)?.sort()).toEqual(pointers);
  });
});

test.each<[string, Record<string, string>, string]>([
  ['unknown', { colour: 'red' }, 'query/colour'],
  ['out of bounds', { limit: '101' }, 'query/limit'],
  ['no number', { limit: 'x' }, 'query/limit'],
  ['a number to JavaScript only', { limit: '1e1' }, 'query/limit'],
  ['a number to programmers only', { limit: '0x10' }, 'query/limit'],
  ['a number with more than digits', { limit: ' 10' }, 'query/limit'],
  ['a number with a nought before it', { limit: '010' }, 'query/limit'],
  ['an empty number', { limit: '' }, 'query/limit'],
  ['no date', { from: 'yesterday' }, 'query/from'],
])('a query that is %s is pointed at', (_, queryStringParameters, pointer) => {
  const pointers = pointersOf(refusal(listMessages, anEvent({ queryStringParameters })));

  expect(new Set(pointers)).toEqual(new Set([pointer]));
});

test('a query where there is none is refused', () => {
  const event = anEvent({ json: { matter: 'x' }, queryStringParameters: { a: '1' } });

  expect(pointersOf(refusal(takeMessage, event))).toEqual(['query']);
});

test.each([undefined, 'cli_1', `${CLIENT}\n`, CLIENT.toLowerCase(), '../..'])('the id %j names nothing', (clientId) => {
  expect(refusal(listMessages, anEvent({ pathParameters: { clientId } })).code).toBe('not-found');
});

test.each(['', ' ', 'a b', 'å', 'x'.repeat(201)])('the Idempotency-Key %j is refused', (key) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };

  expect(pointersOf(refusal(takeMessage, anEvent({ json: { matter: 'x' }, headers })))).toEqual([
    'header/Idempotency-Key',
  ]);
});

describe('If-Match', () => {
  const route = staffRoutes.changeStaffMember;
  const eventWith = (ifMatch: string | undefined) =>
    anEvent({
      json: { title: null },
      pathParameters: { clientId: CLIENT, staffId: CLIENT.replace('cli', 'stf') },
      headers: { 'content-type': 'application/json', 'if-match': ifMatch },
    });

  test('names the version', () => {
    expect(parseRequest(route, eventWith('"17"')).ifMatch).toBe(17);
  });

  test.each([
    [undefined, 'if-match-required'],
    ['17', 'version-conflict'],
    ['*', 'version-conflict'],
    ['W/"17"', 'version-conflict'],
    ['"x"', 'version-conflict'],
    ['"017"', 'version-conflict'],
    ['"1e1"', 'version-conflict'],
  ])('%j is %s', (header, code) => {
    expect(refusal(route, eventWith(header)).code).toBe(code);
  });
});

test('nothing that was sent as a value comes back', () => {
  const secret = 'HEMLIGHETEN';
  const junk = fc.oneof(
    fc.constantFrom(secret, `${secret}@x`, `${secret}\n`, secret.repeat(500)),
    fc.constant([secret]),
    fc.constant({ x: secret }),
    fc.integer(),
  );
  const body = fc.record(
    {
      staffId: junk,
      copyTo: fc.oneof(junk, fc.array(junk, { maxLength: 8 })),
      caller: fc.oneof(junk, fc.record({ phone: junk, email: junk, name: fc.constant(`${secret}\n`) })),
      matter: fc.constant(`${secret}\u0007`),
      urgency: junk,
      sensitive: junk,
    },
    { requiredKeys: ['matter'] },
  );
  fc.assert(
    fc.property(body, (json) => {
      const { code, details } = refusal(takeMessage, anEvent({ json }));

      expect(JSON.stringify(problemBody(code, details))).not.toContain(secret);
    }),
  );
});
