// Destroys a client: its records and keys at once, with its numbers and files; all the rest is handed to the job that erases clients.
import { eraseAnswering } from '#clients/answering.ts';
import { changeNumbers } from '#clients/number-rows.ts';
import { openClient } from '#clients/store.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import { beginErasure, type ErasureUnderWay } from '#privacy/client-erasure.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { clientRead } from '#shared/standing-client.ts';
import { recordKeys } from '#shared/tables.ts';
import { versionIs, type Write } from '#shared/writes.ts';

/**
 * For the transaction of whoever begins the erasure: 19 units, 2 for each number and 1 for each index that the client stood in.
 * From it on no route shows anything of the client: without its record each is refused, before its own work.
 * @param found with the client's record and keys.
 */
export async function destroyClient(app: App, found: Found, begun: ErasureUnderWay): Promise<Write[]> {
  const { clientId } = begun;
  const version = found.get(clientRead(clientId))?.version as number;
  return [
    { table: 'records', delete: recordKeys.client(clientId), condition: versionIs(version) },
    { table: 'registerKeys', delete: recordKeys.client(clientId) },
    ...eraseAnswering(clientId),
    { table: 'registerKeys', delete: recordKeys.directory(clientId) },
    endFilesOf(clientId),
    { table: 'records', delete: recordKeys.shortening(clientId) },
    ...beginErasure(begun),
    ...(await freeNumbers(app, found, clientId)),
  ];
}

/** Nobody can say the numbers of a client whose key is gone: such a record can only have come back with a restored table. */
async function freeNumbers(app: App, found: Found, clientId: string): Promise<Write[]> {
  const client = openClient(found, clientId);
  return client ? (await changeNumbers(app, clientId, client.value.numbers, [])).writes : [];
}
