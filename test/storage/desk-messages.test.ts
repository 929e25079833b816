// Today's messages at the desk, and how what was said goes with a new one.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { aRule } from '#test/support/builders/desk.ts';
import { type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeskWorld;
let clientId: string;

beforeEach(async () => {
  world = await deskWorld(engine);
  clientId = world.clientId;
});

describe("today's messages", () => {
  test('are there at once, newest first, with as much as tells a caller from another', async () => {
    const { id: staffId } = (await world.aStaffMember(clientId)).body;
    await world.take(clientId, { staffId, matter: 'Takpannor', callBack: true, urgency: 'urgent' });
    world.clock.advance(60_000);
    await world.take(clientId, { caller: { phone: '12 34' }, matter: 'x'.repeat(201) });

    const { body } = await world.look();

    expect(body.messages).toEqual([
      expect.objectContaining({
        staffId: null,
        caller: { name: null, company: null, phone: '12 34' },
        matter: `${'x'.repeat(199)}…`,
      }),
      {
        id: expect.stringMatching(/^msg_/),
        takenAt: '2026-11-23T08:00:00.000Z',
        takenBy: world.operator.username,
        staffId,
        caller: { name: 'Eva Ek', company: 'Ek Bygg', phone: '+46701740620' },
        matter: 'Takpannor',
        urgency: 'urgent',
        callBack: true,
        sensitive: false,
        state: 'open',
      },
    ]);
  });

  test('begin at midnight in Stockholm', async () => {
    world.goTo('2026-11-22T22:59:59.999Z');
    await world.take(clientId, { matter: 'Igår' });
    world.goTo('2026-11-22T23:00:00Z');
    await world.take(clientId, { matter: 'Idag' });

    const { body } = await world.look();

    expect(body.messages.map(({ matter }) => matter)).toEqual(['Idag']);
  });

  test('do not say what a sensitive one is about', async () => {
    await world.take(clientId, { matter: 'Provsvar', sensitive: true });

    const { body } = await world.look();

    expect(body.messages).toMatchObject([{ matter: null, sensitive: true }]);
  });

  test('are not the erased, and not another client’s', async () => {
    const { body: taken } = await world.take(clientId, { matter: 'Bort' });
    const { body: other } = await world.aClient({ name: 'Annan' });
    await world.take(other.id, { matter: 'Annans' });
    await world.erase(taken);

    const { body } = await world.look();

    expect(body.messages).toEqual([]);
  });

  test('of a long day are the newest twenty', async () => {
    for (let n = 1; n <= 22; n++) {
      world.clock.advance(1_000);
      await world.take(clientId, { matter: `Nr ${n}` });
    }
    const { body: unsaid } = await world.look();
    await world.say({ askFor: ['ordernummer'] });

    const { body } = await world.look();

    expect(unsaid.messages).toEqual(body.messages);
    expect(body.messages).toHaveLength(20);
    expect([body.messages.at(0)?.matter, body.messages.at(-1)?.matter]).toEqual(['Nr 22', 'Nr 3']);
    expect(body.askFor).toEqual(['ordernummer']);
  });
});

describe('references', () => {
  test('take what was said to the message', async () => {
    const id = newId('rule', 1);
    await world.say({
      instructions: 'Säg aldrig priser.',
      rules: [aRule({ id, kind: 'greeting', text: { sv: 'God morgon!', en: null } })],
    });
    const { body: desk } = await world.look();

    const answered = [...desk.references, desk.answer.reference];
    const { body: message } = await world.take(clientId, { answered });

    const of = { of: clientId, version: 1, at: '2026-11-23T08:00:00.000Z' };
    expect(message.answered).toEqual([
      { ...of, source: 'greeting', ruleId: id },
      { ...of, source: 'clientRule', ruleId: null },
      { ...of, source: 'default', ruleId: null },
    ]);
  });
});
