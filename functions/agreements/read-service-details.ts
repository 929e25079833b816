// Reads who the service is.
import type { agreementRoutes } from '#agreements/routes.ts';
import { detailsReads, openDetails, type StoredDetails } from '#agreements/service-details.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { UseCase } from '#shared/use-case.ts';

export const showDetails = (stored: Pick<StoredDetails, 'value' | 'changedAtMs' | 'version'> | undefined) => ({
  details: stored?.value ?? null,
  changedAt: stored ? rfc3339(stored.changedAtMs) : null,
  version: stored?.version ?? 0,
});

/** Costs one batch read: 2 units beside the membership. */
export const readServiceDetails: UseCase<(typeof agreementRoutes)['readServiceDetails']> = {
  reads: detailsReads,

  async run(_app, { found }) {
    const stored = openDetails(found);
    return { status: 200, body: showDetails(stored), version: stored?.version ?? 0 };
  },
};
