// What the desk shows of others must not silence it: what does not open is left out, and the log says which.
import { type LogFields, log } from '#shared/log.ts';
import { StaleKeyError } from '#shared/vault.ts';

/**
 * @returns undefined for what is broken.
 * @throws StaleKeyError for what was sealed anew between two reads: the chain reads again.
 */
export function orLeftOut<T>(open: () => T, ids: LogFields): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof StaleKeyError) throw error;
    log.error('record-unreadable', error, ids);
    return undefined;
  }
}
