// The key that every file of a client needs beside its own. Without it all of them are noise, wherever a copy lies.
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/**
 * For the transaction of every erasure on request: what is erased may stand in a file that waits to be fetched. No file of
 * the client opens after it; whoever still needs one has it made anew. 2 units, whether there are files or not.
 */
export const endFilesOf = (clientId: string): Write => ({
  table: 'registerKeys',
  delete: recordKeys.filesKey(clientId),
});
