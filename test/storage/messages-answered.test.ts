// What was said to the caller, kept on the message: through the real handlers on the engine.
import { beforeEach, expect, test } from 'vitest';
import { sealAnswer, type WonRule } from '#messages/answer-reference.ts';
import { newId } from '#shared/ids.ts';
import { useEngine } from '#test/support/engine.ts';
import { MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;
let rules: WonRule[];

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  rules = [
    { source: 'absence', of: staffId, version: 4, ruleId: newId('rule', 1) },
    { source: 'greeting', of: clientId, version: 2, ruleId: null },
  ];
});

const AT = '2026-11-23T07:59:00.000Z';
const reference = (of = clientId) => sealAnswer(world.app, of, { atMs: Date.parse(AT), rules });
const shown = () => rules.map((rule) => ({ ...rule, at: AT }));

test('costs no request and no unit more, and reads the same', async () => {
  const answered = [await reference()];

  const taken = await world.meter.measure(() => world.take(clientId, { staffId, answered }, { idempotencyKey: 'one' }));
  const read = await world.read(taken.result.body);

  expect(taken.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 5, writeUnits: 12 });
  expect(taken.result.body.answered).toEqual(shown());
  expect(read.body.answered).toEqual(shown());
});

test('stands in no table but sealed', async () => {
  await world.take(clientId, { staffId, answered: [await reference()] });

  for (const table of ['records', 'messageKeys'] as const)
    expect(rawText(await rawItems(world, table))).not.toContain(rules[0]?.ruleId);
});

test('stays when the message is corrected, again and again', async () => {
  const { body: message } = await world.take(clientId, { staffId, answered: [await reference()] });
  const correct = (matter: string) =>
    world.call<Taken>(`POST ${MESSAGE}/corrections`, {
      claims: world.operator,
      params: { clientId, messageId: message.id },
      body: { matter },
    });

  await correct('Takpannorna kommer på fredag');
  const corrected = await correct('Takpannorna kommer på lördag');

  expect(corrected.body).toMatchObject({ matter: 'Takpannorna kommer på lördag', answered: shown() });
});

test('is the same request when it is sent again', async () => {
  const body = { staffId, answered: [await reference()] };
  const first = await world.take(clientId, body, { idempotencyKey: 'one' });

  const again = await world.take(clientId, body, { idempotencyKey: 'one' });
  const other = await world.take(clientId, { staffId, answered: [await reference()] }, { idempotencyKey: 'one' });

  expect(again).toMatchObject({ status: 201, body: { id: first.body.id, answered: shown() } });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
});

test('of another client is refused, with a pointer, and nothing is taken', async () => {
  const { body: other } = await world.aClient();

  const refused = await world.take(clientId, { staffId, answered: [await reference(), await reference(other.id)] });

  expect(refused).toMatchObject({
    status: 400,
    body: {
      code: 'invalid-request',
      errors: [{ pointer: '/answered/1', detail: 'Not a reference of this client' }],
    },
  });
  const list = await world.call<{ items: [] }>('GET /v1/clients/{clientId}/messages', {
    claims: world.operator,
    params: { clientId },
  });
  expect(list.body.items).toEqual([]);
});

test('is at most seven references', async () => {
  const one = await reference();

  const refused = await world.take(clientId, { staffId, answered: Array.from({ length: 8 }, () => one) });

  expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/answered' }] } });
});
