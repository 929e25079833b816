// Corrections on the engine: who gets the new text and how, and that nobody is left with the old one.
import { beforeEach, describe, expect, test } from 'vitest';
import { stripKey } from '#messages/strip-key.ts';
import { type Amending, amending, MENDED } from '#test/support/amending.ts';
import { later, ordersOf, silent } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { machine } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: DeliveryWorld;
let amend: Amending;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  amend = amending(world);
});

const sendFirst = async () => {
  await world.house.send(world.email);
  await world.house.send(world.sms);
};

describe('whoever has the old text', () => {
  test('gets the new one by each address that had it, marked as a correction of the time it was taken', async () => {
    await sendFirst();

    const corrected = await amend.correct();
    await amend.sendAll();

    expect(corrected.status).toBe(201);
    expect(corrected.body).toMatchObject({
      caller: { name: 'Eva Eck', company: null, phone: '+46701740621' },
      matter: MENDED.matter,
      corrections: [{ at: '2026-11-23T08:00:00.000Z', by: world.operator.username }],
    });
    expect(corrected.body.deliveries.map(({ channel, state, correction }) => [channel, state, correction])).toEqual([
      ['email', 'accepted', false],
      ['sms', 'accepted', false],
      ['email', 'queued', true],
      ['sms', 'queued', true],
    ]);
    const [email, sms] = amend.handedLater();
    expect(email?.text).toMatch(/^RÄTTELSE av 09\.00\nRÄTTELSE av 09\.00\n\nTill: Anna-Karin Sjölund\nFrån: Eva Eck\n/);
    expect(email?.to).toBe('anna-karin@nordvik.example');
    expect(sms?.text).toMatch(/^RÄTTELSE av 09\.00 till Anna-Karin Sjölund\nFrån: Eva Eck\n070-174 06 21\nTakpannorna/);
    expect(sms?.to).toBe('+46701740607');
  });

  test.each([
    ['nobody knows whether it arrived', silent],
    ['the sender died while it had it', new Error('It died')],
  ])('also where %s', async (_, answer) => {
    world.house.answers.push(answer);
    await world.house.send(world.sms).catch(() => {});

    await amend.correct();
    await amend.sendAll();

    expect(amend.handedLater().map(({ channel }) => channel)).toEqual(['sms']);
    expect(amend.handedLater()[0]?.text).toContain('Eva Eck');
  });

  test('and waits for another attempt is not sent two: what waits says that it is a correction', async () => {
    world.house.answers.push(silent);
    await world.house.send(world.email);

    const { body } = await amend.correct();
    world.clock.advance(10_000);
    await world.house.send(world.email);

    expect(body.deliveries.map(({ channel, correction }) => [channel, correction])).toEqual([
      ['email', true],
      ['sms', false],
    ]);
    expect(world.house.handed.at(-1)?.text).toMatch(/^RÄTTELSE av 09\.00\n[\s\S]*Eva Eck/);
  });

  test('and is corrected twice before it is sent gets one more message, with the last text', async () => {
    await sendFirst();
    await amend.correct();

    const { body } = await amend.correct({ ...MENDED, matter: 'Takpannorna kommer på lördag.' });
    await amend.sendAll();

    expect(body.corrections).toHaveLength(2);
    expect(amend.handedLater()).toHaveLength(2);
    expect(amend.handedLater().every(({ text }) => text.includes('lördag') && text.includes('RÄTTELSE'))).toBe(true);
  });

  test('gets a notice where it was a notice, or where it turns out to be sensitive', async () => {
    await sendFirst();

    await amend.correct({ ...MENDED, sensitive: true });
    await amend.sendAll();

    const notice = 'Ett meddelande till dig har rättats. Läs det i Mina Sidor.';
    for (const { text } of amend.handedLater()) {
      expect(text).toContain(notice);
      expect(text).not.toMatch(/Eva|Takpannorna/);
    }
  });

  test('and is gone from the register is told nothing, and holds nobody up', async () => {
    await sendFirst();
    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId: world.staffId },
    });

    const { status, body } = await amend.correct();

    expect(status).toBe(201);
    expect(body.deliveries).toHaveLength(2);
  });
});

