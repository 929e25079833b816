// Erases a staff member: keys and tombstone first, then the record. Whatever named the person leads to a replacement from then on.
import { Problem } from '#shared/problems.ts';
import { livingTombstone, tombstoneRead } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import { demandReplacement } from '#staff/replacements.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { buryStaff, destroyStaff, remainsOf, staffReads } from '#staff/store.ts';

/**
 * Costs one batch read of 5 units, 2 more for a replacement, and two transactions: 7 units for the keys (the person's and
 * that of the client's directory) and the tombstone, 2 more for the replacement that is to stand; 4 for record and
 * suppressed addresses. May be repeated, also after a crash between the two: it goes on from what is left.
 *
 * The first transaction decides everything, the replacement too: whoever repeats the call with another one changes nothing.
 */
export const eraseStaffMember: UseCase<(typeof staffRoutes)['eraseStaffMember']> = {
  reads: ({ params: { clientId, staffId }, query: { replacement } }) => [
    ...staffReads(clientId, staffId),
    tombstoneRead(clientId, staffId),
    ...(replacement ? staffReads(clientId, replacement) : []),
  ],

  async run(app, { params: { clientId, staffId }, query: { replacement }, found }) {
    const remains = remainsOf(found, clientId, staffId);
    const stone = found.get(tombstoneRead(clientId, staffId));
    if (!remains.record && !livingTombstone(app, stone)) throw new Problem('not-found');
    if (remains.record && (remains.keys || !stone)) {
      if (!stone) demandReplacement(found, clientId, staffId, replacement);
      const erasure = { clientId, recordId: staffId, erasedAtMs: app.clock.nowMs(), replacement };
      try {
        await app.db.commit(destroyStaff(erasure, stone !== undefined));
      } catch (error) {
        // Somebody else was first, or the replacement has gone meanwhile: the next run, with fresh reads, sees which.
        if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
        throw error;
      }
    }
    if (remains.record) {
      try {
        await app.db.commit(buryStaff(clientId, staffId));
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error; // somebody else has buried it
      }
    }
    return { status: 204, body: undefined };
  },
};
