// Erases a staff member: the keys first, then the record, whose place a tombstone takes.
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { buryStaff, destroyStaffKeys, readErasedAt, remainsOf, staffReads } from '#staff/store.ts';

/**
 * Costs one batch read of 4 units and two transactions: 2 units for the keys, 7 for record, suppressed addresses and
 * tombstone. May be repeated, also after a crash between the two: it goes on from what is left.
 */
export const eraseStaffMember: UseCase<(typeof staffRoutes)['eraseStaffMember']> = {
  reads: ({ params }) => staffReads(params.clientId, params.staffId),

  async run(app, { params: { clientId, staffId }, found }) {
    const remains = remainsOf(found, clientId, staffId);
    if (!remains.record && (await readErasedAt(app, clientId, staffId)) === undefined) throw new Problem('not-found');
    if (remains.keys) await app.db.commit([destroyStaffKeys(clientId, staffId)]);
    if (remains.record) {
      try {
        await app.db.commit(buryStaff(clientId, staffId, app.clock.nowMs()));
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error; // somebody else has buried it
      }
    }
    return { status: 204, body: undefined };
  },
};
