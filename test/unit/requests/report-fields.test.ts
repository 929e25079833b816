// What a report tells of a record's fields, with what is about others hidden: of that nothing can be read, in no spelling.
import { describe, expect, test } from 'vitest';
import { hiding } from '#requests/report/hide.ts';
import { reportFields } from '#requests/report/report-fields.ts';
import { wordsInSwedish } from '#requests/report/words-sv.ts';
import { HIDDEN } from '#requests/report-schema.ts';
import { type Field, field } from '#requests/search/field.ts';
import { questOf } from '#requests/search/quest.ts';
import type { Mask } from '#requests/search-schema.ts';

const nobody = { names: [], phones: [], emails: [] };
const quest = questOf({ given: { ...nobody, phones: ['+46701740650'] } });

const told = (shown: readonly Field[], masks: readonly Mask[], slots = new Set<string>()) => {
  const hidden = hiding(shown, masks, { quest, slots });
  const { fields, parts } = reportFields(shown, { language: 'sv', words: wordsInSwedish, hidden });
  return [...fields, ...parts.flatMap((part) => part.fields)].map(({ code, value, words }) => [code, value, words]);
};

describe('a field that is not free words', () => {
  test.each([
    [field('caller.phone', 'phone', '+46841070099'), '+46841070099'],
    [field('caller.phone', 'phone', '+46841070099'), '4107'],
    [field('caller.name', 'name', 'Bo Öberg'), 'Öberg'],
    [field('caller.email', 'email', 'bo@oberg.example'), 'bo'],
    [field('department', 'plain', 'Bos grupp'), 'Bo'],
    [field('urgency', 'code', 'urgent'), 'urgent'],
  ])('is hidden whole in value and in words, whatever is marked in it: %j', ([one], passage) => {
    const shown = one as Field;

    expect(told([shown], [{ code: shown.name, passage }])).toEqual([[shown.name, HIDDEN, HIDDEN]]);
  });
});

/** Of a text in which passages are marked, what is told of it. */
const left = (matter: string, ...passages: string[]) =>
  told(
    field('matter', 'text', matter),
    passages.map((passage) => ({ code: 'matter', passage })),
  )[0]?.[1];

describe('of free words', () => {
  test.each([
    ['passages that overlap', 'Anna Karlsson Bo ringde', ['Anna Karlsson', 'Karlsson Bo'], '[…] ringde'],
    ['one within another', 'Anna Karlsson ringde', ['Karlsson', 'Anna Karlsson'], '[…] ringde'],
    ['one that overlaps itself', 'Ring 1 2 1 2 1 nu', ['1 2 1'], 'Ring […] nu'],
    ['two that touch', 'AnnaBo ringde', ['Anna', 'Bo'], '[…] ringde'],
    ['what looks like the mark of another', 'Bo […] Ek', ['Bo', '…'], '[…] [[…]] Ek'],
    ['other case', 'Bo Ek, BO EK och bo ek', ['Bo Ek'], '[…], […] och […]'],
    ['other spaces', 'Bo Ek\nBo\n  Ek', ['Bo Ek'], '[…]\n[…]'],
    ['ß in capitals', 'Frau Strauß, STRAUSS', ['Strauß'], 'Frau […], […]'],
    ['letters of two code points', 'A\u030asa och Åsa', ['Åsa'], '[…] och […]'],
    ['a soft hyphen within', 'Bo O\u0308\u00adberg', ['Öberg'], 'Bo […]'],
    ['half of a pair of units', 'Hon är 🤰 nu', ['\ud83e'], 'Hon är […] nu'],
    ['a part of an emoji', 'Hon är 👩🏽‍⚕️ nu', ['👩'], 'Hon är […] nu'],
    ['a whole emoji, and words after it', '👩🏽‍⚕️ Bo ringde', ['Bo'], '👩🏽‍⚕️ […] ringde'],
    [
      'a number in another spelling',
      'Ring 08-410 700 99 eller +46 8 41070099',
      ['08-410 700 99'],
      'Ring […] eller […]',
    ],
    ['a name in letters that look alike', 'Bo Ek, B\u043e \u0415k', ['Bo Ek'], '[…], […]'],
    ['a number in another width', 'Ring \uff10\uff18-410\uff170099', ['08-410 700 99'], 'Ring […]'],
    ['zeros alone', 'Kod 0000000, ring 08-410 700 99', ['0000000'], 'Kod […], ring 08-410 700 99'],
    ['an address in another case', 'bo@ek.example, BO@EK.EXAMPLE', ['bo@ek.example'], '[…], […]'],
  ])('%s leave nothing', (_, text, passages, expected) => {
    expect(left(text, ...passages)).toBe(expected);
  });
});

describe('what is marked in one field', () => {
  const caller = { slot: 'caller' };

  test('is read in no other of the entry: company, note, deliveries, titles', () => {
    const shown = [
      ...field('matter', 'text', 'Bo Ek ringer, 08-410 700 99'),
      ...field('caller.company', 'name', 'Bo Ek Bygg', { slot: 'company' }),
      ...field('caller.phone', 'phone', '+46841070099', caller),
      ...field('caller.phoneAsGiven', 'phone', '410 700 99', caller),
      ...field('note', 'text', 'Sagt till BO EK; Bo Eks nummer är 0841070099, Bo Eken är en annan'),
      ...field('title', 'plain', 'Vikarie för Bo Ek'),
      ...field('deliveries.*.name', 'name', 'Ek, Bo Ek', { n: 0, slot: 'delivery.0' }),
      ...field('deliveries.*.address', 'phone', '+46841070099', { n: 0, slot: 'delivery.0' }),
      ...field('takenAt', 'time', 1_764_000_000_000),
    ];

    const all = told(shown, [
      { code: 'matter', passage: 'Bo Ek' },
      { code: 'matter', passage: '08-410 700 99' },
    ]);

    expect(Object.fromEntries(all.map(([code, value]) => [code, value]))).toEqual({
      matter: '[…] ringer, […]',
      'caller.company': HIDDEN,
      'caller.phone': HIDDEN,
      'caller.phoneAsGiven': HIDDEN,
      note: 'Sagt till […]; […]s nummer är […], Bo Eken är en annan',
      title: HIDDEN,
      'deliveries.0.name': HIDDEN,
      'deliveries.0.address': HIDDEN,
      takenAt: '2025-11-24T16:00:00.000Z',
    });
  });

  test('is no part of the person’s own name or number elsewhere', () => {
    const shown = [
      ...field('matter', 'text', 'Anna och Bo Ek (070-174 06 50), eller jag'),
      ...field('caller.name', 'name', 'Anna Karlsson', caller),
      ...field('caller.phone', 'phone', '+46701740650', caller),
      ...field('caller.extension', 'plain', '50', caller),
    ];

    const all = told(
      shown,
      [
        { code: 'matter', passage: 'Anna' },
        { code: 'matter', passage: 'Bo Ek (070-174 06 50)' },
      ],
      new Set(['caller']),
    );

    expect(all.map(([, value]) => value)).toEqual(['[…] och […], eller jag', 'Anna Karlsson', '+46701740650', '50']);
  });

  test('as a whole number goes with the same number as it was said, and in words', () => {
    const shown = [
      ...field('caller.phone', 'phone', '+46841070099', caller),
      ...field('caller.phoneAsGiven', 'phone', '08-410 700 99', caller),
      ...field('matter', 'text', 'Nås på 08/41070099'),
    ];

    const all = told(shown, [{ code: 'caller.phone' }], new Set(['caller']));

    expect(all.map(([, value]) => value)).toEqual([HIDDEN, HIDDEN, 'Nås på […]']);
  });
});
