// Reads a signed agreement as a PDF.
import { agreementPaper } from '#agreements/agreement-paper.ts';
import type { agreementPaperRoutes } from '#agreements/paper-routes.ts';
import { showDetail } from '#agreements/show-agreement.ts';
import { agreementReadsWithEvidence, openAgreement, openEvidence } from '#agreements/store.ts';
import { renderPaper } from '#papers/render-paper.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs what `readAgreement` costs. */
export const readAgreementDocument: UseCase<(typeof agreementPaperRoutes)['readAgreementDocument']> = {
  reads: ({ params: { clientId, agreementId } }) => agreementReadsWithEvidence(clientId, agreementId),

  async run(_app, { params: { clientId, agreementId }, found }) {
    const agreement = openAgreement(found, clientId, agreementId);
    const evidence = agreement && openEvidence(found, agreement);
    if (!evidence) throw new Problem('not-found');
    return { status: 200, body: await renderPaper(agreementPaper(showDetail(agreement, evidence))) };
  },
};
