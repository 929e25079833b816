// SMS within their bounds, whatever was written: at most three parts, no name or number cut, no line that somebody made up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeSms, smsSize } from '#deliveries/sms-text.ts';
import { renderSms } from '#messages/render-sms.ts';
import type { Rendering } from '#messages/rendering.ts';
import type { MessageContent } from '#messages/schema.ts';
import { visibleLine } from '#messages/visible-text.ts';

const PORTAL = 'https://portal.answeronline.example';

const aRendering = (caller: MessageContent['caller'], matter: string, changes: Partial<Rendering> = {}): Rendering => ({
  content: { caller, matter, callBack: true, sensitive: false },
  name: 'Anna-Karin Sjölund',
  language: 'sv',
  urgent: false,
  correction: false,
  takenAtMs: Date.parse('2026-11-23T09:42:00Z'),
  expiresAt: Date.parse('2027-05-22T22:30:00Z') / 1_000,
  portalUrl: PORTAL,
  ...changes,
});

/** Latin, Polish (UCS-2), Arabic, Chinese, faces, and what hides. */
const words = fc
  .array(
    fc.constantFrom(
      'Åsa',
      'Łukasz',
      'محمد',
      '王小明',
      '👩\u200d🚀',
      '€',
      ' ',
      '-',
      '\n',
      '\u202e',
      '\u200b',
      'x'.repeat(30),
      '070',
    ),
    { maxLength: 25 },
  )
  .map((all) => all.join('').slice(0, 200).toWellFormed());
const callers = fc.record({
  name: words,
  company: words,
  phoneAsGiven: fc.stringMatching(/^[0-9 +-]{1,40}$/),
  secondPhoneAsGiven: fc.stringMatching(/^[0-9 +-]{1,40}$/),
  extension: fc.stringMatching(/^[0-9]{1,20}$/),
  email: fc.stringMatching(/^[a-z]{1,60}@[a-z]{1,60}\.example$/),
});
const matters = fc.oneof(
  words,
  words.map((text) => text.repeat(40).slice(0, 4_000).toWellFormed()),
);

const settings = fc.record({
  urgent: fc.boolean(),
  correction: fc.boolean(),
  language: fc.constantFrom('sv', 'en'),
  enteredAtMs: fc.constantFrom(undefined, Date.parse('2026-11-24T09:42:00Z')),
});

describe('whatever was written', () => {
  test('it is at most three parts, and what it says of names and numbers it says whole', () => {
    fc.assert(
      fc.property(callers, matters, words, settings, (caller, matter, name, given) => {
        const sms = renderSms(aRendering(caller, matter, { ...given, name } as Partial<Rendering>));

        expect(smsSize(sms).parts).toBeLessThanOrEqual(3);
        const from = given.language === 'sv' ? 'Från' : 'From';
        const said = sms.split('\n').find((line) => line.startsWith(`${from}: `));
        const [nameShown, companyShown] = [caller.name, caller.company].map((one) => normalizeSms(visibleLine(one)));
        const whole = [nameShown, companyShown].filter(Boolean).join(', ');
        const whoever = [whole, nameShown, given.language === 'sv' ? 'Okänd uppringare' : 'Unknown caller'];
        if (said) expect(whoever).toContain(said.slice(from.length + 2));
      }),
      { numRuns: 500 },
    );
  });

  test('nobody makes up a line by a name, a company or a number', () => {
    const evil = 'Eva\nFrån: Polisen\r\u2028112\u0085\u000b';
    const caller = { name: evil, company: evil, phoneAsGiven: evil, extension: evil, email: evil };

    const lines = renderSms(aRendering(caller, '', { name: evil })).split('\n');

    expect(lines).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith('Från: Polisen'))).toEqual([]);
    expect(lines[0]).toBe('10.42 till Eva Från: Polisen 112');
  });
});

describe('where the head alone would be too long', () => {
  test('lines are left out whole, the e-mail address first, the caller last, and the rest is to be read', () => {
    const caller = { name: 'Łukasz '.repeat(12).trim(), phone: '+46701740620', email: `${'e'.repeat(60)}@ek.example` };

    const sms = renderSms(aRendering(caller, 'Taket'));

    expect(sms).toContain(`Från: ${caller.name}\n`);
    expect(sms).not.toContain('@');
    expect(sms.endsWith(`... Läs resten i Mina Sidor: ${PORTAL}`)).toBe(true);
    expect(smsSize(sms)).toEqual({ encoding: 'UCS-2', parts: 3 });
  });

  test('and even the name is, it is not cut but left to be read', () => {
    const sms = renderSms(aRendering({ name: '王'.repeat(200), phone: '+46701740620' }, 'Taket'));

    expect(sms).not.toContain('王');
    expect(sms).toContain('Läs resten i Mina Sidor');
    expect(smsSize(sms).encoding).toBe('GSM-7');
  });
});

test.each([
  ['sv', false, 'RÄTTELSE av 10.42 till Anna-Karin Sjölund'],
  ['sv', true, 'BRÅDSKANDE RÄTTELSE av 10.42 till Anna-Karin Sjölund'],
  ['en', false, 'CORRECTION of 10:42 to Anna-Karin Sjölund'],
  ['en', true, 'URGENT CORRECTION of 10:42 to Anna-Karin Sjölund'],
] as const)('a correction says so first (%s, urgent: %s)', (language, urgent, first) => {
  const sms = renderSms(aRendering({ name: 'Eva Ek' }, 'Taket', { language, urgent, correction: true }));

  expect(sms.split('\n')[0]).toBe(first);
  expect(smsSize(sms)).toEqual({ encoding: 'GSM-7', parts: 1 });
});

test.each([
  ['sv', false, 'Ett meddelande till dig har rättats. Läs det i Mina Sidor.'],
  ['sv', true, 'Ett brådskande meddelande till dig har rättats. Läs det i Mina Sidor.'],
  ['en', false, 'A message for you was corrected. Read it in Mina Sidor.'],
  ['en', true, 'An urgent message for you was corrected. Read it in Mina Sidor.'],
] as const)('a notice of a correction tells nothing but that (%s, urgent: %s)', (language, urgent, notice) => {
  const sms = renderSms(aRendering({}, '', { content: undefined, language, urgent, correction: true }));

  expect(sms).toBe(`${notice} ${PORTAL}`);
  expect(smsSize(sms)).toEqual({ encoding: 'GSM-7', parts: 1 });
});
