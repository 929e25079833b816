// Opens everybody in a client's register, for whoever needs all of them at once. One record that is broken stops nothing.
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import { readRegister } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import { StaleKeyError } from '#shared/vault.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

const READS = 4;

/**
 * Costs the register and its keys: 1 unit for each 4 KB, some 400 for a thousand people. Records and keys are read one after
 * the other: whoever is edited in between does not open, and is read once more (2 units). Whoever does not open then either is
 * left out, and the log says who.
 * @returns newest first, but for those who were read once more.
 */
export async function openRegister({ db }: Pick<App, 'db'>, clientId: string): Promise<OpenedStaff[]> {
  const { found, sortKeys } = await readRegister(db, recordKeys.staffOf(clientId).pk);
  const opened: OpenedStaff[] = [];
  let rest = sortKeys;
  for (let n = 1; rest.length > 0; n++) {
    const stale: string[] = [];
    for (const staffId of rest) {
      try {
        const staff = openStaff(found, clientId, staffId);
        if (staff) opened.push(staff);
      } catch (error) {
        if (error instanceof StaleKeyError && n < READS) stale.push(staffId);
        else log.error('record-unreadable', error, { clientId, staffId });
      }
    }
    rest = stale;
    await db.read(
      rest.flatMap((id) => staffReads(clientId, id)),
      found,
    );
  }
  return opened;
}
