// How a client's calls are answered, through the real handler on the engine: who may say what, what is refused, what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { newId } from '#shared/ids.ts';
import { type AnsweringCalls, answeringOf, pointersOf } from '#test/support/answering-world.ts';
import { anAnswering, aRule, officeHours } from '#test/support/builders/answering.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { machine, portalPerson } from '#test/support/people.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: DirectoryWorld;
let client: Client;
let answering: AnsweringCalls;

beforeEach(async () => {
  world = await directoryWorld(engine);
  client = (await world.aClient({ numbers: [{ number: '08-465 004 01' }, { number: '08-465 004 02' }] })).body;
  answering = answeringOf(world, client.id);
});

const lines = () => client.numbers.map(({ line }) => line);

describe('what a client says', () => {
  test('is nothing at first, under the version 0, which is the one to match', async () => {
    const none = await answering.read();

    const first = await answering.change(anAnswering(), { ifMatch: none.etag });

    expect([none.status, none.etag]).toEqual([200, '"0"']);
    expect(none.body).toEqual({
      clientId: client.id,
      instructions: null,
      askFor: [],
      hours: null,
      rules: [],
      notices: [],
      callerNotice: null,
      alternatives: [],
      updatedAt: null,
    });
    expect([first.status, first.etag]).toEqual([200, '"1"']);
    expect((await answering.read()).body).toEqual(first.body);
  });

  test('is given back as it was said, with ids and what was left out', async () => {
    const { id: staffId } = (await world.aStaffMember(client.id)).body;
    const said = anAnswering({ alternatives: [staffId] });

    const { body } = await answering.change(said);

    expect(body.updatedAt).toBe('2026-11-23T08:00:00.000Z');
    expect(body).toMatchObject({ instructions: said.instructions, askFor: said.askFor, alternatives: [staffId] });
    expect(body.rules.map(({ id, ...rule }) => [/^rul_/.test(id), rule])).toEqual(
      said.rules?.map((rule) => [true, { ...rule, text: { en: null, ...rule.text } }]),
    );
    expect(body.hours).toMatchObject({ ...officeHours(), holidays: 'closed', eves: 'asWeek' });
    expect(body.hours?.seasons[0]?.id).toMatch(/^rul_/);
    expect(body.callerNotice).toEqual({
      text: { sv: 'Vi sparar det du säger i sex månader.', en: null },
      purpose: { sv: 'För att rätt person ska kunna ringa upp dig.', en: null },
      contact: {
        email: 'dataskydd@nordvik.example',
        phone: '+46846500440',
        address: 'Kajen 1, Uppsala',
        web: 'https://nordvik.example/dataskydd',
      },
    });
  });

  test('is changed part by part: what is absent stays, null clears, and what has an id stays the same', async () => {
    const before = (await answering.change(anAnswering())).body;
    const [first, second] = before.rules;

    const moved = await answering.change({ rules: [second, { ...first, name: 'Sen lunch' }], hours: null });

    expect(moved.body.rules.map(({ id, name }) => [id, name])).toEqual([
      [second?.id, 'Stängt'],
      [first?.id, 'Sen lunch'],
    ]);
    expect([moved.body.hours, moved.body.instructions, moved.body.callerNotice]).toEqual([
      null,
      before.instructions,
      before.callerNotice,
    ]);
    expect((await answering.change({ callerNotice: null })).body.callerNotice).toBeNull();
  });

  test('costs one batch read to read, one more write to change, with an alternative and a line 3 units more', async () => {
    const { id: staffId } = (await world.aStaffMember(client.id)).body;
    await world.app.serviceKeys.get('hmac');
    await answering.change({ askFor: ['adress'] });

    const reading = await world.meter.measure(() => answering.read());
    const plain = await world.meter.measure(() => answering.change({ askFor: ['namn'] }, { ifMatch: '"1"' }));
    const rules = [aRule({ line: `${lines()[0]}` })];
    const full = await world.meter.measure(() =>
      answering.change({ rules, alternatives: [staffId] }, { ifMatch: '"2"' }),
    );

    expect(reading.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 4, writeUnits: 0 });
    expect(plain.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 4, writeUnits: 7 });
    expect(full.result.status).toBe(200);
    expect(full.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 7, writeUnits: 7 });
  });

  test('stands in the tables sealed, but for ids and times; each edit renews the key', async () => {
    await answering.change(anAnswering());
    const keyOf = async () => (await rawItems(world, 'registerKeys')).find(({ sk }) => sk === 'now')?.key;
    const before = await keyOf();

    await answering.change({ instructions: 'Annat.' });

    expect(await keyOf()).not.toEqual(before);
    const text = rawText(await rawItems(world, 'records'));
    for (const word of ['byggplatsen', 'fakturanummer', 'lunch', 'vattenläcka', 'Kajen', 'Julfest', 'Annat'])
      expect(text).not.toContain(word);
  });
});

