// The desk through the real handlers on the engine: what an operator sees when a call comes in.
import { beforeEach, describe, expect, test } from 'vitest';
import { lineNames } from '#clients/lines.ts';
import { newId } from '#shared/ids.ts';
import { aRule, weekdayHours } from '#test/support/builders/desk.ts';
import { PORTAL } from '#test/support/desk-app.ts';
import { type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeskWorld;
let clientId: string;

beforeEach(async () => {
  world = await deskWorld(engine);
  clientId = world.clientId;
});

const lineOf = async (number: string) => (await lineNames(world.app))(number);
const onLine = async (number: string) => (await world.look({ query: { line: await lineOf(number) } })).body;
const [SWEDISH, ENGLISH, SILENT] = ['+46846500401', '+46846500402', '+46846500403'] as const;

describe('a client that has said nothing', () => {
  test('is answered with the phrase of its number, is open, and takes a message', async () => {
    const { status, body } = await world.look();

    const why = { source: 'default', of: clientId, version: 1, ruleId: null, name: null };
    expect(status).toBe(200);
    expect(body).toEqual({
      clientId,
      name: 'Nordvik Bygg',
      status: 'active',
      language: 'sv',
      line: null,
      lines: [
        {
          line: await lineOf(SWEDISH),
          number: SWEDISH,
          language: 'sv',
          answerPhrase: 'Nordvik Bygg, god dag!',
          why: { ...why, source: 'greeting', ruleId: await lineOf(SWEDISH) },
        },
        {
          line: await lineOf(ENGLISH),
          number: ENGLISH,
          language: 'en',
          answerPhrase: 'Nordvik Bygg, good day!',
          why: { ...why, source: 'greeting', ruleId: await lineOf(ENGLISH) },
        },
        {
          line: await lineOf(SILENT),
          number: SILENT,
          language: 'sv',
          answerPhrase: 'Välkommen till Nordvik Bygg',
          why,
        },
      ],
      answerPhrase: 'Nordvik Bygg, god dag!',
      why: { ...why, source: 'greeting' },
      open: { isOpen: true, until: null, from: null, why: { source: 'noHours', id: null, name: null } },
      instructions: [],
      askFor: [],
      answer: { words: 'Jag tar gärna emot ett meddelande.', why, until: null, reference: expect.any(String) },
      alternatives: [],
      notices: [],
      messages: [],
      callerNotice: {
        words: 'Nordvik Bygg sparar ditt meddelande för att kunna höra av sig till dig. Det raderas efter sex månader.',
        url: `${PORTAL}/v1/clients/${clientId}/caller-notice`,
      },
      references: [expect.any(String)],
    });
  });
});

describe('the number that was called', () => {
  test('says how to answer, and in which language', async () => {
    const english = await onLine(ENGLISH);

    expect(english).toMatchObject({
      line: await lineOf(ENGLISH),
      language: 'en',
      answerPhrase: 'Nordvik Bygg, good day!',
      answer: { words: 'I can take a message.' },
      callerNotice: { words: expect.stringContaining('six months') },
    });
  });

  test('has the rules that are bound to it, and no other has them', async () => {
    const line = await lineOf(SWEDISH);
    await world.say({
      rules: [
        aRule({ id: newId('rule', 1), kind: 'greeting', line, text: { sv: 'God förmiddag!', en: null } }),
        aRule({ id: newId('rule', 2), kind: 'instruction', line, text: { sv: 'Fråga efter ordernummer.', en: null } }),
      ],
    });

    const [called, other, unsaid] = [await onLine(SWEDISH), await onLine(SILENT), (await world.look()).body];

    expect([called.answerPhrase, called.instructions.length]).toEqual(['God förmiddag!', 1]);
    expect([other.answerPhrase, other.instructions.length]).toEqual(['Välkommen till Nordvik Bygg', 0]);
    expect([unsaid.answerPhrase, unsaid.instructions.length]).toEqual(['Nordvik Bygg, god dag!', 0]);
    expect(unsaid.lines.map(({ answerPhrase }) => answerPhrase)).toEqual([
      'God förmiddag!',
      'Nordvik Bygg, good day!',
      'Välkommen till Nordvik Bygg',
    ]);
  });

  test('that is not this client’s any more is as one that nobody has told', async () => {
    const { status, body } = await world.look({ query: { line: await lineOf('+46846500499') } });

    expect([status, body.line, body.answerPhrase]).toEqual([200, null, 'Nordvik Bygg, god dag!']);
  });

  test.each(['lin_', 'lin_å', '08-465 004 01', ''])('is refused as %j', async (line) => {
    expect((await world.look({ query: { line } })).status).toBe(400);
  });
});

describe('what applies now', () => {
  const morning = () => ({ times: { from: '08:00', until: '12:00' } });

  test('is shown with the rule that won, its name and version, and until when', async () => {
    const [greeting, first, second, note] = [1, 2, 3, 4].map((n) => newId('rule', n));
    const rule = (id = '', more: object) => aRule({ id, when: morning(), ...more });
    await world.say({});
    await world.say({
      instructions: 'Säg aldrig priser.',
      askFor: ['fakturanummer'],
      hours: weekdayHours,
      rules: [
        rule(greeting, { kind: 'greeting', name: 'Morgonhälsning', text: { sv: 'God morgon, Nordvik!', en: null } }),
        rule(first, { kind: 'instruction', name: 'Bred', text: { sv: 'Bred.', en: null } }),
        rule(second, {
          kind: 'instruction',
          name: 'Smal',
          when: { times: { from: '08:30', until: '09:30' } },
          text: { sv: 'Smal.', en: null },
        }),
        rule(note, { name: 'Lagermöte', text: { sv: 'Vi har lagermöte.', en: null } }),
      ],
    });

    const { body } = await world.look();

    const why = { source: 'clientRule', of: clientId, version: 2, ruleId: null, name: null };
    expect(body).toMatchObject({
      answerPhrase: 'God morgon, Nordvik!',
      why: { ...why, source: 'greeting', ruleId: greeting, name: 'Morgonhälsning' },
      open: { isOpen: true, until: '2026-11-23T16:00:00.000Z', from: null },
      askFor: ['fakturanummer'],
      answer: {
        words: 'Vi har lagermöte.',
        why: { ...why, ruleId: note, name: 'Lagermöte' },
        until: '2026-11-23T11:00:00.000Z',
      },
    });
    expect(body.instructions).toEqual([
      { text: 'Säg aldrig priser.', why },
      { text: 'Smal.', why: { ...why, ruleId: second, name: 'Smal' } },
      { text: 'Bred.', why: { ...why, ruleId: first, name: 'Bred' } },
    ]);
  });

  test('ends at its minute', async () => {
    const id = newId('rule', 1);
    await world.say({ rules: [aRule({ id, when: morning() })] });

    world.goTo('2026-11-23T10:59:59.999Z');
    const before = (await world.look()).body.answer.why;
    world.goTo('2026-11-23T11:00:00Z');
    const after = (await world.look()).body.answer.why;

    expect([before.ruleId, after.source]).toEqual([id, 'default']);
  });

  test('is that it is closed, and when it opens', async () => {
    await world.say({ hours: weekdayHours });
    world.goTo('2026-11-28T12:00:00Z');

    const { body } = await world.look();

    expect(body.open).toEqual({
      isOpen: false,
      until: null,
      from: '2026-11-30T07:00:00.000Z',
      why: { source: 'week', id: null, name: null },
    });
    expect(body.answer).toMatchObject({
      words: 'Vi har stängt och öppnar måndag 30 november 8.00.',
      why: { source: 'openingHours' },
      until: '2026-11-30T07:00:00.000Z',
    });
  });

  test('are the notices that have not ended', async () => {
    const nowMs = world.clock.nowMs();
    const notice = (text: string, untilMs: number) => ({
      id: newId('notice', untilMs),
      text,
      by: 'usr_1',
      createdAtMs: 0,
      untilMs,
    });
    const standing = notice('Lagret är stängt.', nowMs + 1);
    await world.say({ notices: [notice('Slut.', nowMs), standing] });

    const { body } = await world.look();

    expect(body.notices).toEqual([
      { id: standing.id, text: 'Lagret är stängt.', by: 'usr_1', until: '2026-11-23T08:00:00.001Z' },
    ]);
  });
});
