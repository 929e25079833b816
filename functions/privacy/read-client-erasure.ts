// Tells how far the erasure of a client is.
import { erasureIn, erasureReads, showErasure } from '#privacy/client-erasure.ts';
import type { privacyRoutes } from '#privacy/routes.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 3 units: membership, erasure, tombstone. */
export const readClientErasure: UseCase<(typeof privacyRoutes)['readClientErasure']> = {
  reads: ({ params }) => erasureReads(params.clientId),

  async run(app, { params: { clientId }, found }) {
    const erasure = erasureIn(app, found, clientId);
    if (!erasure) throw new Problem('not-found');
    return { status: 200, body: showErasure(erasure) };
  },
};
