// Counts a call that became no message.
import { demandClient } from '#clients/demand-client.ts';
import { lineNames } from '#clients/lines.ts';
import { clientReads, type OpenedClient } from '#clients/store.ts';
import type { callRoutes } from '#desk/calls-routes.ts';
import { countOne } from '#desk/calls-store.ts';
import { callTime } from '#messages/call-time.ts';
import type { App } from '#shared/app.ts';
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  recallRefused,
  rememberedBy,
  rememberRequest,
  requestIdentity,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 3 units (membership, client and key) and one transaction: 2 units for the count, 2 more with an
 * Idempotency-Key. A replay writes nothing; one that would be refused by now reads the remembered request (1 unit).
 */
export const countCall: UseCase<(typeof callRoutes)['countCall']> = {
  reads: ({ params }) => clientReads(params.clientId),

  async run(app, request) {
    const { params, body, caller, found } = request;
    const { clientId } = params;
    const client = demandClient(found, clientId);
    const identity = requestIdentity('countCall', clientId, request);
    const same = ({ bodyMac: mac }: Remembered) => demandSameBody(client.keys.stableKey, body, mac);
    const call = callTime(body.calledAt, caller, app.clock.nowMs());
    if (call instanceof Problem) {
      same(await recallRefused(app, identity, call));
      return { status: 204, body: undefined };
    }
    const { takenAtMs } = call;
    const counted = countOne({
      clientId,
      takenAtMs,
      line: await ownLine(app, client, body.line),
      outcome: body.outcome,
    });
    const remembered = { recordId: clientId, bodyMac: bodyMac(client.keys.stableKey, body) };
    const remember = identity ? [await rememberRequest(app, identity, remembered)] : [];
    try {
      await app.db.commit([counted, ...remember]);
    } catch (error) {
      const earlier = rememberedBy(error, 1);
      if (!earlier) throw error;
      same(earlier);
    }
    return { status: 204, body: undefined };
  },
};

/** A number may have been taken from the client while the count waited for the network: the call counts all the same. */
async function ownLine(app: App, client: OpenedClient, line: string | undefined): Promise<string | undefined> {
  if (line === undefined) return undefined;
  const nameLine = await lineNames(app);
  return client.value.numbers.some(({ number }) => nameLine(number) === line) ? line : undefined;
}
