// Reads an agreement with everything that proves it.
import type { agreementRoutes } from '#agreements/routes.ts';
import { showDetail } from '#agreements/show-agreement.ts';
import { agreementReadsWithEvidence, openAgreement, openEvidence } from '#agreements/store.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read: 2 units beside the membership, and 1 for each 4 KB of the evidence (some 8). */
export const readAgreement: UseCase<(typeof agreementRoutes)['readAgreement']> = {
  reads: ({ params: { clientId, agreementId } }) => agreementReadsWithEvidence(clientId, agreementId),

  async run(_app, { params: { clientId, agreementId }, found }) {
    const agreement = openAgreement(found, clientId, agreementId);
    const evidence = agreement && openEvidence(found, agreement);
    if (!evidence) throw new Problem('not-found');
    return { status: 200, body: showDetail(agreement, evidence) };
  },
};