describe('who may', () => {
  test('clients themselves and their systems change it, operators do not, staff members do not even see it', async () => {
    const admin = await portalPerson(world, client.id, 'clientAdmin');
    const person = await portalPerson(world, client.id, 'staffMember', newId('staff', 0));
    const system = await machine(world, [client.id], ['directory.read', 'directory.write']);
    const body = { askFor: ['adress'] };

    const changed = [admin, system, world.operator, person].map((claims) => () => answering.change(body, { claims }));

    const statuses = [];
    for (const change of changed) statuses.push((await change()).status);
    expect(statuses).toEqual([200, 200, 403, 403]);
    expect((await answering.read(world.operator)).status).toBe(200);
    expect((await answering.read(person)).status).toBe(403);
  });

  test('a system does not say what callers are told about their data', async () => {
    const claims = await machine(world, [client.id], ['directory.read', 'directory.write']);

    const refused = await answering.change({ callerNotice: null }, { claims });

    expect([refused.status, pointersOf(refused)]).toEqual([403, ['/callerNotice']]);
  });

  test('only who has read the last version changes it, the first one too', async () => {
    const early = [
      await answering.change({ askFor: [] }, { ifMatch: '"1"' }),
      await answering.change({ askFor: [] }, { ifMatch: '"0"' }),
      await answering.change({ askFor: [] }, { ifMatch: '"0"' }),
    ];

    expect(early.map(({ status }) => status)).toEqual([412, 200, 412]);
  });

  test('of five who write the first one at once one does, and the others hear of it', async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, n) => answering.change({ instructions: `Nr ${n}` }, { ifMatch: '"0"' })),
    );

    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412]);
    expect((await answering.read()).etag).toBe('"1"');
  });
});

describe('is refused', () => {
  test('two rules of one kind that nobody could decide between, with a pointer to each and plain words', async () => {
    const rules = [
      aRule({ when: { days: ['mon', 'tue'] } }),
      aRule({ when: { days: ['mon', 'tue'] }, kind: 'note' }),
      aRule({ when: { days: ['tue', 'wed'] } }),
      aRule({ when: { days: ['tue'] } }),
    ];

    const refused = await answering.change({ rules });

    expect([refused.status, pointersOf(refused)]).toEqual([400, ['/rules/0/when', '/rules/2/when']]);
    expect(refused.body.errors?.[0]?.detail).toBe(
      'Holds at the same time as /rules/2 and is neither more nor less specific: make one of them narrower',
    );
  });

  test('but not rules of other numbers, nor one of a number beside one of all', async () => {
    const rules = [...lines(), undefined].map((line) => aRule({ when: { while: 'closed' }, ...(line && { line }) }));

    expect((await answering.change({ rules })).status).toBe(200);
  });

  test('a rule of a number that is not the client’s, and one without any text', async () => {
    const foreign = (await world.aClient({ numbers: [{ number: '08-465 004 03' }] })).body.numbers[0]?.line;

    const lineless = await answering.change({ rules: [aRule({ line: `${foreign}` })] });
    const wordless = await answering.change({ rules: [aRule({ text: {} })] });

    expect([lineless.status, pointersOf(lineless)]).toEqual([400, ['/rules/0/line']]);
    expect([wordless.status, pointersOf(wordless)]).toEqual([400, ['/rules/0/text']]);
  });

  test('an id that nothing has, or that stands twice', async () => {
    const [rule] = (await answering.change({ rules: [aRule()] })).body.rules;
    const unknown = { ...aRule(), id: newId('rule', 0) };
    const hours = officeHours();

    const refused = [
      await answering.change({ rules: [unknown] }),
      await answering.change({ rules: [rule, { ...rule, when: { days: ['mon'] } }] }),
      await answering.change({
        hours: { ...hours, specialDays: [{ ...hours.specialDays?.[0], id: newId('rule', 0) }] },
      }),
    ];

    expect(refused.map(pointersOf)).toEqual([['/rules/0/id'], ['/rules/1/id'], ['/hours/specialDays/0/id']]);
  });

  test('an alternative who is not in the register, is erased, or is named twice', async () => {
    const { id } = (await world.aStaffMember(client.id)).body;
    const gone = (await world.aStaffMember(client.id)).body.id;
    const params = { clientId: client.id, staffId: gone };
    await world.call('DELETE /v1/clients/{clientId}/staff/{staffId}', { claims: world.supervisor, params });

    const refused = await answering.change({ alternatives: [id, gone, newId('staff', 0)] });
    const twice = await answering.change({ alternatives: [id, id] });

    expect([refused.status, pointersOf(refused)]).toEqual([400, ['/alternatives/1', '/alternatives/2']]);
    expect([twice.status, pointersOf(twice)]).toEqual([400, ['/alternatives']]);
  });

  test.each(['http://nordvik.example', 'javascript:alert(1)', 'https://localhost', 'https://a@nordvik.example', 'x'])(
    'a web address like %s',
    async (web) => {
      const refused = await answering.change({ callerNotice: { contact: { web } } });

      expect([refused.status, pointersOf(refused)]).toEqual([400, ['/callerNotice/contact/web']]);
    },
  );

  test('anything about a client that is not there', async () => {
    const nowhere = answeringOf(world, newId('client', 0));

    const answers = [
      await nowhere.read(),
      await nowhere.change({ askFor: [] }, { ifMatch: '"0"' }),
      await nowhere.notice({ text: 'Hej' }),
    ];

    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
      Array.from({ length: 3 }, () => [404, 'not-found']),
    );
  });
});
