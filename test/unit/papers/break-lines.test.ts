// Where lines end, measured in letters.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLetters, breakLines } from '#papers/break-lines.ts';

const letters = (text: string) => text.length;
const lines = (text: string, width: number) => breakLines(text, width, letters).map((line) => line.trimEnd());

describe('A line', () => {
  test('ends between words', () => {
    expect(lines('ett två tre fyra', 8)).toEqual(['ett två', 'tre fyra']);
  });

  test('ends where the writer ended it', () => {
    expect(lines('ett\ntvå\r\n\ntre', 20)).toEqual(['ett', 'två', '', 'tre']);
  });

  test.each(['08-123 45 67', '2026-11-29', '10 000', 'e-post', '+46 70 123 45 67', '556677-8899'])(
    'tears no number, date or short word: %s',
    (whole) => {
      expect(lines(`Skriv genast till ${whole}`, 18).at(-1)).toBe(whole);
    },
  );

  test('may end after the hyphen of a long word', () => {
    expect(lines('barn- och utbildnings-förvaltningen', 20)).toEqual(['barn- och', 'utbildnings-', 'förvaltningen']);
  });

  test('keeps the space that it was broken at, for who hears or copies the text', () => {
    expect(breakLines('ett två', 4, letters)).toEqual(['ett ', 'två']);
  });
});

describe('A word that is wider than a line', () => {
  test('is hyphenated before a consonant that a vowel follows', () => {
    expect(lines('personuppgiftsbiträdesavtalet', 16)).toEqual(['personuppgifts­', 'biträdesavtalet']);
  });

  test('is broken after a sign if it is an address, and nothing is added', () => {
    expect(lines('dataskyddsombud@svarstjanst.example', 20)).toEqual(['dataskyddsombud@', 'svarstjanst.example']);
  });

  test.each(['01KB6P4S3Y8D2V0000000000A1', 'QSBzaWduYXR1cmUgb2Ygc29tZSBzZXZlbnR5IGJ5dGVz'])(
    'gets no hyphen if it is a code: %s',
    (code) => {
      expect(lines(code, 10).join('')).toBe(code);
    },
  );
});

test('A code fills its lines', () => {
  expect(breakLetters('abcdefghij', 4, letters)).toEqual(['abcd', 'efgh', 'ij']);
});

test('Whatever is written stands in the lines, no line is too wide, and it always ends', () => {
  const word = fc.stringMatching(/^[a-zåäöA-Z0-9@.-]{1,30}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 2, max: 40 }), (words, width) => {
      const broken = breakLines(words.join(' '), width, letters);

      for (const line of broken) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
      expect(broken.join('').replaceAll('\u00ad', '').trimEnd()).toBe(words.join(' '));
    }),
  );
});
