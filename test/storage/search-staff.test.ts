import { beforeEach, describe, expect, test } from 'vitest';
import { lineNames } from '#clients/lines.ts';
import { answerWords } from '#desk/answer-words.ts';
import { useEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type SearchWorld, searchWorld } from '#test/support/search-world.ts';

const engine = useEngine();
let world: SearchWorld;
let clientId: string;

const nobodyElse = {
  alsoKnownAs: [],
  keywords: [],
  answerNote: null,
  title: null,
  department: null,
  phones: [],
  emails: [],
};

beforeEach(async () => {
  world = await searchWorld(engine);
  clientId = (await world.aClient()).body.id;
});

const add = async (name: string, more: object = {}): Promise<string> =>
  (await world.aStaffMember(clientId, { ...nobodyElse, name, delivery: {}, ...more })).body.id;
const change = async (staffId: string, body: object) => {
  const params = { clientId, staffId };
  const { etag } = await world.call('GET /v1/clients/{clientId}/staff/{staffId}', { claims: world.supervisor, params });
  const route = 'PATCH /v1/clients/{clientId}/staff/{staffId}';
  expect((await world.call(route, { claims: world.supervisor, params, body, ifMatch: etag })).status).toBe(200);
};
const away = async (staffId: string, body: object) => {
  const params = { clientId, staffId };
  const route = 'PUT /v1/clients/{clientId}/staff/{staffId}/absence';
  expect((await world.call(route, { claims: world.operator, params, body })).status).toBe(200);
};
const inAnHour = () => new Date(world.clock.nowMs() + 3_600_000).toISOString();
const hit = async (text: string, claims?: Record<string, string>) => {
  const { body } = await world.search(clientId, { text }, claims);
  expect(body.items).toHaveLength(1);
  return body.items[0];
};

