// What a staff member may be: bodies that are taken, and bodies that are refused and where.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { AbsenceNow } from '#staff/absence.ts';
import { StaffInput, StaffPatch } from '#staff/schema.ts';
import { aStaffMember, type StaffBody } from '#test/support/builders/staff.ts';

const refusals = (body: unknown) => {
  const parsed = StaffInput().safeParse(body);
  return parsed.success ? [] : parsed.error.issues.map(({ path, code }) => `${path.join('/')} ${code}`);
};
const phone = { number: '070-174 06 07' };
const withSteps = (...normal: unknown[]) =>
  aStaffMember({ delivery: { normal } as NonNullable<StaffBody['delivery']> });

describe('a staff member', () => {
  test('needs a name and nothing else; nothing may be told or connected unless it is said', () => {
    const parsed = StaffInput().parse({ name: 'Bo Ek', phones: [phone], emails: [{ address: 'Bo@NORDVIK.example' }] });

    expect(parsed).toEqual({
      kind: 'person',
      name: 'Bo Ek',
      alsoKnownAs: [],
      pronunciation: null,
      language: 'sv',
      title: null,
      department: null,
      phones: [{ label: null, number: '+46701740607', mayTell: false, mayConnect: false }],
      emails: [{ label: null, address: 'Bo@nordvik.example', mayTell: false }],
      connect: 'ask',
      keywords: [],
      answerNote: null,
      answerNotes: [],
      absences: [],
      delivery: { normal: [], urgent: [], quietHours: null },
      contentMode: null,
      protected: false,
      active: true,
    });
  });

  test.each([
    ['an unknown field', { ...aStaffMember(), shoeSize: 43 }, ' unrecognized_keys'],
    ['a wrong type', { ...aStaffMember(), protected: 'yes' }, 'protected invalid_type'],
    ['a name over 200', aStaffMember({ name: 'ö'.repeat(201) }), 'name too_big'],
    ['a line break in a name', aStaffMember({ name: 'Bo\r\nEk' }), 'name custom'],
    ['an answer note over 4,000', aStaffMember({ answerNote: 'ö'.repeat(4_001) }), 'answerNote too_big'],
    ['a bell in the answer note', aStaffMember({ answerNote: 'hej\u0007' }), 'answerNote custom'],
    ['a 21st keyword', aStaffMember({ keywords: Array(21).fill('tak') }), 'keywords too_big'],
    ['a 21st number', aStaffMember({ phones: Array(21).fill(phone) }), 'phones too_big'],
    ['half a number', aStaffMember({ phones: [{ number: '070-174' }] }), 'phones/0/number custom'],
    [
      'an e-mail with a line break',
      aStaffMember({ emails: [{ address: 'bo@nordvik.example\n' }] }),
      'emails/0/address invalid_format',
    ],
    ['six steps', withSteps(...Array(6).fill({ channels: ['sms'] })), 'delivery/normal too_big'],
    ['no wait at all', withSteps({ channels: ['sms'], waitMinutes: 0 }), 'delivery/normal/0/waitMinutes too_small'],
    [
      'a step to nobody that there is',
      withSteps({ channels: ['sms'], to: 'all' }),
      'delivery/normal/0/to invalid_union',
    ],
    [
      "a step to a colleague's private number",
      withSteps({ channels: ['sms'], to: { staffId: newId('staff', 0) }, contacts: ['070-174 06 08'] }),
      'delivery/normal/0/contacts custom',
    ],
    [
      'a step to an address of the general inbox',
      withSteps({ channels: ['email'], to: 'generalInbox', contacts: ['anna-karin@nordvik.example'] }),
      'delivery/normal/0/contacts custom',
    ],
    ['a step without channels', withSteps({ channels: [] }), 'delivery/normal/0/channels too_small'],
    ['a channel twice', withSteps({ channels: ['sms', 'sms'] }), 'delivery/normal/0/channels custom'],
    ['another channel', withSteps({ channels: ['fax'] }), 'delivery/normal/0/channels/0 invalid_value'],
    [
      'a contact that is neither',
      withSteps({ channels: ['sms'], contacts: ['Bo'] }),
      'delivery/normal/0/contacts/0 custom',
    ],
    [
      'a day of waiting and more',
      withSteps({ channels: ['sms'], waitMinutes: 1_441 }),
      'delivery/normal/0/waitMinutes too_big',
    ],
    [
      'quiet hours at 24:00',
      aStaffMember({ delivery: { quietHours: { from: '24:00', until: '07:00' } } }),
      'delivery/quietHours/from invalid_format',
    ],
    [
      'quiet hours of no length',
      aStaffMember({ delivery: { quietHours: { from: '07:00', until: '07:00' } } }),
      'delivery/quietHours/until custom',
    ],
    [
      'illness',
      aStaffMember({ absences: [{ reason: 'sick' as never, until: '2026-11-23T12:00:00Z' }] }),
      'absences/0/reason invalid_value',
    ],
    [
      'an absence with an end beyond the years, once',
      aStaffMember({ absences: [{ reason: 'lunch', until: '9999-12-31T23:59:59-01:00' }] }),
      'absences/0/until custom',
    ],
    [
      'an absence until a year that no calendar here reaches',
      aStaffMember({ absences: [{ reason: 'lunch', until: '9999-12-31T23:59:59Z' }] }),
      'absences/0/until custom',
    ],
    [
      'an absence from a year before any calendar here',
      aStaffMember({ absences: [{ reason: 'lunch', from: '0001-01-01T00:00:00Z', until: '2026-11-23T12:00:00Z' }] }),
      'absences/0/from custom',
    ],
    ['an absence without an end', aStaffMember({ absences: [{ reason: 'lunch' }] }), 'absences/0/until custom'],
  ])('is refused with %s', (_, body, where) => {
    expect(refusals(body)).toEqual([where]);
  });

  test('keeps the line breaks of an answer note', () => {
    expect(StaffInput().parse({ name: 'Bo Ek', answerNote: 'Rad ett\nRad två' }).answerNote).toBe('Rad ett\nRad två');
  });

  test('is never taken with a control character in an address, wherever it stands', () => {
    const control = fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(control, fc.nat(18), (character, at) => {
        const address = 'bo@nordvik.example';
        const body = aStaffMember({ emails: [{ address: address.slice(0, at) + character + address.slice(at) }] });
        expect(refusals(body)).not.toEqual([]);
      }),
    );
  });
});

test('a patch clears with null what may be empty, and nothing that it does not name', () => {
  const takes = (body: unknown) => StaffPatch().safeParse(body).success;

  expect(takes({ title: null, absences: [], contentMode: null, answerNote: null })).toBe(true);
  expect(StaffPatch().parse({ title: null })).toEqual({ title: null });
  for (const field of ['name', 'phones', 'emails', 'absences', 'answerNotes', 'delivery', 'connect', 'protected'])
    expect(takes({ [field]: null })).toBe(false);
});

test('an absence takes any offset, and `other` says what it is', () => {
  const takes = (body: unknown) => AbsenceNow().safeParse(body).success;

  expect(AbsenceNow().parse({ reason: 'lunch', until: '2026-11-23T13:00:00+01:00' }).until).toBe(
    Date.parse('2026-11-23T12:00:00Z'),
  );
  expect(takes({ reason: 'other', until: '2026-11-23T13:00:00Z' })).toBe(false);
  expect(takes({ reason: 'other', until: '2026-11-23T13:00:00Z', note: 'På mässa' })).toBe(true);
  expect(takes({ reason: 'lunch', until: '2026-11-23 13:00' })).toBe(false);
});
