// Fields that every feature uses: numbers, lines, texts, e-mail addresses, instants.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { Email, Instant, Line, Text } from '#shared/fields.ts';
import { formatPhone, Phone, PhoneAsGiven, parsePhone } from '#shared/phone.ts';
import { phoneMetadata, phoneMetadataFile } from '#test/support/phone-metadata.ts';

const takes = (schema: z.ZodMiniType, value: unknown) => schema.safeParse(value).success;
const control = fc.oneof(
  fc.integer({ min: 0, max: 31 }),
  fc.integer({ min: 127, max: 159 }),
  fc.constantFrom(0x2028, 0x2029),
);
const withControl = (text: string) =>
  fc
    .tuple(control, fc.integer({ min: 1, max: text.length - 1 }))
    .map(([code, at]) => text.slice(0, at) + String.fromCodePoint(code) + text.slice(at));

test('the metadata of numbers is what the installed library gives', () => {
  expect(readFileSync(phoneMetadataFile, 'utf8')).toBe(phoneMetadata());
});

describe('a complete number', () => {
  test.each([
    ['070-174 06 05', '+46701740605', 'SE', true],
    ['0701740605', '+46701740605', 'SE', true],
    ['+46 (0)70-174 06 05', '+46701740605', 'SE', true],
    ['0046701740605', '+46701740605', 'SE', true],
    [' 070-174 06 05 ', '+46701740605', 'SE', true],
    ['08-465 004 01', '+46846500401', 'SE', false],
    ['+49 152 28817386', '+4915228817386', 'DE', true],
    ['+44 20 7946 0998', '+442079460998', 'GB', false],
    ['+1 202-555-0123', '+12025550123', 'US', true],
  ])('%s', (text, e164, country, mobile) => {
    expect(parsePhone(text)).toEqual({ e164, country, mobile, extension: undefined });
    expect(Phone().parse(text)).toBe(e164);
  });

  test('is read by people as they write it', () => {
    expect(formatPhone('+46701740605')).toBe('070-174 06 05');
    expect(formatPhone('+442079460998')).toBe('+44 20 7946 0998');
    expect(formatPhone('nonsense')).toBe('nonsense');
  });
});

test.each(['112', '070-174 06 0', '070-174 06 0500', 'hem 070-174 06 05', '+999 12345', 'dolt', ''])(
  '%j is no complete number',
  (text) => {
    expect(parsePhone(text)).toBeUndefined();
    expect(takes(Phone(), text)).toBe(false);
  },
);

test('a number of the register has no extension: what is dialled would not be what was written', () => {
  expect(takes(Phone(), '08-465 004 01 ankn 12')).toBe(takes(Phone(), '08-465 004 01 x12'));
  expect(takes(Phone(), '08-465 004 01 x12')).toBe(false);
});

test.each([
  ['info@Åkeri.example', 'info@xn--keri-poa.example'],
  ['Info@NORDVIK.example', 'Info@nordvik.example'],
])('the address %s is kept as %s', (given, kept) => {
  expect(Email().parse(given)).toBe(kept);
});

test.each(['info@åkeri.example/x', 'info@å keri.example', 'info@', 'å@\n', 'info@å\r\nkeri.example'])(
  '%j is no address',
  (given) => {
    expect(takes(Email(), given)).toBe(false);
  },
);

test('of a caller anything with a digit is taken, text without digits, control characters and length are not', () => {
  expect(
    ['112', '070-174 06 0', '08-465 004 01 ankn 12', 'okänt, slutar på 7'].every((text) => takes(PhoneAsGiven(), text)),
  ).toBe(true);
  expect(['dolt', '', '-', '1'.repeat(41), 112, null].some((value) => takes(PhoneAsGiven(), value))).toBe(false);
  fc.assert(fc.property(withControl('070-174 06 05'), (text) => !takes(PhoneAsGiven(), text)));
});

describe('a line', () => {
  test('is trimmed and composed, and measured after that', () => {
    expect(Line().parse('  Sjo\u0308lund ')).toBe('Sjölund');
    expect(takes(Line(5), ' a\u030aa\u030aa\u030aa\u030aa\u030a ')).toBe(true);
    expect(takes(Line(5), 'åååååå')).toBe(false);
  });

  test('has no control characters, and is not empty', () => {
    fc.assert(fc.property(withControl('Eva Ek'), (text) => !takes(Line(), text)));
    expect(['', '   ', '\n'].some((text) => takes(Line(), text))).toBe(false);
  });
});

test.each([
  ['without width', '\u200b'],
  ['a soft hyphen', '\u00ad'],
  ['joiners', '\u200d\u2060'],
  ['a mark on nothing', '\u0301'],
  ['a letter that is blank', '\u3164'],
  ['braille without a dot', '\u2800'],
  ['marks of direction', '\u200e\u202e'],
])('what cannot be seen is no name and no text: %s', (_, text) => {
  expect([takes(Line(), text), takes(Line(), `${text} ${text}`), takes(Text(100), text)]).toEqual([
    false,
    false,
    false,
  ]);
  expect([takes(Line(), `Eva${text}`), takes(Line(), '🙂'), takes(Text(100), '–')]).toEqual([true, true, true]);
});

test('a text keeps line breaks and tabs, and no other control characters', () => {
  expect(Text(100).parse('Rad ett\r\n\tRad två')).toBe('Rad ett\r\n\tRad två');
  fc.assert(
    fc.property(withControl('Eva Ek'), (text) => {
      expect(takes(Text(100), text)).toBe(/[\n\r\t]/.test(text));
    }),
  );
});

describe('an e-mail address', () => {
  test('keeps the case before the @, and loses it after', () => {
    expect(Email().parse('Eva.Ek+jour@EK.Example')).toBe('Eva.Ek+jour@ek.example');
  });

  test.each([
    'eva',
    'eva@',
    '@ek.example',
    'eva@ek',
    'eva@ek.example\n',
    'eva@ek.example\r\nBcc: x@y.example',
    'eva @ek.example',
    'Eva <eva@ek.example>',
    'eva@ek.example,x@y.example',
    `${'a'.repeat(250)}@ek.example`,
  ])('%j is none', (text) => {
    expect(takes(Email(), text)).toBe(false);
  });

  test('with a control character anywhere is none', () => {
    fc.assert(fc.property(withControl('eva@ek.example'), (text) => !takes(Email(), text)));
  });
});

test('an instant has a date, a time and an offset', () => {
  expect(Instant().parse('2026-11-23T10:00:00+01:00')).toBe(Date.parse('2026-11-23T09:00:00Z'));
  for (const wrong of ['2026-11-23', '2026-11-23T10:00:00', '2026-02-30T10:00:00Z', 'now', '', 1])
    expect(takes(Instant(), wrong)).toBe(false);
});

test('half of a character becomes U+FFFD in every text, for providers refuse what they cannot encode', () => {
  expect([Line().parse('Eva\ud83d'), Text(10).parse('\udc00 tack')]).toEqual(['Eva\ufffd', '\ufffd tack']);
});

test('a time that its offset carries beyond the year 9999 is refused, for no answer could show it', () => {
  expect(Instant().safeParse('9999-12-31T23:59:59-01:00').success).toBe(false);
  expect(Instant().safeParse('9999-12-31T23:59:59Z').success).toBe(true);
});
