// What is kept of a caller: numbers in E.164 where they are complete, and as they were given where they are not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOf, contentView } from '#messages/content.ts';
import { MessageInput } from '#messages/schema.ts';
import { aMessage, type MessageBody } from '#test/support/builders/messages.ts';

const callerOf = (caller: MessageBody['caller']) =>
  contentView(contentOf(MessageInput().parse(aMessage({ caller })))).caller;
const refusals = (body: unknown) => {
  const parsed = MessageInput().safeParse(body);
  return parsed.success ? [] : parsed.error.issues.map(({ path, code }) => `${path.join('/')} ${code}`);
};

describe('a number', () => {
  test.each([
    ['as people write it', '070-174 06 20', { phone: '+46701740620', phoneAsGiven: null, extension: null }],
    ['from abroad', '+44 20 7946 0998', { phone: '+442079460998', phoneAsGiven: null }],
    ['with an extension', '08-465 004 01 ext 12', { phone: '+46846500401', extension: '12', phoneAsGiven: null }],
    ['with a Swedish extension', '08-465 004 01 ankn 12', { phone: null, phoneAsGiven: '08-465 004 01 ankn 12' }],
    ['that is short', '112', { phone: null, phoneAsGiven: '112' }],
    ['with a digit too few', '070-174 06 2', { phone: null, phoneAsGiven: '070-174 06 2' }],
    ['with a digit too many', '070-174 06 2000', { phone: null, phoneAsGiven: '070-174 06 2000' }],
    ['with words around it', 'ring 070-174 06 20 hem', { phone: null, phoneAsGiven: 'ring 070-174 06 20 hem' }],
    ['with a word before it', 'mobil 070-174 06 20', { phone: null, phoneAsGiven: 'mobil 070-174 06 20' }],
    ['of two', '070-174 06 20 / 21', { phone: null, phoneAsGiven: '070-174 06 20 / 21' }],
    ['that is hidden', null, { phone: null, phoneAsGiven: null }],
  ])('%s', (_, phone, expected) => {
    expect(callerOf({ phone })).toMatchObject(expected);
  });

  test('of which some digits are in doubt is kept as it was given', () => {
    expect(callerOf({ phone: ' 070-174 06 2? ' })).toMatchObject({ phone: null, phoneAsGiven: '070-174 06 2?' });
  });

  test('with an extension beside another that was written down loses neither', () => {
    const caller = callerOf({ phone: '08-465 004 01 ext 12', extension: '34' });

    expect(JSON.stringify(caller)).toMatch(/12.*34|34.*12/);
  });

  test('that is the second keeps its extension, as it was given', () => {
    expect(callerOf({ secondPhone: '08-465 004 01 ext 12' })).toMatchObject({
      secondPhone: null,
      secondPhoneAsGiven: '08-465 004 01 ext 12',
    });
    expect(callerOf({ secondPhone: '08-465 004 01' })).toMatchObject({ secondPhone: '+46846500401' });
  });

  test('of any kind keeps all its digits', () => {
    const written = fc
      .array(fc.constantFrom(...'0123456789', ' ', '-', '+', '(', ')', '/', ',', 'x', '#', '*', ' hem '), {
        maxLength: 20,
      })
      .map((parts) => parts.join('').trim())
      .filter((text) => /\d/.test(text) && text.length <= 40);
    const digits = (text: string) => text.replace(/\D/g, '');
    /** A number without the 0 that is dialled only within a country: at its beginning, or after the country's code. */
    const withoutTrunk = (given: string) =>
      [0, 1, 2, 3].filter((at) => given[at] === '0').map((at) => given.slice(0, at) + given.slice(at + 1));
    fc.assert(
      fc.property(written, (phone) => {
        const kept = callerOf({ phone });

        const shown = digits(`${kept.phone ?? ''}${kept.phoneAsGiven ?? ''}${kept.extension ?? ''}`);
        const given = [digits(phone), digits(phone).replace(/^00/, '')];
        const national = [...given, ...given.flatMap(withoutTrunk)];
        expect([...national, ...national.map((number) => `46${number}`)]).toContain(shown);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a message', () => {
  test('needs a matter or the wish to be called, and nothing about the caller', () => {
    expect(refusals({ matter: 'Ring' })).toEqual([]);
    expect(refusals({ callBack: true })).toEqual([]);
    expect(refusals({})).toEqual(['matter custom']);
    expect(refusals({ matter: null, callBack: false })).toEqual(['matter custom']);
  });

  const six = Array(6).fill('stf_01M83PPH00WCQDE9BDR212TSBK');
  test.each([
    ['an unknown field', { ...aMessage(), colour: 'red' }, ' unrecognized_keys'],
    ['an unknown field of the caller', aMessage({ caller: { age: 3 } as never }), 'caller unrecognized_keys'],
    ['a matter over 4,000', aMessage({ matter: 'ö'.repeat(4_001) }), 'matter too_big'],
    ['an empty matter', aMessage({ matter: '  ', callBack: true }), 'matter too_small'],
    ['a bell in the matter', aMessage({ matter: 'hej\u0007' }), 'matter custom'],
    ['a number without digits', aMessage({ caller: { phone: 'dolt' } }), 'caller/phone custom'],
    ['an endless number', aMessage({ caller: { phone: '0'.repeat(41) } }), 'caller/phone too_big'],
    ['a line break in a number', aMessage({ caller: { phone: '070\n174' } }), 'caller/phone custom'],
    ['a name over 200', aMessage({ caller: { name: 'ö'.repeat(201) } }), 'caller/name too_big'],
    ['a line break in a name', aMessage({ caller: { name: 'Eva\r\nBcc: x' } }), 'caller/name custom'],
    [
      'a line break in an address',
      aMessage({ caller: { email: 'eva@ek.example\r\nBcc: x' } }),
      'caller/email invalid_format',
    ],
    ['six copies', aMessage({ copyTo: six }), 'copyTo too_big'],
    ['half an id', aMessage({ staffId: 'stf_1' }), 'staffId invalid_format'],
    ['another urgency', aMessage({ urgency: 'soon' as never }), 'urgency invalid_value'],
    ['a word for yes', aMessage({ sensitive: 'yes' as never }), 'sensitive invalid_type'],
  ])('is refused with %s', (_, body, where) => {
    expect(refusals(body)).toEqual([where]);
  });

  test('of exactly 4,000 characters with line breaks and tabs is taken as it is', () => {
    const matter = 'Rad\tett\nå'.padEnd(4_000, 'ö');

    expect(MessageInput().parse(aMessage({ matter })).matter).toBe(matter);
  });
});
