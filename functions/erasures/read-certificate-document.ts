// Reads a certificate as a PDF.
import { detailsReads, openDetails } from '#agreements/service-details.ts';
import { certificatePaper } from '#erasures/certificate-paper.ts';
import { certificateRead, toCertificate } from '#erasures/certificate-store.ts';
import type { certificatePaperRoutes } from '#erasures/paper-routes.ts';
import { renderPaper } from '#papers/render-paper.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 4 units: membership, certificate, and who the service is with its key. */
export const readCertificateDocument: UseCase<(typeof certificatePaperRoutes)['readCertificateDocument']> = {
  reads: ({ params: { clientId, certificateId } }) => [certificateRead(clientId, certificateId), ...detailsReads()],

  async run(_, { params: { clientId, certificateId }, query: { language }, found }) {
    const item = found.get(certificateRead(clientId, certificateId));
    if (!item) throw new Problem('not-found');
    const issuer = openDetails(found)?.value.name ?? 'AnswerOnline';
    return { status: 200, body: await renderPaper(certificatePaper(toCertificate(item), language, issuer)) };
  },
};
