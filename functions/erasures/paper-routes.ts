// The route of a certificate on paper.

import * as z from 'zod/mini';
import { OneCertificate } from '#erasures/schema.ts';
import { Pdf } from '#papers/pdf.ts';
import { Language } from '#shared/fields.ts';
import { lazy, routesOf } from '#shared/route.ts';

const PaperQuery = lazy(() => z.strictObject({ language: z._default(Language(), 'sv') }));

export const certificatePaperRoutes = routesOf({
  readCertificateDocument: {
    method: 'GET',
    path: '/v1/clients/{clientId}/certificates/{certificateId}/document',
    api: 'documents',
    tag: 'erasures',
    summary: 'Read the certificate of an erasure as a PDF',
    description: 'In Swedish unless `language=en`. What is signed stands in it to the letter. Tagged (PDF/UA).',
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    params: OneCertificate,
    query: PaperQuery,
    pdf: true,
    replies: { 200: Pdf },
    ofErased: true,
  },
});
