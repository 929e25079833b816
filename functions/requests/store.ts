// Subject requests in the tables: codes and times stand open, who asks and what was said is sealed under the request's own key.
import type {
  Decision,
  ExtensionReason,
  IdentityMethod,
  Outcome,
  RequestChannel,
  RequestKind,
  RequestState,
  WayOfInstruction,
} from '#requests/codes.ts';
import type { Erasing } from '#requests/erasing.ts';
import { nextDueMs } from '#requests/reminders.ts';
import type { Who } from '#requests/schema.ts';
import { rfc3339, toSeconds } from '#shared/clock.ts';
import type { Language } from '#shared/fields.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, openRecord, registerReads, replaceRecord } from '#shared/register.ts';
import { recordTtl } from '#shared/retention.ts';
import { listKeys, REQUEST_PARTITION, recordKeys, ttlAttribute } from '#shared/tables.ts';
import type { SealContext } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';

/** Who did something, and when. */
export interface Signed {
  by: string;
  atMs: number;
}

/** What is sealed. */
export interface RequestDetails {
  who: Who;
  text: string | null;
  contact: string | null;
  notes: string | null;
  identityNote: string | null;
  instructionText: string | null;
  closingText: string | null;
}

/** What stands open: codes, times and users' ids. */
export interface RequestFields {
  kind: RequestKind;
  state: RequestState;
  by: RequestChannel;
  loggedBy: string;
  language: Language;
  loggedAtMs: number;
  receivedAtMs: number;
  /** Days in Stockholm. */
  forwardBy: string;
  deadline: string;
  identity?: Signed & { method: IdentityMethod };
  forwardedAtMs?: number;
  instruction?: Signed & { decision: Decision; given: WayOfInstruction };
  /** Who has said more of the person since the instruction: not the second person of what it leads to. */
  saidMoreBy?: string;
  extension?: Signed & { months: number; why: ExtensionReason };
  preparedAtMs?: number;
  searchJobId?: string;
  /** Since when it is of the person whom it names: what somebody has decided of findings before that was of another. */
  soughtSinceMs?: number;
  /** Set by the access report: what may be released. */
  reportedAtMs?: number;
  releasedAtMs?: number;
  erasing?: Erasing;
  /**
   * Set by the certificate of an erasure; `jobId`: the search that it ended with, for nothing more to be found by. `isNothing`:
   * there was nothing to erase, and nothing was left.
   */
  erased?: { atMs: number; jobId: string; isNothing?: boolean };
  closed?: Signed & { outcome: Outcome };
  keepDays: number;
  /** Since when everything that was due has been said; 0: nothing yet. */
  remindedAtMs: number;
  /** Closed ones: when the request itself is erased. */
  endsAtMs?: number;
}

export interface RequestContent extends RequestFields {
  id: string;
  /** A client, or SERVICE. */
  clientId: string;
  version: number;
  value: RequestDetails;
}

/** `stableKey` lives as long as the request: for what is kept about it elsewhere. `key` is renewed at every edit. */
export interface OpenedRequest extends RequestContent {
  keys: KeyRow;
}

export const requestContext = (clientId: string, requestId: string): SealContext => ({
  clientId,
  recordId: requestId,
  field: 'record',
  schema: 1,
});

/** A request and its keys: 2 units up to 4 KB. */
export const requestReads = (clientId: string, requestId: string): ReadRequest[] =>
  registerReads(recordKeys.request(clientId, requestId));

const isOver = ({ endsAtMs }: Pick<RequestFields, 'endsAtMs'>, nowMs: number) =>
  endsAtMs !== undefined && endsAtMs <= nowMs;

/** Of the row itself: none of it is the request's. */
const ofRow = ['pk', 'sk', 'kind', 'asked', 'sealed', 'listPk', 'listSk', 'duePk', 'dueAt', ttlAttribute];

/** A request without what is sealed. */
export type RequestRow = Omit<RequestContent, 'value'>;

export function toRequestRow(item: Item): RequestRow {
  const fields = Object.fromEntries(Object.entries(item).filter(([name]) => !ofRow.includes(name)));
  return { ...fields, kind: item.asked, id: item.sk } as unknown as RequestRow;
}

/** What stands open of a request. @returns undefined where there is none, or its time is over. */
export function requestRowIn(item: Item | undefined, nowMs: number): RequestRow | undefined {
  const row = item && toRequestRow(item);
  return row && !isOver(row, nowMs) ? row : undefined;
}

/** @returns undefined where the request, or its key, is gone, or its time is over. */
export function openRequest(
  found: Found,
  clientId: string,
  requestId: string,
  nowMs: number,
): OpenedRequest | undefined {
  const opened = openRecord(found, recordKeys.request(clientId, requestId), requestContext(clientId, requestId));
  const row = requestRowIn(opened?.item, nowMs);
  return opened && row && { ...row, value: opened.sealed as RequestDetails, keys: opened.keys };
}

/** Open ones by deadline, closed ones by when they were closed. */
const listed = ({ id, state, deadline, closed }: RequestContent) =>
  state === 'closed' && closed
    ? { listPk: listKeys.requests('closed'), listSk: `${rfc3339(closed.atMs)}#${id}` }
    : { listPk: listKeys.requests('open'), listSk: `${deadline}#${id}` };

/** `kind` is the row's in the table: what is asked for stands beside it. */
function recordOf(request: RequestContent) {
  const { id, clientId, version: _, value, kind: asked, ...fields } = request;
  const kept = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
  return {
    address: recordKeys.request(clientId, id),
    kind: 'request' as const,
    context: requestContext(clientId, id),
    sealed: value,
    plain: {
      ...kept,
      clientId,
      asked,
      ...listed(request),
      duePk: REQUEST_PARTITION,
      dueAt: nextDueMs(request),
      ...(request.endsAtMs !== undefined && { [ttlAttribute]: recordTtl(toSeconds(request.endsAtMs)) }),
    },
  };
}

export const newRequest = (request: RequestContent): { writes: Write[]; keys: KeyRow } =>
  createRecord(recordOf(request));

/** `request` as it is to be, at the version that was read. Its first write fails where somebody else was first. */
export const changedRequest = (request: RequestContent, keys: KeyRow): Write[] =>
  replaceRecord({ ...recordOf(request), version: request.version, keys });
