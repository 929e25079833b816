// Which body a correction had: sealed under the key of its text, and so gone with it when the next correction comes.
import { hash } from 'node:crypto';
import type { MessageRecord } from '#messages/store.ts';
import { Problem } from '#shared/problems.ts';
import { open, type SealContext, StaleKeyError, seal } from '#shared/vault.ts';

type Of = Pick<MessageRecord, 'clientId' | 'id'>;

const context = ({ clientId, id }: Of): SealContext => ({ clientId, recordId: id, field: 'request', schema: 1 });

const digest = (body: unknown): string => hash('sha256', JSON.stringify(body), 'base64');

export const sealCorrectedRequest = (key: Uint8Array, message: Of, body: unknown): Uint8Array =>
  seal(key, context(message), digest(body));

/**
 * Of one that was corrected again since nobody can say it any more: it passes.
 * @param key of the message's text as it stands.
 * @throws Problem idempotency-mismatch.
 */
export function demandSameCorrection(key: Uint8Array, message: Of, body: unknown, sealed: Uint8Array): void {
  try {
    if (open(key, context(message), sealed) !== digest(body)) throw new Problem('idempotency-mismatch');
  } catch (error) {
    if (!(error instanceof StaleKeyError)) throw error;
  }
}
