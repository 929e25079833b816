// The key of the index of a client's people. Whoever erases one of them destroys it: each version that was ever kept is noise then.
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/**
 * 1 unit (2 in a transaction). A mark takes the key's place, so that an index that is being made meanwhile, with the person
 * in it, is refused; the next search, or the next change, makes another.
 * @param mark new each time: who was erased, and when.
 */
export const destroyDirectoryKey = (clientId: string, mark: string): Write => ({
  table: 'registerKeys',
  put: { ...recordKeys.directory(clientId), version: mark },
});
