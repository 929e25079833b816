// The routes of staff members: the register's second half.
import { ClientParams, ListQuery } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';
import { AbsenceInput } from '#staff/absence.ts';
import { StaffInput, StaffMember, StaffPage, StaffParams, StaffPatch } from '#staff/schema.ts';

const readers = ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'staffMember', 'machine'] as const;
const shown =
  'Supervisors, client admins, the person and machine clients with `directory.write` see everything. Operators see the numbers that callers may be told and those that calls may be put through to (`mayConnect`, unless `connect` is `no`), and the addresses that may be told; all others only what may be told. Of a protected person they see no number and no address. `delivery` and `contentMode` are absent for them.';

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
      'A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. A staff member changes own `phones`, `emails` and `absence` only. A contact that is taken away is taken out of `delivery` too.',
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
      'Without If-Match: an operator sets it while the caller waits, and the last word counts. `until` lies in the future; an absence that has ended is not shown. Never a reason that tells of health or family: that is `away`.',
    scope: 'directory.write',
    readScope: 'directory.read',
    roles: ['supervisor', 'operator', 'clientAdmin', 'staffMember', 'machine'],
    params: StaffParams,
    body: AbsenceInput,
    replies: { 200: StaffMember },
    problems: ['erased'],
  },
  endAbsence: {
    method: 'DELETE',
    path: '/v1/clients/{clientId}/staff/{staffId}/absence',
    api: 'staff',
    tag: 'staff',
    summary: 'Say that somebody is back',
    scope: 'directory.write',
    roles: ['supervisor', 'operator', 'clientAdmin', 'staffMember', 'machine'],
    params: StaffParams,
    replies: { 204: null },
    problems: ['erased'],
  },
});
