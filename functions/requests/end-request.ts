// Erases a subject request: its key first, then what was found for it, then the row.
import { forgetFindings } from '#requests/forget-findings.ts';
import type { RequestRow } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import { recordKeys } from '#shared/tables.ts';

/**
 * Costs two transactions of 2 units, 1 or 2 for each index that it leaves, and what its findings cost. Safe to run twice, and
 * to die anywhere: as long as the row stands it is found again.
 */
export async function endRequest(app: App, { clientId, id }: Pick<RequestRow, 'clientId' | 'id'>): Promise<void> {
  const address = recordKeys.request(clientId, id);
  await app.db.commit([{ table: 'registerKeys', delete: address }]);
  await forgetFindings(app, id);
  await app.db.commit([{ table: 'records', delete: address }]);
  log.info('request-erased', { requestId: id, clientId });
}
