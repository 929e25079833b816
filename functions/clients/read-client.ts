// Reads one client.
import { demandClient } from '#clients/demand-client.ts';
import { lineNames } from '#clients/lines.ts';
import type { clientRoutes } from '#clients/routes.ts';
import { showClient } from '#clients/show-client.ts';
import { clientReads } from '#clients/store.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 3 units: membership, client, keys. */
export const readClient: UseCase<(typeof clientRoutes)['readClient']> = {
  reads: ({ params }) => clientReads(params.clientId),

  async run(app, { params, caller, found }) {
    const client = demandClient(found, params.clientId);
    return { status: 200, body: showClient(client, caller.role, await lineNames(app)), version: client.version };
  },
};
