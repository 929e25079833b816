// What a reader sees of a staff member: by role, and by whether the reader is that person.
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Role } from '#shared/route.ts';
import type { Absence } from '#staff/absence.ts';
import { notEnded } from '#staff/absence-list.ts';
import { type Away, awayAt, nextAway } from '#staff/availability.ts';
import type { StaffDetails, StaffMember } from '#staff/schema.ts';
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

/** Those of whom each reading is written down. */
export const protectedAmong = (staff: readonly StaffContent[]): string[] =>
  staff.filter(({ value }) => value.protected).map(({ id }) => id);

type Reader = Pick<Caller, 'role' | 'staffId' | 'keepsRegister' | 'setsAbsences'>;

export function viewFor(reader: Reader, staffId: string): StaffView {
  if (reader.staffId === staffId || reader.keepsRegister) return 'all';
  const view = viewOfRole[reader.role];
  return view === 'told' && reader.setsAbsences ? 'absences' : view;
}

/** What it says to operators is for those who look after absences. */
const forView = (view: StaffView, operatorNote: string | null) => (view === 'told' ? null : operatorNote);

const showAway = ({ fromMs, untilMs, backMs, colleagues, operatorNote, ...away }: Away, view: StaffView) => ({
  ...away,
  operatorNote: forView(view, operatorNote),
  colleagues: [...colleagues],
  from: rfc3339(fromMs),
  until: rfc3339(untilMs),
  back: rfc3339(backMs),
});

function showAbsence(absence: Absence) {
  const isGiven = absence.recurring === null;
  return {
    ...absence,
    from: isGiven ? rfc3339(absence.fromMs) : null,
    until: isGiven ? rfc3339(absence.untilMs) : null,
  };
}

export function showStaff(staff: StaffContent, view: StaffView, nowMs: number): StaffMember {
  const { delivery, contentMode, absences, ...value } = staff.value;
  const away = awayAt(staff.value, nowMs);
  const next = nextAway(staff.value, nowMs);
  return {
    id: staff.id,
    clientId: staff.clientId,
    ...value,
    phones: value.phones.filter((phone) => showsPhone[view](phone, staff.value)),
    emails: value.emails.filter((email) => showsEmail[view](email, staff.value)),
    absence: away ? showAway(away, view) : null,
    nextAbsence: next ? showAway(next, view) : null,
    ...(view !== 'told' && { absences: notEnded(absences, nowMs).map(showAbsence) }),
    ...(view === 'all' && { delivery, contentMode }),
    createdAt: rfc3339(staff.createdAtMs),
    updatedAt: rfc3339(staff.updatedAtMs),
  };
}
