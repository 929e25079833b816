// Erases the register of a client that goes on: its staff with their users, and how calls are answered; messages as it was asked.
import { eraseAnswering } from '#clients/answering.ts';
import type { ErasureApp } from '#erasures/app.ts';
import type { ErasureRecord } from '#erasures/store.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import { eraseAllMessages } from '#messages/erase-all-messages.ts';
import { destroyDirectoryKey } from '#shared/directory-key.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { type ItemKey, recordKeys, recordsTable } from '#shared/tables.ts';
import { endReplacements } from '#staff/end-replacements.ts';
import { eraseAllStaff } from '#staff/erase-all-staff.ts';
import { withdrawUsers } from '#users/withdraw-all-users.ts';

/**
 * Costs what its parts cost. A run goes over everything: what one that died has done is not there any more. Whoever is added
 * meanwhile is in the register that goes on, or goes with the old one.
 * @returns false where the time was up.
 */
export async function eraseRegister(app: ErasureApp, run: LongRun, erasure: ErasureRecord): Promise<boolean> {
  const { clientId, id } = erasure;
  // A mark, so that no index with somebody in it can be finished meanwhile; the next search makes another.
  await app.db.commit([destroyDirectoryKey(clientId, `${id} ${app.clock.nowMs()}`), endFilesOf(clientId)]);
  if (erasure.messages === 'erase' && !(await eraseAllMessages(app, run, clientId))) return false;
  await app.db.commit(eraseAnswering(clientId));
  if (!(await eraseAllStaff(app, run, clientId))) return false;
  if (!(await withdrawUsers(app, run, clientId, ({ role }) => role === 'staffMember'))) return false;
  if (!(await eraseSuppressions(app, run, clientId))) return false;
  if (!(await endReplacements(app, run, clientId))) return false;
  await app.db.commit([destroyDirectoryKey(clientId, `${id} ${app.clock.nowMs()}`), endFilesOf(clientId)]);
  return true;
}

/** Those of staff: the general inbox is the client's own. */
function eraseSuppressions(app: ErasureApp, run: LongRun, clientId: string): Promise<boolean> {
  const partition = { name: recordsTable.partitionKey, value: recordKeys.suppressionsOf(clientId).pk };
  return eachPage(app, run, { table: 'records', partition, consistent: true }, (items) =>
    app.bulk.writeEach(
      items
        .filter(({ sk }) => sk !== clientId)
        .map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as ItemKey })),
    ),
  );
}