describe('a hit', () => {
  test('is what an operator has to know: who it is, whether in, what may be told, and what to say', async () => {
    const answerNote = 'Hälsa att jag ringer upp samma dag.';
    const staffId = (await world.aStaffMember(clientId, { answerNote })).body.id;

    const found = await hit('sjolund');

    expect(found).toEqual({
      staffId,
      kind: 'person',
      name: 'Anna-Karin Sjölund',
      alsoKnownAs: ['Anka'],
      pronunciation: 'Schölund',
      language: 'sv',
      title: 'Projektledare',
      department: 'Entreprenad',
      protected: false,
      availability: { state: 'in', until: null, reason: null, note: null, operatorNote: null, next: null },
      connect: 'yes',
      phones: [
        { label: 'Mobil', number: '+46701740607', mayTell: false, mayConnect: true },
        { label: 'Växel', number: '+46846500402', mayTell: true, mayConnect: false },
      ],
      emails: [{ label: 'Arbete', address: 'anna-karin@nordvik.example', mayTell: true }],
      answer: {
        words: 'Hälsa att jag ringer upp samma dag.',
        why: { source: 'answerNote', of: staffId, version: 1, ruleId: null, name: null },
        until: null,
        reference: expect.any(String),
      },
      colleagues: [],
      matched: ['name'],
    });
  });

  test('of somebody who is away says until when, why, and whom to ask instead, in order, and whether they are in', async () => {
    const bo = await add('Bo Ask', { connect: 'yes', title: 'Chef' });
    const cia = await add('Cia Dal');
    const anna = await add('Anna Ek');
    const until = inAnHour();
    await away(cia, { reason: 'lunch', until });
    const more = { note: 'Åter i dag', operatorNote: 'Syns i köket', colleagues: [cia, bo] };
    await away(anna, { reason: 'meeting', until, ...more });

    const found = await hit('anna');

    expect(found?.availability).toMatchObject({
      state: 'away',
      until,
      reason: 'meeting',
      note: 'Åter i dag',
      operatorNote: 'Syns i köket',
    });
    expect(found?.connect).toBe('no');
    expect(found?.answer).toMatchObject({ why: { source: 'absence', of: anna }, until });
    expect(found?.colleagues).toEqual([
      {
        staffId: cia,
        name: 'Cia Dal',
        title: null,
        availability: { state: 'away', until, reason: 'lunch' },
        connect: 'no',
      },
      {
        staffId: bo,
        name: 'Bo Ask',
        title: 'Chef',
        availability: { state: 'in', until: null, reason: null },
        connect: 'yes',
      },
    ]);
  });

  test('leaves out colleagues who are protected, or not active, and follows an erased one to the replacement', async () => {
    const [safe, gone, former, dan] = [
      await add('Sara Säker', { protected: true }),
      await add('Fia Före'),
      await add('Olle Slut', { active: false }),
      await add('Dan Nu'),
    ];
    const anna = await add('Anna Ek');
    await away(anna, { reason: 'lunch', until: inAnHour(), colleagues: [safe, gone, former] });
    expect(await world.erase(clientId, gone, { replacement: dan })).toBe(204);

    const found = await hit('anna');

    expect(found?.colleagues.map(({ name }) => name)).toEqual(['Dan Nu']);
  });

  test('refers nobody to the person who is away, though a colleague who is gone leads there', async () => {
    const [gone, anna] = [await add('Fia Före'), await add('Anna Ek')];
    await away(anna, { reason: 'lunch', until: inAnHour(), colleagues: [gone] });
    expect(await world.erase(clientId, gone, { replacement: anna })).toBe(204);

    expect((await hit('anna'))?.colleagues).toEqual([]);
  });

  test('of a protected person tells nothing but the name, and is written down', async () => {
    const phones = [{ number: '070-174 06 31', mayTell: true, mayConnect: true }];
    const staffId = await add('Sara Säker', { protected: true, phones, connect: 'yes', pronunciation: 'Sää-ker' });
    await away(staffId, { reason: 'lunch', until: inAnHour(), colleagues: [await add('Bo Ask')] });

    const audited = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'audit');
    const before = (await audited()).map(({ sk }) => sk);

    const found = await hit('säker');

    expect(found).toMatchObject({
      protected: true,
      pronunciation: null,
      availability: null,
      connect: 'no',
      phones: [],
      emails: [],
      colleagues: [],
      answer: { why: { source: 'protected' }, until: null },
    });
    const rows = (await audited()).filter(({ sk }) => !before.includes(sk));
    expect(rows).toEqual([expect.objectContaining({ recordId: staffId, role: 'operator', act: 'searchStaff' })]);
  });

  test('of a protected person puts nobody through, though the person is in and takes calls', async () => {
    await add('Sara Säker', {
      protected: true,
      phones: [{ number: '070-174 06 31', mayConnect: true }],
      connect: 'yes',
    });

    expect((await hit('säker', world.supervisor))?.connect).toBe('no');
  });

  test('tells a colleague nothing that is for operators', async () => {
    const bo = await add('Bo Ask');
    const phones = [
      { number: '070-174 06 31', mayConnect: true },
      { number: '070-174 06 32', mayTell: true },
    ];
    const anna = await add('Anna Ek', { phones, connect: 'yes' });
    await away(anna, { reason: 'lunch', until: inAnHour(), operatorNote: 'Syns i köket' });

    const found = await hit('anna', await portalPerson(world, clientId, 'staffMember', bo));

    expect(found?.phones.map(({ number }) => number)).toEqual(['+46701740632']);
    expect(found?.availability?.operatorNote).toBeNull();
  });
});

describe('nobody is found', () => {
  test("of another client, or by another client's people", async () => {
    await add('Anna Ek');
    const other = (await world.aClient()).body.id;
    await world.aStaffMember(other, { ...nobodyElse, name: 'Anna Alm', delivery: {} });
    const foreigner = await portalPerson(world, other, 'clientAdmin');

    expect(await world.names(clientId, 'anna')).toEqual(['Anna Ek']);
    expect(await world.names(other, 'anna')).toEqual(['Anna Alm']);
    expect((await world.search(clientId, { text: 'anna' }, foreigner)).status).toBe(404);
  });

  test('who is not active', async () => {
    await add('Anna Ek', { active: false });

    expect(await world.names(clientId, 'anna')).toEqual([]);
  });

  test('in the place of somebody who is active by one who is not', async () => {
    await add('Anna Alm', { active: false });
    await add('Anna Ek');

    const { body } = await world.search(clientId, { text: 'anna', limit: 1 });

    expect(body.items.map(({ name }) => name)).toEqual(['Anna Ek']);
  });

  test('by a number that the reader may not see', async () => {
    await add('Anna Ek', { phones: [{ number: '070-174 06 31' }] });

    expect(await world.names(clientId, '0631')).toEqual([]);
    expect(await world.names(clientId, '0631', world.supervisor)).toEqual(['Anna Ek']);
  });
});

