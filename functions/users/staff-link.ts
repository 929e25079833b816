// Whether the staff member that a user is said to be stands in the client's register.
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';

const staffRead = (clientId: string, staffId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.staff(clientId, staffId),
});

export const linkedStaffReads = (clientId: string, staffId: string | undefined): ReadRequest[] =>
  staffId === undefined ? [] : [staffRead(clientId, staffId)];

/** @throws Problem unknown-staff. */
export function demandLinkedStaff(found: Found, clientId: string, staffId: string | undefined): void {
  if (staffId === undefined || found.get(staffRead(clientId, staffId))) return;
  throw new Problem('unknown-staff', {
    errors: [{ pointer: '/staffId', detail: 'Not in the register of this client' }],
  });
}