describe('what is not yet sent', () => {
  test('goes out with the new text, once, and says nothing of a correction', async () => {
    const { body } = await amend.correct();
    await amend.sendAll();

    expect(body.deliveries).toHaveLength(2);
    expect(world.house.handed).toHaveLength(2);
    expect(world.house.handed.every(({ text }) => text.includes('Eva Eck') && !text.includes('RÄTTELSE'))).toBe(true);
  });

  test('and was planned in full is a notice once it is found to be sensitive', async () => {
    await amend.correct({ ...MENDED, sensitive: true });
    await amend.sendAll();

    expect(world.house.handed.some(({ text }) => /Eva|Takpannorna/.test(text))).toBe(false);
  });
});

describe('a sender that is at it meanwhile', () => {
  test('and has opened the old text counts as having sent it', async () => {
    let corrected: Promise<unknown> = Promise.resolve();
    world.house.meanwhile = async () => {
      world.house.meanwhile = async () => {};
      corrected = amend.correct();
      await corrected;
    };

    await world.house.send(world.email);
    await amend.sendAll();

    expect(world.house.handed[0]?.text).toContain('Eva Ek,');
    expect(amend.handedLater().map(({ channel }) => channel)).toEqual(['email']);
    expect(amend.handedLater()[0]?.text).toMatch(/RÄTTELSE[\s\S]*Eva Eck/);
  });

  test('and claims between the look at the deliveries and the write makes the correction look again', async () => {
    let sent = false;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (!sent && context.commandName?.startsWith('TransactWrite')) {
          sent = true;
          await world.house.send(world.email);
        }
        return next(args);
      },
      { step: 'initialize', name: 'sendsBefore' },
    );

    const { status } = await amend.correct();
    await amend.sendAll();

    expect(status).toBe(201);
    expect(world.house.handed[0]?.text).toContain('Eva Ek,');
    expect(amend.handedLater().map(({ text }) => text.includes('Eva Eck'))).toEqual([true]);
  });

  test('at any moment: everybody ends with the new text last', async () => {
    await Promise.all([world.house.send(world.email), amend.correct(), world.house.send(world.sms)]);
    await world.settleAll();
    await amend.sendAll();

    for (const channel of ['email', 'sms']) {
      const texts = world.house.handed.filter((one) => one.channel === channel).map(({ text }) => text);
      expect(texts.at(-1)).toContain('Eva Eck');
    }
  });
});

describe('quiet hours', () => {
  const quiet = { normal: [], urgent: [], quietHours: { from: '08:00', until: '12:00' } };

  beforeEach(async () => {
    await sendFirst();
    await world.directory('PATCH /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId: world.staffId },
      ifMatch: '"1"',
      body: { delivery: quiet },
    });
  });

  test('hold a correction of a normal message', async () => {
    const { body } = await amend.correct();

    expect(body.deliveries.slice(2).map(({ state, notBefore }) => [state, notBefore])).toEqual([
      ['held', '2026-11-23T11:00:00.000Z'],
      ['held', '2026-11-23T11:00:00.000Z'],
    ]);
  });

  test('that have held for long do not count as time in which it was tried', async () => {
    await amend.correct();
    await world.directory('PATCH /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId: world.staffId },
      ifMatch: '"2"',
      body: { delivery: { ...quiet, quietHours: { from: '08:00', until: '07:59' } } },
    });
    const night = (await world.takeAnother()).id;
    world.clock.advance(8 * 60 * MINUTE_MS);

    await amend.correct({ ...MENDED, urgency: 'urgent' }, { params: { clientId: world.clientId, messageId: night } });
    await world.settleAll(1);

    const { body } = await world.read({ clientId: world.clientId, id: night });
    expect(body.deliveries.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
  });

  test('are over for what turns out to be urgent, also where it was held before', async () => {
    await amend.correct();

    const { body } = await amend.correct({ ...MENDED, urgency: 'urgent' });
    await world.settleAll(1);

    expect(body.urgency).toBe('urgent');
    expect(body.deliveries.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'queued', 'queued']);
    expect(amend.handedLater().every(({ text }) => text.includes('BRÅDSKANDE RÄTTELSE av 09.00'))).toBe(true);
    expect(amend.handedLater()).toHaveLength(2);
  });
});

