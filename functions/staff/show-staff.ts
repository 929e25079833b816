// What a reader sees of a staff member: by role, and by whether the reader is that person.
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';
import { Problem } from '#shared/problems.ts';
import type { Role } from '#shared/route.ts';
import type { StaffDetails, StaffMember } from '#staff/schema.ts';
import { showAbsences } from '#staff/show-absence.ts';
import type { StaffContent } from '#staff/store.ts';

/** `all`: addresses and wishes; `desk`: what one may tell and connect to; `told`: what one may tell; `absences`: these too. */
export type StaffView = 'all' | 'desk' | 'absences' | 'told';

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
  absences: (phone, staff) => !staff.protected && phone.mayTell,
  told: (phone, staff) => !staff.protected && phone.mayTell,
};

const showsEmail: Record<StaffView, (email: { mayTell: boolean }, staff: StaffDetails) => boolean> = {
  all: () => true,
  desk: (email, staff) => !staff.protected && email.mayTell,
  absences: (email, staff) => !staff.protected && email.mayTell,
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

export type Reader = Pick<Caller, 'role' | 'staffId' | 'keepsRegister' | 'setsAbsences'>;

/** Whoever works at the desk, and is nobody of the client's. */
const anOperator: Reader = { role: 'operator', staffId: undefined, keepsRegister: false, setsAbsences: false };
const seesTheDesk: readonly Role[] = ['supervisor', 'clientAdmin', 'operator'];

/** With whose eyes it is read. @throws Problem forbidden for whoever may not see what operators see. */
export function readerAs(reader: Reader, view: 'operator' | undefined, pointer: string): Reader {
  if (view === undefined) return reader;
  if (!seesTheDesk.includes(reader.role))
    throw new Problem('forbidden', { errors: [{ pointer, detail: "For supervisors and the client's admins" }] });
  return anOperator;
}

export function viewFor(reader: Reader, staffId: string): StaffView {
  if (reader.staffId === staffId || reader.keepsRegister) return 'all';
  const view = viewOfRole[reader.role];
  return view === 'told' && reader.setsAbsences ? 'absences' : view;
}

export function showStaff(staff: StaffContent, view: StaffView, nowMs: number): StaffMember {
  const { delivery, contentMode, absences: _, ...value } = staff.value;
  return {
    id: staff.id,
    clientId: staff.clientId,
    ...value,
    phones: shownPhones(staff.value, view),
    emails: shownEmails(staff.value, view),
    ...showAbsences(staff.value, view !== 'told', nowMs),
    ...(view === 'all' && { delivery, contentMode }),
    createdAt: rfc3339(staff.createdAtMs),
    updatedAt: rfc3339(staff.updatedAtMs),
  };
}
