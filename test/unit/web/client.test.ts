// The way to the API: what is asked for as the document says it, and once more with a renewed token.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, bindTokens, NotSignedIn } from '#web/api/client.ts';

const asked: Request[] = [];
const answers: Response[] = [];
const refused = vi.fn();
let tokens: (string | undefined)[] = [];

beforeEach(() => {
  asked.length = 0;
  answers.length = 0;
  refused.mockClear();
  tokens = ['first'];
  bindTokens(async () => (tokens.length > 1 ? tokens.shift() : tokens[0]), refused);
  vi.stubGlobal('location', { origin: 'https://svar.answeronline.example' });
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    return answers.shift() ?? Response.json({ items: [] });
  });
});

afterEach(() => vi.unstubAllGlobals());

const path = { clientId: 'cli_1' };

test('a read says its ids in the path, what it filters by in the query, and who asks in a header', async () => {
  const { data } = await api.GET('/v1/clients/{clientId}/messages', {
    params: { path, query: { state: 'open', from: '2026-11-23T08:00:00+01:00' } },
  });

  const [request] = asked;
  expect([request?.method, request?.url, request?.headers.get('authorization'), data]).toEqual([
    'GET',
    'https://svar.answeronline.example/v1/clients/cli_1/messages?state=open&from=2026-11-23T08%3A00%3A00%2B01%3A00',
    'Bearer first',
    { items: [] },
  ]);
  expect(request?.headers.has('content-type')).toBe(false);
});

test('a write says its body as JSON, with the key or the version it goes by', async () => {
  await api.POST('/v1/clients/{clientId}/calls', {
    params: { path, header: { 'Idempotency-Key': 'one' } },
    body: { outcome: 'connected' },
  });

  const [request] = asked;
  const headers = ['content-type', 'idempotency-key'].map((name) => request?.headers.get(name));
  expect([headers, await request?.json()]).toEqual([['application/json', 'one'], { outcome: 'connected' }]);
});

test.each([
  ['nothing', new Response(null, { status: 204 }), { data: undefined }],
  ['a problem', Response.json({ code: 'erased' }, { status: 410 }), { error: { code: 'erased' } }],
  ['a page of a firewall', new Response('<html>', { status: 403 }), { error: '<html>' }],
])('%s is answered as what it is', async (_, answer, expected) => {
  answers.push(answer);

  const { response: __, ...told } = await api.GET('/v1/me', {});

  expect(told).toEqual(expected);
});

test('what was not taken for want of a token is asked once more with another, and no more than once', async () => {
  const no = () => new Response('{}', { status: 401 });
  tokens = ['first', 'second'];
  answers.push(no(), no());

  const { response } = await api.POST('/v1/clients/{clientId}/calls', {
    params: { path },
    body: { outcome: 'hungUp' },
  });

  expect(response.status).toBe(401);
  expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer first', 'Bearer second']);
  expect(await Promise.all(asked.map((request) => request.json()))).toEqual(Array(2).fill({ outcome: 'hungUp' }));
  expect(refused).toHaveBeenCalledOnce();
});

test('without a token nothing is asked', async () => {
  tokens = [undefined];

  await expect(api.GET('/v1/me', {})).rejects.toBeInstanceOf(NotSignedIn);
  expect(asked).toEqual([]);
});