describe('an Idempotency-Key', () => {
  const keyed = { idempotencyKey: 'correction' };

  test('makes one correction of two requests, one after the other or at once', async () => {
    await sendFirst();

    const both = await Promise.all([amend.correct(MENDED, keyed), amend.correct(MENDED, keyed)]);
    const again = await amend.correct(MENDED, keyed);

    expect([...both, again].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(again.body.corrections).toHaveLength(1);
    expect(again.body.deliveries).toHaveLength(4);
  });

  test('with another body, or for another message, is refused', async () => {
    await amend.correct(MENDED, keyed);
    const other = await world.takeAnother();

    const answers = [
      await amend.correct({ ...MENDED, matter: 'Annat' }, keyed),
      await amend.correct(MENDED, { ...keyed, params: { clientId: world.clientId, messageId: other.id } }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array(2).fill([422, 'idempotency-mismatch']),
    );
  });

  test('of the request that took the message is answered after the correction; nothing is kept that tells the old words from others', async () => {
    const taken = await world.take(world.clientId, { staffId: world.staffId }, { idempotencyKey: 'taken' });
    const params = { clientId: world.clientId, messageId: taken.body.id };
    await amend.correct(MENDED, { params });

    const same = await world.take(world.clientId, { staffId: world.staffId }, { idempotencyKey: 'taken' });

    expect([same.status, same.body.id, same.body.matter]).toEqual([201, taken.body.id, MENDED.matter]);
    expect(
      (await rawItems(world, 'messageKeys')).find((row) => row.messageId === taken.body.id)?.bodyMac,
    ).toBeUndefined();
  });

  test('and a process that dies before or after the write: the second request ends it, with one correction', async () => {
    await sendFirst();
    let dies: 'before' | 'after' | undefined;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        const isWrite = context.commandName?.startsWith('TransactWrite');
        if (isWrite && dies === 'before') throw new Error('It died');
        const reply = await next(args);
        if (isWrite && dies === 'after') throw new Error('It died');
        return reply;
      },
      { step: 'initialize', name: 'dies' },
    );

    for (const [n, when] of (['before', 'after'] as const).entries()) {
      dies = when;
      const died = await amend.correct(MENDED, { idempotencyKey: when });
      dies = undefined;
      const again = await amend.correct(MENDED, { idempotencyKey: when });

      expect([died.status, again.status]).toEqual([500, 201]);
      expect(again.body.corrections).toHaveLength(n + 1);
    }
    await amend.sendAll();
    expect(amend.handedLater()).toHaveLength(2);
  });
});

test('two corrections at once: both are told of, and everybody gets the text that stands', async () => {
  await sendFirst();
  const others = { ...MENDED, matter: 'Takpannorna kommer på lördag.' };

  const both = await Promise.all([amend.correct(), amend.correct(others)]);
  await amend.sendAll();

  const { body } = await world.read(world.message);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(body.corrections).toHaveLength(2);
  expect(amend.handedLater()).toHaveLength(2);
  expect(amend.handedLater().every(({ text }) => text.includes(body.matter as string))).toBe(true);
});

