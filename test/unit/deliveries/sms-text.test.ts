// SMS text: what stays in GSM-7, how many parts it takes, and that a cut text keeps within them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitSms, normalizeSms, smsSize } from '#deliveries/sms-text.ts';

describe('parts', () => {
  test.each([
    ['160 letters', 'a'.repeat(160), 'GSM-7', 1],
    ['161 letters', 'a'.repeat(161), 'GSM-7', 2],
    ['160 of å, ä, ö, Å, Ä, Ö, é and ü', 'åäöÅÄÖéü'.repeat(20), 'GSM-7', 1],
    ['306 letters', 'a'.repeat(306), 'GSM-7', 2],
    ['307 letters', 'a'.repeat(307), 'GSM-7', 3],
    ['80 euro signs, each two septets', '€'.repeat(80), 'GSM-7', 1],
    ['81 euro signs', '€'.repeat(81), 'GSM-7', 2],
    ['153 euro signs: no part holds half of one', '€'.repeat(153), 'GSM-7', 3],
    ['70 letters of which one is Polish', `${'a'.repeat(69)}ł`, 'UCS-2', 1],
    ['71 letters of which one is Polish', `${'a'.repeat(70)}ł`, 'UCS-2', 2],
    ['35 faces, each two units', '😀'.repeat(35), 'UCS-2', 1],
    ['67 faces: no part holds half of one', '😀'.repeat(67), 'UCS-2', 3],
    ['nothing', '', 'GSM-7', 1],
  ])('%s', (_, text, encoding, parts) => {
    expect(smsSize(text)).toEqual({ encoding, parts });
  });
});

describe('normalized', () => {
  test('curly quotes, dashes, dots and hard spaces become plain; letters stay as they are', () => {
    expect(normalizeSms('”Hej” – ’nu’… kl\u00a010\t• Łukasz Žižek é')).toBe('"Hej" - \'nu\'... kl 10 - Łukasz Žižek é');
  });

  test('å that was typed as a and a ring is one letter of GSM-7', () => {
    expect(smsSize(normalizeSms('Sja\u030alund'))).toEqual({ encoding: 'GSM-7', parts: 1 });
  });
});

/** Fills part after part, as a telephone does: no character is divided. */
function partsByFilling(text: string): number {
  const { encoding } = smsSize(text);
  const sizeOf = (character: string) => {
    if (encoding === 'UCS-2') return character.length;
    return '\f^{}\\[~]|€'.includes(character) ? 2 : 1;
  };
  const sizes = [...text].map(sizeOf);
  const [single, each] = encoding === 'UCS-2' ? [70, 67] : [160, 153];
  if (sizes.reduce((sum, size) => sum + size, 0) <= single) return 1;
  let parts = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > each) {
      parts += 1;
      filled = 0;
    }
    filled += size;
  }
  return parts;
}

const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('hej', ' ', 'å', 'Ö', '€', '[', '\n', 'ord ') },
      { weight: 1, arbitrary: fc.constantFrom('ł', '😀', '”') },
    ),
    { maxLength: 500 },
  )
  .map((words) => normalizeSms(words.join('')));
const plainText = text.map((one) => one.replaceAll(/[ł😀]/gu, '{'));
const anyText = fc.oneof(text, plainText);

test('the number of parts is that of filling one after the other', () => {
  fc.assert(
    fc.property(anyText, (one) => {
      expect(smsSize(one).parts).toBe(partsByFilling(one));
    }),
  );
});

const ENDING = '... Läs resten i Mina Sidor: https://portal.answeronline.example';

test('a text that is fitted never takes more parts, ends as asked, and begins as it was', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 4 }), (one, maxParts) => {
      const fitted = fitSms(one, ENDING, maxParts);

      expect(partsByFilling(fitted)).toBeLessThanOrEqual(maxParts);
      if (fitted === one) return;
      expect(partsByFilling(one)).toBeGreaterThan(maxParts);
      expect(fitted.endsWith(ENDING)).toBe(true);
      expect(one.startsWith(fitted.slice(0, -ENDING.length))).toBe(true);
    }),
  );
});

test('a text that is cut uses its parts, and is cut between words', () => {
  const fitted = fitSms('Taket läcker mycket. '.repeat(40), ENDING, 3);

  expect(smsSize(fitted).parts).toBe(3);
  expect(fitted.length).toBeGreaterThan(430);
  expect(fitted.slice(0, -ENDING.length)).toMatch(/(Taket|läcker|mycket\.)$/);
});
