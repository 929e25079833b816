// Lists a client's agreements, and the one that would be signed now.
import { draftFor } from '#agreements/draft.ts';
import type { agreementRoutes } from '#agreements/routes.ts';
import { detailsReads, openDetails } from '#agreements/service-details.ts';
import { showAgreement } from '#agreements/show-agreement.ts';
import { type OpenedAgreement, readAgreements } from '#agreements/store.ts';
import { CURRENT_VERSION } from '#agreements/versions.ts';
import { answeringReads, openAnswering } from '#clients/answering.ts';
import { clientReads, openClient } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import type { Language } from '#shared/fields.ts';
import type { Found } from '#shared/found.ts';
import { clientRead, demandStanding } from '#shared/standing-client.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 6 units beside the membership, and four queries. Of a client that is erased what is kept of it is
 * listed still: one read more where nothing is.
 */
export const listAgreements: UseCase<(typeof agreementRoutes)['listAgreements']> = {
  reads: ({ params: { clientId } }) => [...clientReads(clientId), ...answeringReads(clientId), ...detailsReads()],

  async run(app, { params: { clientId }, query, found }) {
    const agreements = await readAgreements(app, clientId);
    if (agreements.length === 0) await demandStanding(app, found, clientId);
    const draft = found.get(clientRead(clientId))
      ? await draftOf(app, found, { clientId, ...query, agreements })
      : null;
    return { status: 200, body: { items: agreements.map(showAgreement), draft } };
  },
};

interface Asked {
  clientId: string;
  language: Language;
  agreements: readonly OpenedAgreement[];
}

async function draftOf(app: App, found: Found, { clientId, language, agreements }: Asked) {
  const client = openClient(found, clientId);
  if (!client) return null;
  const service = openDetails(found)?.value;
  const draft = await draftFor(app, { client, answering: openAnswering(found, clientId), service, language });
  const inForce = agreements.find(({ ended }) => !ended);
  const newVersion = inForce !== undefined && inForce.version !== CURRENT_VERSION;
  const changedFacts =
    inForce !== undefined &&
    !newVersion &&
    inForce.language === language &&
    inForce.documentHash !== draft.documentHash;
  return { ...draft, ready: draft.isComplete, newVersion, changedFacts };
}
