// How a client's calls are answered, in the tables: one sealed record a client, behind its messages, with a key of its own.
import type { AnsweringDetails, Notice } from '#clients/answering-schema.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, openRecord, registerReads, replaceRecord } from '#shared/register.ts';
import { NOTICE_PARTITION, recordKeys } from '#shared/tables.ts';
import type { SealContext } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';

export interface OpenedAnswering {
  clientId: string;
  version: number;
  updatedAtMs: number;
  value: AnsweringDetails;
  /** Whom to ask where nobody is in, in order: ids alone, and so they stand open, for the desk reads them with its first query. */
  alternatives: readonly string[];
  keys: KeyRow;
}

export type AnsweringContent = Omit<OpenedAnswering, 'keys'>;

/** Of a client that has not said anything yet. */
export const EMPTY_ANSWERING: AnsweringDetails = {
  instructions: null,
  askFor: [],
  hours: null,
  rules: [],
  notices: [],
  callerNotice: null,
};

export const answeringContext = (clientId: string): SealContext => ({
  clientId,
  recordId: clientId,
  field: 'answering',
  schema: 1,
});

/** Record and key: 2 units up to 4 KB. */
export const answeringReads = (clientId: string): ReadRequest[] => registerReads(recordKeys.answering(clientId));

/** @returns undefined where nothing has been said yet, or the client is erased. Notices may have ended: `currentNotices`. */
export function openAnswering(found: Found, clientId: string): OpenedAnswering | undefined {
  const opened = openRecord(found, recordKeys.answering(clientId), answeringContext(clientId));
  if (!opened) return undefined;
  const { item, keys, sealed } = opened;
  return {
    clientId,
    version: item.version as number,
    updatedAtMs: item.updatedAt as number,
    value: sealed as AnsweringDetails,
    alternatives: item.alternatives as string[],
    keys,
  };
}

/** In the index of what is due as long as there is a notice: when the first of them ends. */
const recordOf = ({ clientId, updatedAtMs, value, alternatives }: AnsweringContent) => ({
  address: recordKeys.answering(clientId),
  kind: 'answering' as const,
  context: answeringContext(clientId),
  sealed: value,
  plain: {
    updatedAt: updatedAtMs,
    alternatives,
    ...(value.notices.length > 0 && {
      duePk: NOTICE_PARTITION,
      dueAt: Math.min(...value.notices.map(({ untilMs }) => untilMs)),
    }),
  },
});

/**
 * `answering` as it is to be, at the version that was read: 0 for the first. The first write fails where somebody else was
 * first. The key is renewed: what is taken out is gone from every backup.
 */
export const changedAnswering = (
  answering: AnsweringContent,
  keys: KeyRow | undefined,
): { writes: Write[]; keys: KeyRow } =>
  keys
    ? { writes: replaceRecord({ ...recordOf(answering), version: answering.version, keys }), keys }
    : createRecord(recordOf(answering));

/** What there is, or the beginning of it. */
export const answeringOrNone = (found: Found, clientId: string): AnsweringContent & { keys: KeyRow | undefined } =>
  openAnswering(found, clientId) ?? {
    clientId,
    version: 0,
    updatedAtMs: 0,
    value: EMPTY_ANSWERING,
    alternatives: [],
    keys: undefined,
  };

/** Notices end by themselves: one that has is not shown, and is left out at the next write. */
export const currentNotices = (notices: readonly Notice[], nowMs: number): Notice[] =>
  notices.filter(({ untilMs }) => untilMs > nowMs);

/** With the client's, the first step of its erasure: from here on everything that is left is noise. */
export const eraseAnswering = (clientId: string): Write[] => [
  { table: 'registerKeys', delete: recordKeys.answering(clientId) },
  { table: 'records', delete: recordKeys.answering(clientId) },
];
