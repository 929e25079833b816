// What a client may be: bodies that are taken, and bodies that are refused and where.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClientInput, ClientPatch, ClientSearch } from '#clients/schema.ts';
import { aClient } from '#test/support/builders/clients.ts';

const refusals = (body: unknown) => {
  const parsed = ClientInput().safeParse(body);
  return parsed.success ? [] : parsed.error.issues.map(({ path, code }) => `${path.join('/')} ${code}`);
};
const contact = { name: 'Åsa Öberg' };

describe('a client', () => {
  test('needs a name and nothing else', () => {
    expect(ClientInput().parse({ name: '  Nordvik Bygg ' })).toEqual({
      name: 'Nordvik Bygg',
      legalName: null,
      organisationNumber: null,
      town: null,
      numbers: [],
      contacts: [],
      generalInbox: null,
      retention: null,
      contentMode: 'full',
      status: 'active',
    });
  });

  test.each([
    ['4020000107', '402000-0107'],
    ['402000-0107', '402000-0107'],
    ['16402000-0107', '402000-0107'],
    ['19850709-9805', '850709-9805'],
    ['850709-9805', '850709-9805'],
  ])('has an organisation number %s, kept as %s', (given, kept) => {
    expect(ClientInput().parse(aClient({ organisationNumber: given })).organisationNumber).toBe(kept);
  });

  test.each(['402000-0108', '850709-9806', '12345', 'AB', '402000-0107 '.repeat(3)])(
    'has no organisation number %s',
    (organisationNumber) => {
      expect(refusals(aClient({ organisationNumber }))[0]).toMatch(/^organisationNumber /);
    },
  );

  test.each([
    ['an unknown field', { ...aClient(), colour: 'red' }, ' unrecognized_keys'],
    ['a wrong type', { ...aClient(), name: 7 }, 'name invalid_type'],
    ['an empty name', aClient({ name: ' ' }), 'name too_small'],
    ['a name over 200', aClient({ name: 'å'.repeat(201) }), 'name too_big'],
    ['a line break in a name', aClient({ name: 'Nordvik\nBcc: x' }), 'name custom'],
    ['a 21st contact', aClient({ contacts: Array(21).fill(contact) }), 'contacts too_big'],
    [
      'a contact with an unknown field',
      aClient({ contacts: [{ ...contact, age: 7 } as never] }),
      'contacts/0 unrecognized_keys',
    ],
    [
      'an e-mail with a line break',
      aClient({ contacts: [{ ...contact, email: 'a@nordvik.example\nx' }] }),
      'contacts/0/email invalid_format',
    ],
    ['a number with a digit too few', aClient({ numbers: [{ number: '08-465 00' }] }), 'numbers/0/number custom'],
    [
      'one number twice',
      aClient({ numbers: [{ number: '08-465 004 01' }, { number: '+46 8 465 004 01' }] }),
      'numbers/1/number custom',
    ],
    ['an inbox without addresses', aClient({ generalInbox: { emails: [] } }), 'generalInbox custom'],
    [
      'an inbox with a fixed line',
      aClient({ generalInbox: { phones: ['08-465 004 01'] } }),
      'generalInbox/phones/0 custom',
    ],
    ['seven months', aClient({ retention: { months: 7 } as never }), 'retention/months too_big'],
    ['another status', aClient({ status: 'gone' as never }), 'status invalid_value'],
  ])('is refused with %s', (_, body, where) => {
    expect(refusals(body)).toEqual([where]);
  });

  test('is never taken with a control character in an address, wherever it stands', () => {
    const control = fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(control, fc.nat(20), (character, at) => {
        const address = 'info@nordvik.example';
        const email = address.slice(0, at) + character + address.slice(at);
        expect(refusals(aClient({ generalInbox: { emails: [email] } }))).not.toEqual([]);
      }),
    );
  });
});

test('a patch clears with null what may be empty, not the name, and nothing that it does not name', () => {
  expect(ClientPatch().safeParse({ town: null, generalInbox: null, retention: null }).success).toBe(true);
  expect(ClientPatch().parse({ town: null })).toEqual({ town: null });
  expect(ClientPatch().safeParse({ name: null }).success).toBe(false);
  expect(ClientPatch().safeParse({ numbers: null }).success).toBe(false);
});

test('a search is by number or by text, not by both or none', () => {
  const takes = (body: unknown) => ClientSearch().safeParse(body).success;

  expect([takes({ number: '08-465 004 01' }), takes({ text: 'Nordvik' })]).toEqual([true, true]);
  expect([takes({}), takes({ number: '08', text: 'x' }), takes({ number: 'abc' }), takes({ text: '' })]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
