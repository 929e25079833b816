// Says who the service is: what stands in every agreement from now on.
import { showDetails } from '#agreements/read-service-details.ts';
import type { agreementRoutes } from '#agreements/routes.ts';
import { detailsReads, openDetails, putDetails } from '#agreements/service-details.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units beside the membership, and one transaction of 7 units, with the audit. */
export const changeServiceDetails: UseCase<(typeof agreementRoutes)['changeServiceDetails']> = {
  reads: detailsReads,

  async run(app, { body, ifMatch, found }) {
    const before = openDetails(found);
    if ((before?.version ?? 0) !== ifMatch) throw new Problem('version-conflict');
    const changedAtMs = app.clock.nowMs();
    try {
      await app.db.commit(putDetails(body, changedAtMs, before));
    } catch (error) {
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
    const version = ifMatch + 1;
    return { status: 200, body: showDetails({ value: body, changedAtMs, version }), version };
  },
};
