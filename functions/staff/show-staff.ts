// What a reader sees of a staff member: by role, and by whether the reader is that person.
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Role } from '#shared/route.ts';
import { currentAbsence } from '#staff/absence.ts';
import type { StaffDetails, StaffMember } from '#staff/schema.ts';
import type { StaffContent } from '#staff/store.ts';

/** `all`: addresses and wishes; `desk`: what one may tell and connect to; `told`: what one may tell. */
export type StaffView = 'all' | 'desk' | 'told';

const viewOfRole: Record<Role, StaffView> = {
  supervisor: 'all',
  clientAdmin: 'all',
  operator: 'desk',
  privacyOfficer: 'told',
  staffMember: 'told',
  machine: 'told',
};

type Phone = StaffDetails['phones'][number];

const showsPhone: Record<StaffView, (phone: Phone, staff: StaffDetails) => boolean> = {
  all: () => true,
  desk: (phone, staff) => !staff.protected && (phone.mayTell || (phone.mayConnect && staff.connect !== 'no')),
  told: (phone, staff) => !staff.protected && phone.mayTell,
};

const showsEmail: Record<StaffView, (email: { mayTell: boolean }, staff: StaffDetails) => boolean> = {
  all: () => true,
  desk: (email, staff) => !staff.protected && email.mayTell,
  told: (email, staff) => !staff.protected && email.mayTell,
};

/** The numbers that a reader with this view is shown. */
export const shownPhones = (staff: StaffDetails, view: StaffView): Phone[] =>
  staff.phones.filter((phone) => showsPhone[view](phone, staff));

/** The addresses likewise. */
export const shownEmails = (staff: StaffDetails, view: StaffView): StaffDetails['emails'] =>
  staff.emails.filter((email) => showsEmail[view](email, staff));

/** Those of whom each reading is written down. */
export const protectedAmong = (staff: readonly StaffContent[]): string[] =>
  staff.filter(({ value }) => value.protected).map(({ id }) => id);

export const viewFor = (caller: Pick<Caller, 'role' | 'staffId' | 'keepsRegister'>, staffId: string): StaffView =>
  caller.staffId === staffId || caller.keepsRegister ? 'all' : viewOfRole[caller.role];

export function showStaff(staff: StaffContent, view: StaffView, nowMs: number): StaffMember {
  const { delivery, contentMode, ...value } = staff.value;
  const absence = currentAbsence(value.absence, nowMs);
  return {
    id: staff.id,
    clientId: staff.clientId,
    ...value,
    phones: shownPhones(staff.value, view),
    emails: shownEmails(staff.value, view),
    absence: absence && { ...absence, until: rfc3339(absence.until) },
    ...(view === 'all' && { delivery, contentMode }),
    createdAt: rfc3339(staff.createdAtMs),
    updatedAt: rfc3339(staff.updatedAtMs),
  };
}
