// The page for callers through the real handler on the engine: open to everybody, and about clients that there are.
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';

const NOTICE = 'GET /v1/clients/{clientId}/caller-notice';

const engine = useEngine();
let world: DeskWorld;
let clientId: string;

beforeEach(async () => {
  world = await deskWorld(engine);
  clientId = world.clientId;
});

/** Without any token. */
const open = (id = clientId) => world.directory<string>(NOTICE, { params: { clientId: id } });

const endClient = () =>
  world.directory('PATCH /v1/clients/{clientId}', {
    claims: world.supervisor,
    params: { clientId },
    body: { status: 'ended' },
    ifMatch: '"1"',
  });

test('is a page in two languages, for anybody, for one batch read of 4 units', async () => {
  const { result, tally } = await world.meter.measure(() => open());

  expect(result.status).toBe(200);
  expect(result.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    ),
  });
  expect(result.body).toContain('<h1>Dina uppgifter när du ringer Nordvik Bygg</h1>');
  expect(result.body).toContain('<h1>Your data when you call Nordvik Bygg</h1>');
  expect(tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 4, writeUnits: 0 });
});

test('says what the client wants it to say, for the same, and the desk says the same', async () => {
  const text = { sv: 'Vi sparar <b>allt</b> i sex månader.', en: null };
  await world.say({
    callerNotice: {
      text,
      purpose: { sv: null, en: null },
      contact: { email: 'gdpr@nordvik.example', phone: null, address: null, web: null },
    },
  });

  const { result, tally } = await world.meter.measure(() => open());
  const { body: desk } = await world.look();

  expect(result.body).toContain('Vi sparar &lt;b&gt;allt&lt;/b&gt; i sex månader.');
  expect(result.body).toContain('mailto:gdpr@nordvik.example');
  expect(tally).toMatchObject({ requests: { BatchGetItem: 1 }, readUnits: 4 });
  expect(desk.callerNotice.words).toBe(text.sv);
});

test('tells nothing of a client that has ended, or of one that is erased, that it does not tell of one that never was', async () => {
  const never = await open(newId('client', 1));
  await endClient();
  const ended = await open();
  await world.app.db.commit([{ table: 'registerKeys', delete: { pk: 'CLIENTS', sk: clientId } }]);
  const halfErased = await open();
  await world.app.db.commit([{ table: 'records', delete: { pk: 'CLIENTS', sk: clientId } }]);
  const erased = await open();

  expect(never).toMatchObject({ status: 404, body: { code: 'not-found' } });
  for (const one of [ended, halfErased, erased]) expect(one).toEqual(never);
});

test('does not look at who asks: a token of somebody else is as good as none', async () => {
  const { status } = await world.directory(NOTICE, { claims: { token_use: 'id' }, params: { clientId } });

  expect(status).toBe(200);
});
