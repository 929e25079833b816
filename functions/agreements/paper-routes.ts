// The route of a signed agreement on paper.
import { OneAgreement } from '#agreements/schema.ts';
import { Pdf } from '#papers/pdf.ts';
import { routesOf } from '#shared/route.ts';

export const agreementPaperRoutes = routesOf({
  readAgreementDocument: {
    method: 'GET',
    path: '/v1/clients/{clientId}/agreements/{agreementId}/document',
    api: 'documents',
    tag: 'agreements',
    summary: 'Read an agreement as a PDF, with a page of what proves it',
    description:
      'The text that was signed, in its language, and after it who signed it, when and how, its hash and the seal of the service. Tagged for those who hear it (PDF/UA).',
    scope: 'privacy.read',
    roles: ['supervisor', 'privacyOfficer', 'clientAdmin'],
    params: OneAgreement,
    pdf: true,
    replies: { 200: Pdf },
    ofErased: true,
  },
});
