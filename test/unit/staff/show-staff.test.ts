// What each reader sees of a staff member.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Role, roles } from '#shared/route.ts';
import { StaffInput } from '#staff/schema.ts';
import { showStaff, viewFor } from '#staff/show-staff.ts';
import type { StaffContent } from '#staff/store.ts';
import { aStaffMember, type StaffBody } from '#test/support/builders/staff.ts';

const staff = (changes: Partial<StaffBody> = {}): StaffContent => ({
  id: 'stf_1',
  clientId: 'cli_1',
  version: 1,
  createdAtMs: 0,
  updatedAtMs: 0,
  value: StaffInput().parse(aStaffMember(changes)),
});
const seenBy = (role: Role, changes: Partial<StaffBody> = {}, staffId?: string) => {
  const shown = showStaff(staff(changes), viewFor({ role, staffId, keepsRegister: false }, 'stf_1'), 0);
  return {
    phones: shown.phones.map(({ label }) => label),
    emails: shown.emails.map(({ label }) => label),
    wishes: 'delivery' in shown && 'contentMode' in shown,
  };
};

const everything = { phones: ['Mobil', 'Växel', 'Privat'], emails: ['Arbete', 'Privat'], wishes: true };
const told = { phones: ['Växel'], emails: ['Arbete'], wishes: false };

describe('of somebody with a number to connect to, one to tell and a private one', () => {
  test.each([
    ['supervisor', everything],
    ['clientAdmin', everything],
    ['operator', { phones: ['Mobil', 'Växel'], emails: ['Arbete'], wishes: false }],
    ['privacyOfficer', told],
    ['staffMember', told],
    ['machine', told],
  ] as const)('%s sees %j', (role, expected) => {
    expect(seenBy(role)).toEqual(expected);
  });

  test('the person sees everything, a colleague what may be told', () => {
    expect(seenBy('staffMember', {}, 'stf_1')).toEqual(everything);
    expect(seenBy('staffMember', {}, 'stf_2')).toEqual(told);
  });

  test('a machine client that writes the register sees what it would otherwise overwrite', () => {
    const view = viewFor({ role: 'machine', staffId: undefined, keepsRegister: true }, 'stf_1');

    expect(showStaff(staff({ protected: true }), view, 0).phones).toHaveLength(staff({}).value.phones.length);
  });

  test('an operator sees no number to connect to where calls are not put through', () => {
    expect(seenBy('operator', { connect: 'no' }).phones).toEqual(['Växel']);
  });

  test('of a protected person nobody sees a number or an address, but who may see all', () => {
    for (const role of ['operator', 'privacyOfficer', 'staffMember', 'machine'] as const)
      expect(seenBy(role, { protected: true })).toEqual({ phones: [], emails: [], wishes: false });
    expect(seenBy('supervisor', { protected: true })).toEqual(everything);
  });
});

test('no reader without a right to all sees a number that may neither be told nor connected to', () => {
  const flags = fc.record({ mayTell: fc.boolean(), mayConnect: fc.boolean() });
  fc.assert(
    fc.property(fc.array(flags, { maxLength: 20 }), fc.constantFrom(...roles), fc.boolean(), (all, role, hidden) => {
      const phones = all.map((flag) => ({ number: '070-174 06 07', ...flag }));
      const view = viewFor({ role, staffId: undefined, keepsRegister: false }, 'stf_1');
      const shown = showStaff(staff({ phones, protected: hidden }), view, 0).phones;

      const may = ({ mayTell, mayConnect }: (typeof all)[number]) => mayTell || (view === 'desk' && mayConnect);
      expect(shown).toHaveLength(view === 'all' ? all.length : hidden ? 0 : all.filter(may).length);
    }),
  );
});

test('an absence is shown until it ends', () => {
  const away = staff({ absence: { reason: 'lunch', until: '2026-11-23T12:00:00Z' } });
  const endsAtMs = Date.parse('2026-11-23T12:00:00Z');

  expect(showStaff(away, 'told', endsAtMs - 1).absence).toEqual({
    reason: 'lunch',
    until: '2026-11-23T12:00:00.000Z',
    note: null,
  });
  expect(showStaff(away, 'all', endsAtMs).absence).toBeNull();
});
