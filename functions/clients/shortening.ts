// A client's wish that its retention hold for the messages that are there already, as a row that the sweeper carries out.
import type { Retention } from '#shared/retention.ts';
import { retentionCode } from '#shared/retention.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** A later wish takes the place of one that is not done yet. 2 units in a transaction. */
export const putShortening = (clientId: string, retention: Retention, requestedAtMs: number): Write => ({
  table: 'records',
  put: {
    ...recordKeys.shortening(clientId),
    kind: 'shortening',
    retention: retentionCode(retention),
    requestedAtMs,
  },
});
