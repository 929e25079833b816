// The routes of staff members: the register's second half.
import { ClientParams, ListQuery } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';
import { AbsenceNow } from '#staff/absence.ts';
import { StaffInput, StaffMember, StaffPage, StaffParams, StaffPatch } from '#staff/schema.ts';

const readers = ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'staffMember', 'machine'] as const;
const shown =
  'Supervisors, client admins, the person and machine clients with `directory.write` see everything. Operators see the numbers that callers may be told and those that calls may be put through to (`mayConnect`, unless `connect` is `no`), and the addresses that may be told; all others only what may be told. Of a protected person they see no number and no address. `delivery` and `contentMode` are absent for them. `absences` and what an absence says to operators are for those who look after absences.';

export const staffRoutes = routesOf({
  createStaffMember: {
    method: 'POST',
    path: '/v1/clients/{clientId}/staff',
    api: 'staff',
    tag: 'staff',
    summary: 'Add a staff member',
    scope: 'directory.write',
    roles: ['supervisor', 'clientAdmin', 'machine'],
    params: ClientParams,
    body: StaffInput,
    replies: { 201: StaffMember },
    problems: ['idempotency-mismatch', 'erased'],
    idempotent: true,
  },
  listStaff: {
    method: 'GET',
    path: '/v1/clients/{clientId}/staff',
    api: 'staff',
    tag: 'staff',
    summary: "List a client's staff, newest first",
    description: shown,
    scope: 'directory.read',
    roles: readers,
    params: ClientParams,
    query: ListQuery,
    replies: { 200: StaffPage },
    problems: ['invalid-cursor'],
  },
  readStaffMember: {
    method: 'GET',
    path: '/v1/clients/{clientId}/staff/{staffId}',
    api: 'staff',
    tag: 'staff',
    summary: 'Read a staff member',
    description: shown,
    scope: 'directory.read',
    roles: readers,
    params: StaffParams,
    replies: { 200: StaffMember },
    problems: ['erased'],
  },
  changeStaffMember: {
    method: 'PATCH',
    path: '/v1/clients/{clientId}/staff/{staffId}',
    api: 'staff',
    tag: 'staff',
    summary: 'Change a staff member',
    description:
      'A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. A staff member changes own `phones`, `emails` and `absences` only. Absences and answer notes keep their `id` where it is given back; of answer notes that hold at the same time one has to be more specific. A contact that is taken away is taken out of `delivery` too.',
    scope: 'directory.write',
    readScope: 'directory.read',
    roles: ['supervisor', 'clientAdmin', 'staffMember', 'machine'],
    params: StaffParams,
    body: StaffPatch,
    replies: { 200: StaffMember },
    problems: ['erased'],
    ifMatch: true,
  },
  eraseStaffMember: {
    method: 'DELETE',
    path: '/v1/clients/{clientId}/staff/{staffId}',
    api: 'staff',
    tag: 'staff',
    summary: 'Erase a staff member',
    description:
      'The keys are destroyed first, then the record; what backups hold of it is unreadable within 25 hours. It may be repeated; reading answers 410 afterwards.',
    scope: 'directory.write',
    roles: ['supervisor', 'privacyOfficer', 'clientAdmin', 'machine'],
    params: StaffParams,
    replies: { 204: null },
  },
  setAbsence: {
    method: 'PUT',
    path: '/v1/clients/{clientId}/staff/{staffId}/absence',
    api: 'staff',
    tag: 'staff',
    summary: 'Say that somebody is away, and until when',
    description:
      'Without If-Match: an operator sets it while the caller waits, and the last word counts. From now on unless `from` says otherwise; `until` lies in the future. An absence that was under way ends where this one begins. Planned and recurring ones are set with the staff member. Staff members set their own, and those of colleagues where their membership says `setsAbsences`. Never a reason or a word that tells of illness or family leave: that is `away`.',
    scope: 'directory.write',
    readScope: 'directory.read',
    roles: ['supervisor', 'operator', 'clientAdmin', 'staffMember', 'machine'],
    params: StaffParams,
    body: AbsenceNow,
    replies: { 200: StaffMember },
    problems: ['erased'],
  },
  endAbsence: {
    method: 'DELETE',
    path: '/v1/clients/{clientId}/staff/{staffId}/absence',
    api: 'staff',
    tag: 'staff',
    summary: 'Say that somebody is back',
    description: 'Ends what holds now; of a recurring absence this occurrence alone. What is planned stays.',
    scope: 'directory.write',
    roles: ['supervisor', 'operator', 'clientAdmin', 'staffMember', 'machine'],
    params: StaffParams,
    replies: { 204: null },
    problems: ['erased'],
  },
});
