// Reads a certificate, as it was signed.
import { certificateRead, toCertificate } from '#erasures/certificate-store.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units: membership, certificate. */
export const readCertificate: UseCase<(typeof erasureRoutes)['readCertificate']> = {
  reads: ({ params: { clientId, certificateId } }) => [certificateRead(clientId, certificateId)],

  async run(_, { params: { clientId, certificateId }, found }) {
    const item = found.get(certificateRead(clientId, certificateId));
    if (!item) throw new Problem('not-found');
    return { status: 200, body: toCertificate(item) };
  },
};
