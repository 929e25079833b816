// What a search for a person has found, in the table: a row for each record, of ids and codes, with places that are hidden, sealed under the request's key.
import type { Part, WayFound } from '#requests/report-schema.ts';
import type { FindingDecision, ThirdPersons } from '#requests/search-schema.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { hmac } from '#shared/service-keys.ts';
import { recordKeys, recordsTable, ttlAttribute } from '#shared/tables.ts';
import type { Condition } from '#shared/writes.ts';

/** A finding as it stands in Records. */
export interface Finding {
  requestId: string;
  /** As in the register of stores. */
  store: string;
  recordId: string;
  /** The client, or SERVICE, in whose partition the record stands. */
  home: string;
  as: readonly Part[];
  how: readonly WayFound[];
  doubtful: boolean;
  decision: FindingDecision;
  third: ThirdPersons;
  /** The search that has seen it last. */
  jobId: string;
  /** Of a message: epoch seconds. */
  expiresAt?: number;
  /** A person has decided: another search leaves it so. */
  decidedBy?: string;
  decidedAtMs?: number;
  /** Fingerprint, under the request's key, of what that person looked at. */
  seen?: string;
  masks?: Uint8Array;
}

/** The net below: no request is open for so long, and none is kept for more than a year after it. */
const KEPT_SECONDS = 2 * 366 * 24 * 60 * 60;

/** Of the home of the request the id alone; in a search of the whole service the home before it. */
const idIn = (requestHome: string, { home, recordId }: Pick<Finding, 'home' | 'recordId'>): string =>
  home === requestHome ? recordId : `${home}.${recordId}`;

export const findingKey = (requestHome: string, finding: Pick<Finding, 'requestId' | 'store' | 'home' | 'recordId'>) =>
  recordKeys.finding(finding.requestId, finding.store, idIn(requestHome, finding));

/** `message#msg_…`. */
export const findingId = (requestHome: string, finding: Finding): string => findingKey(requestHome, finding).sk;

/** By what a page of findings gave out. */
export const findingReadOf = (requestId: string, id: string): ReadRequest => {
  const [store = '', recordId = ''] = id.split('#');
  return { table: 'records', key: recordKeys.finding(requestId, store, recordId) };
};

export function findingItem(requestHome: string, finding: Finding, nowMs: number): Item {
  const kept = Object.fromEntries(Object.entries(finding).filter(([, value]) => value !== undefined));
  return {
    ...kept,
    ...findingKey(requestHome, finding),
    kind: 'finding',
    [ttlAttribute]: toSeconds(nowMs) + KEPT_SECONDS,
  };
}

/** Whether a person has decided about it, since the request is of whom it names. */
export const isDecided = (
  { decidedAtMs }: Pick<Finding, 'decidedAtMs'>,
  { soughtSinceMs = 0 }: Pick<OpenedRequest, 'soughtSinceMs'>,
): boolean => decidedAtMs !== undefined && decidedAtMs > soughtSinceMs;

/** Whether a search has seen it that was ordered since then: a job's id begins with when it was. */
export const isFoundOf = (
  { jobId }: Pick<Finding, 'jobId'>,
  { soughtSinceMs }: Pick<OpenedRequest, 'soughtSinceMs'>,
): boolean => soughtSinceMs === undefined || jobId >= idRange('job', soughtSinceMs + 1, soughtSinceMs + 1).from;

/** 1 unit. Whoever has decided since it was read has looked at it since: that stays, and has forgotten the report that is made. */
export const reviewAgain = (
  { db }: Pick<App, 'db'>,
  requestHome: string,
  { decidedAtMs, ...finding }: Finding,
): Promise<Item | undefined> =>
  db.update('records', findingKey(requestHome, finding), 'SET third = :toReview REMOVE seen, masks', {
    expression: decidedAtMs === undefined ? 'attribute_not_exists(decidedAtMs)' : 'decidedAtMs = :decidedAtMs',
    values: {
      ':toReview': 'toReview' satisfies ThirdPersons,
      ...(decidedAtMs !== undefined && { ':decidedAtMs': decidedAtMs }),
    },
  });

const ofRow = ['pk', 'sk', 'kind', ttlAttribute];

export const toFinding = (item: Item): Finding =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !ofRow.includes(name))) as unknown as Finding;

type Of = Pick<OpenedRequest, 'keys'>;

/** Tells whether something is as it was, and nothing else. */
export const fingerprint = (request: Of, ...parts: readonly string[]): string => hmac(request.keys.stableKey, ...parts);

/** Rows of the request beside its findings stand before them all. */
const FIRST_FINDING = 'A';
const LAST_FINDING = 'z~';
const PAGE = 500;

export interface FindingRange {
  store?: string | undefined;
  /** Where the page before ended. */
  startAfter?: Item | undefined;
  limit?: number;
  /** A page may hold fewer than its limit then. */
  where?: Described | undefined;
}

/** What findings may be described by. */
interface Described {
  decision?: FindingDecision | undefined;
  third?: ThirdPersons | undefined;
  doubtful?: boolean | undefined;
}

function filterOf(where: Described = {}): Condition | undefined {
  const wanted = Object.entries(where).filter(([, value]) => value !== undefined);
  if (wanted.length === 0) return undefined;
  return {
    expression: wanted.map(([name]) => `#${name} = :${name}`).join(' AND '),
    names: Object.fromEntries(wanted.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])),
  };
}

/** A page of findings, by store: one query, 1 unit for each 4 KB, which are some ten. */
export async function findingsPage(
  { db }: Pick<App, 'db'>,
  requestId: string,
  { store, startAfter, limit = PAGE, where }: FindingRange = {},
): Promise<{ findings: Finding[]; next: Item | undefined }> {
  const filter = filterOf(where);
  const { items, next } = await db.query({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: recordKeys.findingsOf(requestId).pk },
    sort: {
      name: recordsTable.sortKey,
      from: store === undefined ? FIRST_FINDING : `${store}#`,
      until: store === undefined ? LAST_FINDING : `${store}#~`,
    },
    limit,
    consistent: true,
    ...(filter && { filter }),
    ...(startAfter && { startAfter }),
  });
  return { findings: items.map(toFinding), next };
}

/**
 * Page after page, no more than one in memory. `as` says what the person is in the record: of one in which they are an `actor`
 * alone, or `mentioned`, the record is somebody else's.
 */
export async function* eachFindingPage(
  app: Pick<App, 'db'>,
  requestId: string,
  range: FindingRange = {},
): AsyncGenerator<Finding[]> {
  let startAfter: Item | undefined;
  do {
    const { findings, next } = await findingsPage(app, requestId, { ...range, startAfter });
    if (findings.length > 0) yield findings;
    startAfter = next;
  } while (startAfter);
}