describe('in a warm function, before the index is made anew,', () => {
  test('an erased person is not found', async () => {
    const staffId = await add('Anna Ek');
    await add('Anna Alm');
    expect(await world.names(clientId, 'anna')).toEqual(['Anna Alm', 'Anna Ek']);

    await world.erase(clientId, staffId);

    expect(await world.names(clientId, 'anna')).toEqual(['Anna Alm']);
    expect(await world.aFunction().names(clientId, 'anna')).toEqual(['Anna Alm']);
  });

  test('what was edited is shown as it is, and finds nobody by what was taken out', async () => {
    const staffId = await add('Anna Ek', {
      keywords: ['faktura'],
      phones: [{ number: '070-174 06 31', mayTell: true }],
    });
    expect(await world.names(clientId, 'faktura')).toEqual(['Anna Ek']);

    await change(staffId, { title: 'Chef', keywords: [], phones: [{ number: '070-174 06 31' }] });

    expect((await hit('anna'))?.title).toBe('Chef');
    expect(await world.names(clientId, 'faktura')).toEqual([]);
    expect(await world.names(clientId, '0631')).toEqual([]);
  });

  test('who is not active any more is not found', async () => {
    const staffId = await add('Anna Ek');
    expect(await world.names(clientId, 'anna')).toEqual(['Anna Ek']);

    await change(staffId, { active: false });

    expect(await world.names(clientId, 'anna')).toEqual([]);
  });

  test('who has become away is shown so, with a colleague of whom the index does not know', async () => {
    const [anna, bo] = [await add('Anna Ek'), await add('Bo Ask')];
    expect(await world.names(clientId, 'anna')).toEqual(['Anna Ek']);

    await away(anna, { reason: 'lunch', until: inAnHour(), colleagues: [bo] });

    expect(await hit('anna')).toMatchObject({ availability: { state: 'away' }, colleagues: [{ name: 'Bo Ask' }] });
  });
});

describe('the answer', () => {
  const numbers = [
    { number: '08-465 004 71', answerPhrase: 'Nordvik', language: 'sv' as const },
    { number: '08-465 004 72', answerPhrase: 'Nordvik', language: 'en' as const },
  ];

  test('is in the language of the number that was called', async () => {
    const { body: client } = await world.aClient({ numbers });
    await world.aStaffMember(client.id, { ...nobodyElse, name: 'Sara Säker', protected: true, delivery: {} });
    const line = (await lineNames(world.app))('+46846500472');

    const words = async (more: object) =>
      (await world.search(client.id, { text: 'sara', ...more })).body.items[0]?.answer.words;

    const [sv, en] = [await words({}), await words({ line })];
    expect([sv, en]).toEqual([answerWords.sv.protected, answerWords.en.protected]);
  });
});

describe('a search costs', () => {
  const text = 'anna';
  const cost = async (act: () => Promise<unknown>) => (await world.meter.measure(act)).tally;

  beforeEach(async () => {
    const bo = await add('Bo Ask');
    await away(await add('Anna Ek'), { reason: 'lunch', until: inAnHour(), colleagues: [bo] });
    await add('Anna Alm');
    await world.rebuild(clientId);
    await world.search(clientId, { text });
  });

  test('two batch reads in a warm function: 7 units, and 2 for each person found and each colleague', async () => {
    // How the client answers is not there: 1 unit each for what does not exist.
    expect(await cost(() => world.search(clientId, { text }))).toEqual({
      requests: { BatchGetItem: 2 },
      readUnits: 7 + 2 * 3,
      writeUnits: 0,
    });
  });

  test('one where nobody is found', async () => {
    expect(await cost(() => world.search(clientId, { text: 'xyzzy' }))).toEqual({
      requests: { BatchGetItem: 1 },
      readUnits: 7,
      writeUnits: 0,
    });
  });

  test('a read of the index more in a cold function, and nothing of the register', async () => {
    const cold = world.aFunction();

    expect(await cost(() => cold.search(clientId, { text }))).toEqual({
      requests: { BatchGetItem: 3 },
      readUnits: 7 + 1 + 2 * 3,
      writeUnits: 0,
    });
  });
});
