// Whether a person is in a record: numbers and addresses in any spelling, names with doubt, and what in it is about others.
import { describe, expect, test } from 'vitest';
import { field, type Readable } from '#requests/search/field.ts';
import { addressesOfOthers, emailsIn, phonesIn } from '#requests/search/find-addresses.ts';
import { isAnother, mayBeName, namesInText } from '#requests/search/find-names.ts';
import { lookAt, needsLook, shownFields, suggestedMasks, sureSlots } from '#requests/search/look-at.ts';
import { questOf } from '#requests/search/quest.ts';

const nobody = { names: [], phones: [], emails: [] };
const words = (name: string) => questOf({ given: { ...nobody, names: [name] } }).names;

describe('a number', () => {
  const quest = questOf({ given: { ...nobody, phones: ['+46701740650'] } });

  test.each([
    '070-174 06 50',
    '0701740650',
    '+46 70 174 06 50',
    '+46 (0)70 174 06 50',
    '0046701740650',
    '46701740650',
    'Ring 070/174.06.50 efter fem',
    '070–174 06 50',
    '070−174‐06‑50',
    '070—174 06 50',
    '070­174​0650',
    '\uff10\uff17\uff10\uff0d\uff11\uff17\uff14\u3000\uff10\uff16 \uff15\uff10',
    '\uff0b46\u00a070\u00a0174\u00a006\u00a050',
    '\ud835\udfd8701740650',
  ])('is found in "%s"', (text) => {
    expect(phonesIn(text, quest).map(({ partly }) => partly)).toEqual([false]);
  });

  test.each([
    ['070-174 06 50 ankn 12', [false]],
    ['070-174 06 50 08-410 700 99', [true]],
    ['174 06 50', [true]],
    ['17406', []],
    ['070-174 06 51', []],
    ['A0701740650', [true]],
    ['tel070-174 06 50', [true]],
    ['Ring 0701740650Eva', [true]],
    ['A10701740650B', [true]],
    ['1070174065099', [true]],
  ])('"%s" is a match %j of it', (text, partly) => {
    expect(phonesIn(text, quest).map((one) => one.partly)).toEqual(partly);
  });

  test.each([
    ['070-174 06 50 070-174 06 99', ['070-174 06 50'], ['070-174 06 99']],
    ['070-174 06 99 070-174 06 50', ['070-174 06 50'], ['070-174 06 99']],
    ['08-410 700 99/070-174 06 50/08-410 700 12', ['070-174 06 50'], ['08-410 700 99', '08-410 700 12']],
    ['070-174 06 50\n070 1740650', ['070-174 06 50', '070 1740650'], []],
    ['46701740650 0701740699', ['46701740650'], ['0701740699']],
    ['070-174 06 50 12', ['070-174 06 50'], []],
    ['1070174065099', ['1070174065099'], []],
  ])('in "%s" is %j, and of others there is %j', (text, own, others) => {
    expect(phonesIn(text, quest).map(({ passage }) => passage)).toEqual(own);
    expect(addressesOfOthers(text, quest)).toEqual(others);
  });

  test('is given as it is written, in whatever width', () => {
    const wide = '\uff10\uff17\uff10\uff0d\uff11\uff17\uff14\uff10\uff16\uff15\uff10';
    const text = `Flera \ufb01ler: ${wide} \uff10\uff18-410 700 99, bo\uff20ek.example`;

    expect(phonesIn(text, quest).map(({ passage }) => passage)).toEqual([wide]);
    expect(addressesOfOthers(text, quest)).toEqual(['\uff10\uff18-410 700 99', 'bo\uff20ek.example']);
  });

  test('is told from its like in a text of nothing else, however long, at once', () => {
    const own = Array.from({ length: 280 }, () => '070-174 06 50');
    const others = Array.from({ length: 300 }, (_, n) => `08-4${100_000 + n}`);
    const loose = '1 '.repeat(1_990);

    expect(phonesIn(own.join(' '), quest).map(({ passage }) => passage)).toEqual(own);
    expect(phonesIn(`${others.join(' ')} ${own[0]}`, quest).map(({ passage }) => passage)).toEqual([own[0]]);
    expect(phonesIn(`${loose}${own[0]}`, quest).map(({ passage }) => passage)).toEqual([own[0]]);
    expect(addressesOfOthers(own.join(' '), quest)).toEqual([]);
  });

  test('of abroad is found with 00 and with +', () => {
    const abroad = questOf({ given: { ...nobody, phones: ['+4522123456'] } });

    expect(['+45 22 12 34 56', '0045 22123456'].map((text) => phonesIn(text, abroad).length)).toEqual([1, 1]);
  });
});

