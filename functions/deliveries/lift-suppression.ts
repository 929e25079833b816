// Lifts a suppression: the address is sent to again.
import type { deliveryRoutes } from '#deliveries/routes.ts';
import { openRows, writeSuppressed } from '#deliveries/suppressions.ts';
import { Problem } from '#shared/problems.ts';
import { clientRead } from '#shared/standing-client.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * The id says nothing of whose it is. Costs one batch read of 2 units (membership, client), a query of the client's rows,
 * a batch read of 1 unit for each, and one transaction of 4 units, 3 more for the witness. One that is not there is lifted already.
 */
export const liftSuppression: UseCase<(typeof deliveryRoutes)['liftSuppression']> = {
  reads: ({ params }) => [clientRead(params.clientId)],

  async run(app, { params: { clientId, suppressionId }, found }) {
    if (!found.get(clientRead(clientId))) throw new Problem('not-found');
    const items = await app.db.queryAll({
      table: 'records',
      partition: { name: 'pk', value: recordKeys.suppressionsOf(clientId).pk },
      consistent: true,
    });
    for (const row of await openRows(app, clientId, items)) {
      const kept = row.entries.filter(({ id }) => id !== suppressionId);
      if (kept.length < row.entries.length) await writeSuppressed(app, row, kept);
    }
    return { status: 204, body: undefined };
  },
};
