// Changes a staff member: the record is written anew, under a new key.
import { mergePatch } from '#shared/merge-patch.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import { colleagueReads, wrongColleagues } from '#staff/colleagues.ts';
import { demandOwnContacts, withoutForeignContacts } from '#staff/delivery-wishes.ts';
import { demandOwnFields, demandOwnRecord } from '#staff/own-record.ts';
import type { staffRoutes } from '#staff/routes.ts';
import type { StaffDetails, StaffPatch } from '#staff/schema.ts';
import { showStaff, viewFor } from '#staff/show-staff.ts';
import { changedStaff, demandStaff, type StaffContent, staffReads } from '#staff/store.ts';
import { keptTimed, type TimedDetails, wrongTimed } from '#staff/timed-details.ts';

/**
 * Costs one batch read of 4 units (membership, client, staff member, keys; 2 more for each colleague in plan and absences)
 * and one transaction of 7 (record and keys, and the witness; 2 for each KB more, 1 for the index where an absence is to be
 * forgotten).
 */
export const changeStaffMember: UseCase<(typeof staffRoutes)['changeStaffMember']> = {
  reads: ({ params, body }) => [
    ...staffReads(params.clientId, params.staffId),
    ...colleagueReads(params.clientId, body),
  ],

  async run(app, { params, body, ifMatch, caller, found }) {
    const { keys, ...before } = await demandStaff(app, found, params.clientId, params.staffId);
    demandOwnRecord(caller, before.id);
    demandOwnFields(caller, body);
    if (before.version !== ifMatch) throw new Problem('version-conflict');
    const nowMs = app.clock.nowMs();
    const register = { clientId: params.clientId, ownId: before.id, found };
    const errors = [...wrongTimed(body, nowMs, before.value), ...wrongColleagues(body, register, before.value)];
    if (errors.length > 0) throw new Problem('invalid-request', { errors });
    const timed = keptTimed(body, { ...app, nowMs }, before.value);
    const value = changed(before.value, { ...body, ...timed });
    const after: StaffContent = { ...before, updatedAtMs: nowMs, value };

    try {
      await app.db.commit(changedStaff(after, keys));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      // Somebody else was first: the next run, with fresh reads, says what became of the person.
      throw new StaleReadError('Changed meanwhile', { cause: error });
    }
    const version = before.version + 1;
    return { status: 200, body: showStaff({ ...after, version }, viewFor(caller, after.id), nowMs), version };
  },
};

/** @throws Problem invalid-request where a step names a contact that is not the person's own. */
function changed(before: StaffDetails, patch: Omit<StaffPatch, keyof TimedDetails> & TimedDetails): StaffDetails {
  const merged = mergePatch(before, patch);
  if (patch.delivery) demandOwnContacts(patch.delivery, merged);
  return { ...merged, delivery: withoutForeignContacts(merged.delivery, merged) };
}
