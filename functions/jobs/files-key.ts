// The key that every file of a client needs beside its own: whoever destroys it ends them all at once.
import type { App } from '#shared/app.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { newKey } from '#shared/vault.ts';
import { notExists, type Write } from '#shared/writes.ts';

export interface FilesKey {
  /** Names this key, and not the one after it. */
  keyId: string;
  key: Uint8Array;
}

export const filesKeyRead = (clientId: string): ReadRequest => ({
  table: 'registerKeys',
  key: recordKeys.filesKey(clientId),
});

export const toFilesKey = (row: Item | undefined): FilesKey | undefined => row as FilesKey | undefined;

/**
 * Makes every file of the client noise: for the transaction of whatever is erased on request, or takes back what a file may
 * hold. Blind, and harmless where there is none; a file that is being made meanwhile is begun anew. 2 units.
 */
export const endFilesOf = (clientId: string): Write => ({
  table: 'registerKeys',
  delete: recordKeys.filesKey(clientId),
});

/** 1 unit, and 2 more for the first file of a client and the first after each end. */
export async function demandFilesKey(app: App, clientId: string): Promise<FilesKey> {
  const read = filesKeyRead(clientId);
  for (;;) {
    const standing = toFilesKey((await app.db.read([read])).get(read));
    if (standing) return standing;
    const made: FilesKey = { keyId: app.newId('file'), key: newKey() };
    try {
      const put = { ...recordKeys.filesKey(clientId), ...made };
      await app.db.commit([{ table: 'registerKeys', put, condition: notExists('registerKeys') }]);
      return made;
    } catch (error) {
      // Two at once: the other's is as good.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}
