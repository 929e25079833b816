// Reads the agreement as it would be signed today, with blanks for a client.
import { generalDraft } from '#agreements/draft.ts';
import type { agreementRoutes } from '#agreements/routes.ts';
import { detailsReads, openDetails } from '#agreements/service-details.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units beside the membership, and two queries. */
export const readCurrentAgreement: UseCase<(typeof agreementRoutes)['readCurrentAgreement']> = {
  reads: detailsReads,

  async run(app, { query, found }) {
    return { status: 200, body: await generalDraft(app, query.language, openDetails(found)?.value) };
  },
};
