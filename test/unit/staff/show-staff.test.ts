// What each reader sees of a staff member.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Role, roles } from '#shared/route.ts';
import { StaffPatch } from '#staff/schema.ts';
import { showStaff, viewFor } from '#staff/show-staff.ts';
import type { StaffContent } from '#staff/store.ts';
import { type StaffBody, staffDetails } from '#test/support/builders/staff.ts';

const staff = (changes: Partial<StaffBody> = {}): StaffContent => ({
  id: 'stf_1',
  clientId: 'cli_1',
  version: 1,
  createdAtMs: 0,
  updatedAtMs: 0,
  value: staffDetails(changes),
});
const seenBy = (role: Role, changes: Partial<StaffBody> = {}, staffId?: string) => {
  const shown = showStaff(
    staff(changes),
    viewFor({ role, staffId, keepsRegister: false, setsAbsences: false }, 'stf_1'),
    0,
  );
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
    const view = viewFor({ role: 'machine', staffId: undefined, keepsRegister: true, setsAbsences: false }, 'stf_1');

    expect(showStaff(staff({ protected: true }), view, 0).phones).toHaveLength(staff().value.phones.length);
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
      const view = viewFor({ role, staffId: undefined, keepsRegister: false, setsAbsences: false }, 'stf_1');
      const shown = showStaff(staff({ phones, protected: hidden }), view, 0).phones;

      const may = ({ mayTell, mayConnect }: (typeof all)[number]) => mayTell || (view === 'desk' && mayConnect);
      expect(shown).toHaveLength(view === 'all' ? all.length : hidden ? 0 : all.filter(may).length);
    }),
  );
});

describe('of absences', () => {
  const endsAtMs = Date.parse('2026-11-23T12:00:00Z');
  const lunch = { reason: 'lunch' as const, from: '2026-11-23T11:00:00Z', until: '2026-11-23T12:00:00Z' };
  const course = {
    reason: 'course' as const,
    from: '2026-11-26T08:00:00Z',
    until: '2026-11-27T16:00:00Z',
    operatorNote: 'Mobilen på i pauserna',
  };
  const planned = staff({ absences: [course, lunch] });

  test('the one now is shown until it ends, and then the next', () => {
    const during = showStaff(planned, 'told', endsAtMs - 1);
    const after = showStaff(planned, 'told', endsAtMs);

    expect(during.absence).toEqual({
      id: planned.value.absences[1]?.id,
      reason: 'lunch',
      from: '2026-11-23T11:00:00.000Z',
      until: '2026-11-23T12:00:00.000Z',
      back: '2026-11-23T12:00:00.000Z',
      note: null,
      operatorNote: null,
      calls: 'closed',
      colleagues: [],
    });
    expect(during.nextAbsence).toMatchObject({ reason: 'course', from: '2026-11-26T08:00:00.000Z' });
    expect([after.absence, after.nextAbsence?.reason]).toEqual([null, 'course']);
  });

  test.each([
    ['all', true],
    ['desk', true],
    ['absences', true],
    ['told', false],
  ] as const)('the list and the note to operators are for those who look after them: %s %s', (view, isShown) => {
    const shown = showStaff(planned, view, endsAtMs);

    expect([shown.absences?.length, shown.nextAbsence?.operatorNote]).toEqual(
      isShown ? [1, 'Mobilen på i pauserna'] : [undefined, null],
    );
  });

  test('a colleague who sets absences sees them, and no number more', () => {
    const colleague = { role: 'staffMember', staffId: 'stf_2', keepsRegister: false, setsAbsences: true } as const;

    const shown = showStaff(staff({ absences: [course] }), viewFor(colleague, 'stf_1'), 0);

    expect(shown.absences).toHaveLength(1);
    expect(shown.phones.map(({ label }) => label)).toEqual(told.phones);
    expect(shown).not.toHaveProperty('delivery');
  });

  test('what was read can be sent back', () => {
    const recurring = { days: ['fri' as const], times: { from: '12:00', until: '13:00' } };
    const shown = showStaff(staff({ absences: [course, { reason: 'off', recurring }] }), 'all', 0);

    const again = StaffPatch().parse({ absences: shown.absences, answerNotes: shown.answerNotes });

    expect(again.absences?.map(({ id }) => id)).toEqual(shown.absences?.map(({ id }) => id));
  });
});
