// Erases a client: its records and keys at once, with its numbers; all the rest is handed to the job that erases clients.
import { eraseAnswering } from '#clients/answering.ts';
import { changeNumbers } from '#clients/number-rows.ts';
import { clientReads, openClient } from '#clients/store.ts';
import { beginErasure, erasureIn, erasureReads, putErasure, showErasure } from '#privacy/client-erasure.ts';
import type { privacyRoutes } from '#privacy/routes.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { clientRead } from '#shared/standing-client.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import { versionIs, type Write } from '#shared/writes.ts';

/**
 * Costs one batch read of 5 units (membership, client and keys, erasure and tombstone) and one transaction: 17 units, 2 for
 * each number and 1 for the index where there are notices. Repeating it costs the read. From the transaction on no route shows anything of the client: without its
 * record each is refused, before its own work.
 */
export const eraseClient: UseCase<(typeof privacyRoutes)['eraseClient']> = {
  reads: ({ params: { clientId } }) => [...clientReads(clientId), ...erasureReads(clientId)],

  async run(app, { params: { clientId }, found }) {
    const record = found.get(clientRead(clientId));
    if (!record) {
      const begun = erasureIn(app, found, clientId);
      if (!begun) throw new Problem('not-found');
      if (!begun.underWay && begun.doneAtMs === undefined) await app.db.commit([putErasure(begun)]);
      return { status: 202, body: showErasure(begun) };
    }
    if (record.status !== 'ended') throw new Problem('client-not-ended');
    const requestedAtMs = app.clock.nowMs();
    try {
      await app.db.commit([
        { table: 'records', delete: recordKeys.client(clientId), condition: versionIs(record.version as number) },
        { table: 'registerKeys', delete: recordKeys.client(clientId) },
        ...eraseAnswering(clientId),
        { table: 'registerKeys', delete: recordKeys.directory(clientId) },
        { table: 'records', delete: recordKeys.shortening(clientId) },
        ...beginErasure({ clientId, requestedAtMs }),
        ...(await freeNumbers(app, found, clientId)),
      ]);
    } catch (error) {
      // Somebody has changed the client, or asked for the same: the next run, with fresh reads, sees which.
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
    return { status: 202, body: showErasure({ clientId, requestedAtMs, doneAtMs: undefined }) };
  },
};

/** Nobody can say the numbers of a client whose key is gone: such a record can only have come back with a restored table. */
async function freeNumbers(app: App, found: Found, clientId: string): Promise<Write[]> {
  const client = openClient(found, clientId);
  return client ? (await changeNumbers(app, clientId, client.value.numbers, [])).writes : [];
}