test('it is read by nobody any more, keeps its note, and is handled if it was', async () => {
  const patch = (body: object) =>
    world.call<typeof world.message>('PATCH /v1/clients/{clientId}/messages/{messageId}', {
      claims: world.operator,
      params: { clientId: world.clientId, messageId: world.message.id },
      body,
    });
  await patch({ read: true, handled: true, note: 'Ringde' });

  const { body } = await amend.correct();

  expect([body.readAt, body.note, body.state]).toEqual([null, 'Ringde', 'handled']);
});

test('costs four read requests and one transaction; a message and its key are written once', async () => {
  await sendFirst();

  const { tally } = await world.meter.measure(() => amend.correct(MENDED, { idempotencyKey: 'one' }));

  expect(tally.requests).toEqual({ BatchGetItem: 4, TransactWriteItems: 1 });
  expect(tally.writeUnits).toBe(15);
  expect(tally.readUnits).toBe(13);
});

test('a message that is erased, half erased or expired answers 410; what never was, 404', async () => {
  const erased = await world.takeAnother();
  await world.erase(erased);
  const params = (messageId: string) => ({ params: { clientId: world.clientId, messageId } });

  const half = await world.takeAnother();
  const keyId = (await rawItems(world, 'records')).find(({ sk }) => sk === half.id)?.keyId as string;
  await stripKey(world.app, { id: half.id, keyId });

  const answers = [
    await amend.correct(MENDED, params(erased.id)),
    await amend.correct(MENDED, params('msg_00000000000000000000000000')),
    await amend.correct(MENDED, params(half.id)),
    await amend.forward({ staffId: world.staffId }, params(half.id)),
    await amend.redirect({ staffId: null }, params(half.id)),
  ];
  world.clock.moveTo(Date.parse(world.message.expiresAt));
  answers.push(await amend.correct());

  expect(answers.map(({ status }) => status)).toEqual([410, 404, 410, 410, 410, 410]);
});

test('erasing takes what a correction has added just before', async () => {
  await sendFirst();
  let corrected = false;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!corrected && context.commandName?.startsWith('TransactWrite')) {
        corrected = true;
        await amend.correct();
      }
      return next(args);
    },
    { step: 'initialize', name: 'correctsBefore' },
  );

  const { status } = await world.erase(world.message);

  expect([corrected, status]).toEqual([true, 204]);
  expect((await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery')).toEqual([]);
});

test('ninety deliveries are as many as a message has, and are erased in one go', async () => {
  for (let n = 0; n < 44; n++) {
    await amend.forward({ staffId: world.staffId }, { claims: world.supervisor });
  }

  const refused = await amend.forward({ staffId: world.staffId }, { claims: world.supervisor });
  const { body } = await world.read(world.message);
  const corrected = await amend.correct();
  const erased = await world.meter.measure(() => world.erase(world.message));

  expect(refused.body.code).toBe('too-many-deliveries');
  expect(body.deliveries).toHaveLength(90);
  expect(corrected.status).toBe(201);
  expect(erased.result.status).toBe(204);
  expect(erased.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
  expect((await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery')).toEqual([]);
});

test('a switchboard corrects with the scopes of writing and reading, not with one of them', async () => {
  const both = await machine(world, [world.clientId], ['messages.read', 'messages.write']);
  const writing = await machine(world, [world.clientId], ['messages.write']);

  const answers = [await amend.correct(MENDED, { claims: both }), await amend.correct(MENDED, { claims: writing })];

  expect(answers.map(({ status }) => status)).toEqual([201, 403]);
});

test('of the attempts that were put off nothing has arrived: no correction, the new text', async () => {
  world.house.answers.push(later);
  await world.house.send(world.email);

  const { body } = await amend.correct();

  expect(body.deliveries.map(({ correction }) => correction)).toEqual([false, false]);
  expect(ordersOf(body)).toHaveLength(2);
  world.clock.advance(MINUTE_MS);
  await amend.sendAll();
  expect(world.house.handed.at(-2)?.text).toContain('Eva Eck');
});
