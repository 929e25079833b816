// Reads a subject request, with what may be done next.
import { detailsReads } from '#agreements/service-details.ts';
import { clientReads } from '#clients/store.ts';
import { demandRequest, type RequestPath, requestPathReads } from '#requests/demand-request.ts';
import type { requestRoutes } from '#requests/routes.ts';
import { showRequest, viewOf } from '#requests/show-request.ts';
import type { ReadRequest } from '#shared/found.ts';
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/** The request, and the client or ourselves, whose name stands in what is answered: 4 units. */
export const requestViewReads = (path: RequestPath): ReadRequest[] => [
  ...requestPathReads(path),
  ...(path.clientId === SERVICE ? detailsReads() : clientReads(path.clientId)),
];

/** Costs one batch read of 5 units: membership, request and key, client and key. */
export const readSubjectRequest: UseCase<(typeof requestRoutes)['readSubjectRequest']> = {
  reads: ({ params }) => requestViewReads(params),

  async run(app, { params, caller, found }) {
    const nowMs = app.clock.nowMs();
    const request = demandRequest(found, params, nowMs);
    return {
      status: 200,
      body: showRequest(request, viewOf(found, params.clientId, caller, nowMs)),
      version: request.version,
    };
  },
};
