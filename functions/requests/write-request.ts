// Writes a request as it is to be, with what follows from it.
import { commitEnding } from '#jobs/end-files-about.ts';
import { changedRequest, type OpenedRequest, type RequestContent } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/**
 * One transaction: 4 units for the record and its key (2 for each KB more), 1 or 2 for each index that it moves in, 3 for
 * the audit, and what follows.
 * @param ends files that end with it.
 * @returns the request as it now stands. @throws StaleReadError where somebody else was first.
 */
export async function writeRequest(
  app: App,
  { keys }: OpenedRequest,
  after: RequestContent,
  follows: readonly Write[] = [],
  ends: readonly Write[] = [],
): Promise<RequestContent> {
  try {
    await commitEnding(app, [...changedRequest(after, keys), ...follows], ends);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('Changed meanwhile', { cause: error });
  }
  return { ...after, version: after.version + 1 };
}
