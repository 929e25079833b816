// Contacts of steps: the person's own, and such as a channel of the step reaches.
import { expect, test } from 'vitest';
import { demandOwnContacts, withoutForeignContacts } from '#staff/delivery-wishes.ts';
import { StaffInput } from '#staff/schema.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';

const withContacts = (channels: ('email' | 'sms')[], contacts: string[]) =>
  StaffInput().parse(aStaffMember({ delivery: { normal: [{ channels, contacts }] } }));

test('own contacts are compared as they are kept, however they were written', () => {
  const { delivery, ...own } = withContacts(['email', 'sms'], ['+46 70 174 06 07', 'anna-karin@NORDVIK.example']);

  expect(() => demandOwnContacts(delivery, own)).not.toThrow();
  expect(withoutForeignContacts(delivery, own)).toEqual(delivery);
});

test.each([
  ["somebody else's number", ['email', 'sms'], '070-174 06 99'],
  ['a fixed line for SMS', ['sms'], '08-465 004 02'],
  ['a number for e-mail', ['email'], '070-174 06 07'],
  ['an address for SMS', ['sms'], 'anna-karin@nordvik.example'],
] as const)('%s is refused with a pointer', (_, channels, contact) => {
  const { delivery, ...own } = withContacts([...channels], [contact]);

  expect(() => demandOwnContacts(delivery, own)).toThrow(
    expect.objectContaining({
      code: 'invalid-request',
      details: { errors: [expect.objectContaining({ pointer: '/delivery/normal/0/contacts/0' })] },
    }),
  );
});

test('a step whose contacts are all gone goes back to the first that fits', () => {
  const { delivery } = withContacts(['sms'], ['070-174 06 07']);

  expect(withoutForeignContacts(delivery, { phones: [], emails: [] }).normal).toEqual([
    { channels: ['sms'], waitMinutes: 10 },
  ]);
});
