// Whom a message that stands is sent to: as the register has them, or who stands in.
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { openReplacements } from '#staff/replacements.ts';
import { type OpenedStaff, openStaff } from '#staff/store.ts';

/**
 * What `openReplacements` costs, where nobody has that id any more.
 * @returns undefined for the general inbox. @throws Problem unknown-staff.
 */
export async function openAddressee(
  app: App,
  found: Found,
  clientId: string,
  staffId: string | null | undefined,
): Promise<OpenedStaff | undefined> {
  if (!staffId) return undefined;
  const staff = openStaff(found, clientId, staffId);
  if (staff) return staff;
  const lead = (await openReplacements(app, clientId, [staffId])).get(staffId);
  if (!lead) throw new Problem('unknown-staff', { errors: [{ pointer: '/staffId', detail: 'No such staff member' }] });
  return lead === 'generalInbox' ? undefined : lead;
}
