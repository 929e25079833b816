// Forgets what was found for a request.
import type { App } from '#shared/app.ts';
import { type ItemKey, recordKeys, recordsTable } from '#shared/tables.ts';

const AT_ONCE = 100;

/** Costs one query for each hundred (1 unit for 4 KB), and one transaction: 2 units for each. None: one query. */
export async function forgetFindings(app: App, requestId: string): Promise<void> {
  const partition = { name: recordsTable.partitionKey, value: recordKeys.findingsOf(requestId).pk };
  for (;;) {
    const { items } = await app.db.query({ table: 'records', partition, limit: AT_ONCE, consistent: true });
    if (items.length === 0) return;
    await app.db.commit(items.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as ItemKey })));
  }
}
