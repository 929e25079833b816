// Reads how a client's calls are answered.
import { answeringOrNone, answeringReads } from '#clients/answering.ts';
import type { answeringRoutes } from '#clients/answering-routes.ts';
import { showAnswering } from '#clients/show-answering.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 4 units: membership, client, record and key, and 1 for each 4 KB more. */
export const readAnswering: UseCase<(typeof answeringRoutes)['readAnswering']> = {
  reads: ({ params }) => answeringReads(params.clientId),

  async run(app, { params, found }) {
    const answering = answeringOrNone(found, params.clientId);
    return { status: 200, body: showAnswering(answering, app.clock.nowMs()), version: answering.version };
  },
};
