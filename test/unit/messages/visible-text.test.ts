// Text that others wrote, as it is shown: what cannot be seen is gone, names in every script stay.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleLine, visibleText } from '#messages/visible-text.ts';

const names = [
  'Åsa Öberg-Ängström',
  'Łukasz Żółć',
  'Nguyễn Thị Minh Khai',
  'Ольга Щербакова',
  'Ελένη Παπαδοπούλου',
  'محمد الحسيني',
  'می\u200cخواهم',
  'דוד בן־גוריון',
  'क्\u200dषिति',
  'ශ්\u200dරී',
  '王小明',
  '葛\u{e0100}城',
  '김민수',
  'ณัฐพงศ์',
  'አበበ',
  'გიორგი',
  "O'Brien",
  '👩🏽\u200d🚀 ❤\ufe0f\u200d🔥',
];

test.each(names)('%s is shown as it is', (name) => {
  expect(visibleLine(name)).toBe(name.normalize('NFC'));
});

const cases: [string, string, string][] = [
  ['a line break', 'Eva\nFrån: Polisen', 'Eva Från: Polisen'],
  ['a line separator', 'Eva\u2028Från: Polisen', 'Eva Från: Polisen'],
  ['a next-line control', 'Eva\u0085Från: Polisen', 'Eva Från: Polisen'],
  ['an override of direction', '\u202eoqsE\u202c Eva', 'oqsE Eva'],
  ['an isolate', '\u2066Eva\u2069', 'Eva'],
  ['a mark of direction', 'Eva\u200f\u061c', 'Eva'],
  ['a zero-width space', 'E\u200bva\ufeff', 'Eva'],
  ['a joiner between Latin letters', 'E\u200dv\u200ca', 'Eva'],
  ['a joiner in a number', '070\u200c174', '070174'],
  ['a soft hyphen', 'E\u00adva', 'Eva'],
  ['a tag', 'Eva\u{e0041}\u{e0042}', 'Eva'],
  ['a control', 'E\u0000\u0007\u001b[31mva', 'E[31mva'],
  ['half a character', 'Eva\ud83d', 'Eva'],
  ['a tab', 'Eva\tEk', 'Eva Ek'],
  ['a ring apart from its a', 'A\u030asa', 'Åsa'],
];

test.each(cases)('%s is not shown', (_, given, shown) => {
  expect(visibleLine(given)).toBe(shown);
});

test('several lines stay lines, whatever ended them', () => {
  expect(visibleText(' ett\r\ntvå\rtre\u2028fyra\n')).toBe('ett\ntvå\ntre\nfyra');
});

describe('whatever comes', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  const hidden = fc.constantFrom(
    '\n',
    '\r',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u0000',
    'a',
    ' ',
  );
  const evil = fc.oneof(
    anything,
    fc.array(fc.oneof(hidden, anything)).map((all) => all.join('')),
  );

  test('a line is one line, without a control or a mark of direction, and shown again it is the same', () => {
    fc.assert(
      fc.property(evil, (text) => {
        const shown = visibleLine(text);

        expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\u200b\ufeff\u2060]/u);
        expect(visibleLine(shown)).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });
});
