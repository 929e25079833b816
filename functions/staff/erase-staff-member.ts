// Erases a staff member: keys and tombstone first, then the record. Whatever named the person leads to a replacement from then on.
import { endFilesOf } from '#jobs/files-key.ts';
import type { App } from '#shared/app.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { livingTombstone, tombstoneRead } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import { demandReplacement } from '#staff/replacements.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { buryStaff, destroyStaff, remainsOf, staffReads } from '#staff/store.ts';

interface Leaver {
  clientId: string;
  staffId: string;
  replacement?: string | undefined;
}

/**
 * Costs one batch read of 5 units, 2 more for a replacement, and two transactions: 12 units for the witness, the keys (the person's, and
 * those of the client's directory and files) and the tombstone, 2 more for the replacement that is to stand; 4 for record and
 * suppressed addresses. May be repeated, also after a crash between the two: it goes on from what is left.
 */
export const eraseStaffMember: UseCase<(typeof staffRoutes)['eraseStaffMember']> = {
  reads: ({ params, query }) => leaverReads({ ...params, ...query }),

  async run(app, { params, query, found }) {
    if (!(await eraseLeaver(app, { ...params, ...query }, found))) throw new Problem('not-found');
    return { status: 204, body: undefined };
  },
};

export const leaverReads = ({ clientId, staffId, replacement }: Leaver): ReadRequest[] => [
  ...staffReads(clientId, staffId),
  tombstoneRead(clientId, staffId),
  ...(replacement ? staffReads(clientId, replacement) : []),
];

/**
 * The first transaction decides everything, the replacement too: whoever repeats the call with another one changes nothing.
 * @returns false where there never was such a person. @throws StaleReadError where it was overtaken.
 */
export async function eraseLeaver(app: App, leaver: Leaver, found: Found): Promise<boolean> {
  const { clientId, staffId, replacement } = leaver;
  const remains = remainsOf(found, clientId, staffId);
  const stone = found.get(tombstoneRead(clientId, staffId));
  if (!remains.record) return livingTombstone(app, stone) !== undefined;
  if (remains.keys || !stone) {
    if (!stone) demandReplacement(found, clientId, staffId, replacement);
    const erasure = { clientId, recordId: staffId, erasedAtMs: app.clock.nowMs(), replacement };
    try {
      await app.db.commit([...destroyStaff(erasure, stone !== undefined), endFilesOf(clientId)]);
    } catch (error) {
      // Somebody else was first, or the replacement has gone meanwhile: the next run, with fresh reads, sees which.
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
  }
  try {
    await app.db.commit(buryStaff(clientId, staffId));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error; // somebody else has buried it
  }
  return true;
}
