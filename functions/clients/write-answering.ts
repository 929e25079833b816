// Writes how calls are answered, without the notices that have ended: who reads an older version will read again.
import { type AnsweringContent, changedAnswering, currentNotices } from '#clients/answering.ts';
import type { App } from '#shared/app.ts';
import type { KeyRow } from '#shared/register.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';

/**
 * One transaction of 4 units (record and key; 2 for each KB more), 1 for the index while there are notices.
 * @param before with the version that was read.
 * @throws StaleReadError where somebody else was first.
 */
export async function writeAnswering(
  app: App,
  before: AnsweringContent & { keys: KeyRow | undefined },
  change: Partial<Pick<AnsweringContent, 'value' | 'alternatives'>>,
): Promise<AnsweringContent> {
  const { keys, ...content } = before;
  const after = currentContent({ ...content, ...change, updatedAtMs: app.clock.nowMs() });
  try {
    await app.db.commit(changedAnswering(after, keys).writes);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('Changed meanwhile', { cause: error });
  }
  return { ...after, version: before.version + 1 };
}

/** As it is to be written at `updatedAtMs`. */
export const currentContent = (content: AnsweringContent): AnsweringContent => ({
  ...content,
  value: { ...content.value, notices: currentNotices(content.value.notices, content.updatedAtMs) },
});
