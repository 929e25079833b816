// Sets up a client: its record, its keys and a row for each of its numbers.
import type { ClientsApp } from '#clients/app.ts';
import { endAfter } from '#clients/client-end.ts';
import { lineNames } from '#clients/lines.ts';
import { changeNumbers, numberTaken } from '#clients/number-rows.ts';
import { retentionWithin } from '#clients/retention-limit.ts';
import type { clientRoutes } from '#clients/routes.ts';
import { showClient } from '#clients/show-client.ts';
import { type ClientContent, clientReads, newClient, openClient } from '#clients/store.ts';
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
import type { Reply } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';
import type { Request, UseCase } from '#shared/use-case.ts';

type CreateClient = (typeof clientRoutes)['createClient'];

/**
 * Costs one read of 1 unit (membership) and one transaction: 2 units for the record and each KB more, 2 for the keys,
 * 2 for each number, 3 for the witness, 2 with an Idempotency-Key. A replay reads the client once (2 units), and where it would be
 * refused by now the remembered request before that (1 unit).
 */
export const createClient: UseCase<CreateClient, ClientsApp> = {
  async run(app, request) {
    const { body, caller } = request;
    const { retention: asked, contentMode, status, ...value } = body;
    const identity = requestIdentity('createClient', SERVICE, request);
    const retention = retentionWithin(asked, app.retentionMonths);
    if (retention instanceof Problem) return replay(app, request, await recallRefused(app, identity, retention));

    const nowMs = app.clock.nowMs();
    const client: ClientContent = {
      id: app.newId('client'),
      version: 1,
      status,
      retention,
      contentMode,
      agreement: undefined,
      end: endAfter({}, { status }, nowMs),
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      value,
    };
    const record = newClient(client);
    const numbers = await changeNumbers(app, client.id, [], value.numbers);
    const writes = [...record.writes, ...numbers.writes];
    if (identity) {
      const remembered = { recordId: client.id, bodyMac: bodyMac(record.keys.stableKey, body) };
      writes.push(await rememberRequest(app, identity, remembered));
    }

    try {
      await app.db.commit(writes);
    } catch (error) {
      // The numbers of a replay are taken as well, by the client that the first request made.
      const earlier = rememberedBy(error, record.writes.length + numbers.writes.length);
      if (earlier) return replay(app, request, earlier);
      throw numberTaken(error, record.writes.length, numbers) ?? error;
    }
    return { status: 201, body: showClient(client, caller.role, await lineNames(app)), version: client.version };
  },
};

async function replay(
  app: ClientsApp,
  { body, caller }: Request<CreateClient>,
  { recordId, bodyMac: mac }: Remembered,
): Promise<Reply<CreateClient>> {
  const client = openClient(await app.db.read(clientReads(recordId)), recordId);
  if (!client) throw new Problem('erased');
  demandSameBody(client.keys.stableKey, body, mac);
  return { status: 201, body: showClient(client, caller.role, await lineNames(app)), version: client.version };
}
