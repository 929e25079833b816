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
    expect(normalizeSms('‹a› «b» ´c` 5′ −2 x\u2003y')).toBe("'a' \"b\" 'c' 5' -2 x y");
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

const HEAD = '10.42 till Anna-Karin Sjölund\nFrån: Eva Ek';

describe('a text under its head', () => {
  test('never takes more parts, keeps its head whole, ends as asked, and begins as it was', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 4 }), fc.boolean(), (one, maxParts, isCut) => {
        const fitted = fitSms(HEAD, one, { ending: ENDING, maxParts, isCut });

        if (fitted === undefined) {
          expect(partsByFilling(`${HEAD}\n${ENDING}`)).toBeGreaterThan(maxParts);
          return;
        }
        expect(partsByFilling(fitted)).toBeLessThanOrEqual(maxParts);
        const whole = one === '' ? HEAD : `${HEAD}\n${one}`;
        if (fitted === whole) return;
        expect(isCut || partsByFilling(whole) > maxParts).toBe(true);
        expect(fitted.startsWith(`${HEAD}\n`)).toBe(true);
        expect(fitted.endsWith(ENDING)).toBe(true);
        expect(one.startsWith(fitted.slice(HEAD.length + 1, -ENDING.length))).toBe(true);
      }),
    );
  });

  test('that is cut uses its parts, and is cut between words', () => {
    const fitted =
      fitSms(HEAD, 'Taket läcker mycket. '.repeat(40), { ending: ENDING, maxParts: 3, isCut: false }) ?? '';

    expect(smsSize(fitted).parts).toBe(3);
    expect(fitted.length).toBeGreaterThan(430);
    expect(fitted.slice(0, -ENDING.length)).toMatch(/(Taket|läcker|mycket\.)$/);
  });

  test.each([['0701740620 '], ['070-174 06 20, '], ['+46 70 174 06 20 ']])(
    'that is cut holds no half of a number: %s',
    (number) => {
      for (let before = 0; before < number.length; before++) {
        const text = `${'x'.repeat(before)} ${number.repeat(60)}`;
        const fitted = fitSms(HEAD, text, { ending: ENDING, maxParts: 3, isCut: false }) ?? '';
        const left = fitted.slice(HEAD.length + 1, -ENDING.length).trim();

        expect(left.replaceAll(number.trim(), '').replace(/^x*/, '').trim()).toMatch(/^[,\s]*$/);
      }
    },
  );

  test('that is cut holds no half of what is seen as one character', () => {
    const family = '👩\u200d👩\u200d👧';
    const fitted = fitSms('10.42', family.repeat(60), { ending: '...', maxParts: 3, isCut: false }) ?? '';

    expect(fitted.slice(6, -3).replaceAll(family, '')).toBe('');
  });
});

test('whose head alone is too long is no SMS', () => {
  expect(fitSms('Ł'.repeat(202), 'x', { ending: '...', maxParts: 3, isCut: false })).toBeUndefined();
});