describe('an address', () => {
  const quest = questOf({ given: { ...nobody, emails: ['Eva.Ask@Post.example'] } });

  test.each([
    ['eva.ask@post.example', 1],
    ['Skriv till EVA.ASK@POST.EXAMPLE.', 1],
    ['<eva.ask@post.example>', 1],
    ['eva.ask\uff20post.example', 1],
    ['_eva.ask@post.example_', 1],
    ['neva.ask@post.example', 0],
    ['eva.ask@post.example.org', 0],
  ])('"%s" holds it %i times', (text, times) => {
    expect(emailsIn(text, quest)).toHaveLength(times);
  });
});

describe('a name', () => {
  test.each([
    ['Anna Karlsson', 'Anna Karlsson ringde', ['Anna Karlsson']],
    ['Anna Karlsson', 'ANNA KARLSSON', ['ANNA KARLSSON']],
    ['Anna Karlsson', 'Karlsson, Anna', ['Karlsson, Anna']],
    ['Anna Karlsson', 'Anna Karlssons bil', ['Anna Karlssons']],
    ['Anna Karlsson', 'Annas, det vill säga Karlssons', []],
    ['Anna Karlsson', 'A. Karlsson', ['A. Karlsson']],
    ['Anna Karlsson', 'Anna Maria Karlsson', ['Anna Maria Karlsson']],
    ['Anna Maria Karlsson', 'Anna Karlsson', ['Anna Karlsson']],
    ['Anna Karlsson', 'Ana Karlson', []],
    ['Anna Karlsson', 'Anna Karlson', ['Anna Karlson']],
    ['Anna Karlsson', 'Anna ringde om Karlssons', ['Anna ringde om Karlssons']],
    ['Anna Karlsson', 'Anna Berg', []],
    ['Anna-Karin Öst', 'Annakarin Öst', ['Annakarin Öst']],
    ['Annakarin Öst', 'Anna-Karin Ost', ['Anna-Karin Ost']],
    ['Björn Åkesson', 'Bjorn Akesson', ['Bjorn Akesson']],
    ['Anna Karlsson', '\u0410nn\u0430 K\u0430rlss\u043en ringde', ['\u0410nn\u0430 K\u0430rlss\u043en']],
    ['Anna Karlsson', '\uff21nna Karlss\u03bfn', ['\uff21nna Karlss\u03bfn']],
    [
      '\u0410\u043d\u043d\u0430 \u0418\u0432\u0430\u043d',
      '\u0410\u041d\u041d\u0410 \u0418\u0412\u0410\u041d',
      ['\u0410\u041d\u041d\u0410 \u0418\u0412\u0410\u041d'],
    ],
    ['Zlatan', 'Ring Zlatan', ['Ring Zlatan'.slice(5)]],
  ])('"%s" is found in "%s" as %j', (name, text, found) => {
    expect(namesInText(text, words(name))).toEqual(found);
  });

  test('alone where a name is asked for may be the person by a part of it', () => {
    const names = words('Anna Karlsson');

    expect(['Karlsson', 'Anna', 'fru Karlsson', 'Anna Berg'].map((text) => mayBeName(text, names))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('that has no word in common is another', () => {
    expect(['Anna', 'Eva Berg', ''].map((text) => isAnother(text, words('Anna Karlsson')))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('a record', () => {
  const caller = { slot: 'caller', part: 'caller' } as const;
  const aMessage = (name: string | null, phone: string, matter: string): Readable => ({
    store: 'message',
    recordId: 'msg_1',
    home: 'cli_1',
    fields: [
      ...field('caller.name', 'name', name, caller),
      ...field('caller.phone', 'phone', phone, caller),
      ...field('matter', 'text', matter),
      ...field('recipient', 'staffId', 'stf_1', { part: 'recipient' }),
    ],
  });
  const quest = questOf({
    given: { names: ['Eva Ask'], phones: ['+46701740650'], emails: [] },
    known: { ...nobody, phones: ['+46841070099'] },
  });

  test.each([
    ['the number that was given', aMessage('Eva Ask', '+46701740650', 'Ring'), false],
    ['the number without a name', aMessage(null, '+46701740650', 'Ring'), false],
    ["the number beside somebody else's name", aMessage('Bo Berg', '+46701740650', 'Ring'), true],
    ['the name alone', aMessage('Eva Ask', '+46841070011', 'Ring'), true],
    ['a number of the register, which the company may share', aMessage(null, '+46841070099', 'Ring'), true],
  ])('with %s is as doubtful as that', (_, record, doubtful) => {
    expect(lookAt(record, quest)?.doubtful).toBe(doubtful);
  });

  test('in which the person is not is none', () => {
    expect(lookAt(aMessage('Bo Berg', '+46841070011', 'Ring'), quest)).toBeUndefined();
  });

  test('suggests to hide other people, and their numbers and addresses in its words', () => {
    const record = aMessage('Bo Berg', '+46841070011', 'Eva Ask nås på bo@berg.example eller 08-410 700 12');
    const sight = lookAt(record, quest);
    if (!sight) throw new Error('The person is in it');

    const shown = shownFields(record, sight);

    expect(sight.as).toEqual(['mentioned']);
    expect(suggestedMasks(shown, sight, quest)).toEqual([
      { code: 'caller.name' },
      { code: 'caller.phone' },
      { code: 'matter', passage: '08-410 700 12' },
      { code: 'matter', passage: 'bo@berg.example' },
    ]);
    expect(needsLook(shown, sight, quest)).toBe(true);
    expect(addressesOfOthers('070-174 06 50', quest)).toEqual([]);
  });

  test('tells of no id but the person’s own', () => {
    const record = aMessage('Eva Ask', '+46701740650', 'Ring');
    const sight = lookAt(record, quest);

    expect(sight && shownFields(record, sight).map(({ name }) => name)).toEqual([
      'caller.name',
      'caller.phone',
      'matter',
    ]);
  });

  test('tells whoever has only read it that they did, and nothing of what others said', () => {
    const record = aMessage('Bo Berg', '+46841070011', 'Ring om taket');
    const reader = { slot: 'reader.0', part: 'actor', own: true } as const;
    record.fields = [
      ...record.fields,
      ...field('takenAt', 'time', 1),
      ...field('readBy.*', 'userId', 'usr_1', { n: 0, ...reader }),
      ...field('readAt.*', 'plain', '2026-11-23T07:00:00Z', { n: 0, ...reader }),
    ];
    const sight = lookAt(record, questOf({ given: nobody, userIds: ['usr_1'] }));

    expect(sight?.as).toEqual(['actor']);
    expect(sight && shownFields(record, sight).map(({ name }) => name)).toEqual(['takenAt', 'readBy.*', 'readAt.*']);
  });
});

describe('an entry', () => {
  const given = { names: ['Anna Lind'], phones: ['+46701740650'], emails: ['anna@lind.example'] };
  const known = { names: ['Anna Ek Lind'], phones: ['+46846500410'], emails: ['info@kvarn.example'] };
  const entry = (name: string | null, email: string | null, phone: string | null = null): Readable => {
    const of = { slot: 'contact.0', part: 'contact', n: 0 } as const;
    const fields = [
      ...field('contacts.*.name', 'name', name, of),
      ...field('contacts.*.email', 'email', email, of),
      ...field('contacts.*.phone', 'phone', phone, of),
    ];
    return { store: 'client', recordId: 'cli_1', home: 'cli_1', fields };
  };

  test.each([
    ['by an address that was given', true, entry(null, 'anna@lind.example')],
    ['by a number that was given', true, entry(null, null, '+46701740650')],
    ['by the whole name', true, entry('Lind, Anna', 'a.lind@annan.example')],
    ['by a name that the register knows', true, entry('Anna Ek Lind', null)],
    ['by a part of the name beside an address that was given', true, entry('Anna', 'anna@lind.example')],
    ['by a part of the name alone', false, entry('Anna', 'annan@berg.example')],
    ['by a name much like it', false, entry('Anna Linde', null)],
    ['by the name among others', false, entry('Anna Lind och Bo Alm', null)],
    ['by an address that the register knows', false, entry(null, 'info@kvarn.example')],
    ['by a number that the register knows', false, entry(null, null, '+46846500410')],
    ['by what was given, where another name stands', false, entry('Bo Alm', 'anna@lind.example', '+46701740650')],
    ['by what was given, where another of the family stands', false, entry('Bo Lind', null, '+46701740650')],
  ])('%s is the person beyond doubt: %s', (_, isSure, record) => {
    expect(sureSlots(record, questOf({ given, known })).size).toBe(isSure ? 1 : 0);
  });
});
