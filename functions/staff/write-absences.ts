// Writes a staff member's list of absences: the last word counts, whatever version was read.
import type { App } from '#shared/app.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { Absence } from '#staff/absence.ts';
import { changedStaff, type OpenedStaff, type StaffContent } from '#staff/store.ts';

/**
 * The key is renewed: an absence that is taken out is gone from every backup.
 * @returns the staff member as it is now.
 * @throws StaleReadError where somebody else was first: read again, and write again.
 */
export async function writeAbsences(app: App, staff: OpenedStaff, absences: Absence[]): Promise<StaffContent> {
  const { keys, ...before } = staff;
  const after = { ...before, updatedAtMs: app.clock.nowMs(), value: { ...before.value, absences } };
  try {
    await app.db.commit(changedStaff(after, keys));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('Changed meanwhile', { cause: error });
  }
  return { ...after, version: before.version + 1 };
}
