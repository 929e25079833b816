// Erasures on request in the table: ids, codes, counts and times, nothing sealed, for nothing personal is in them.
import type {
  ErasedKind,
  ErasureReason,
  ErasureState,
  ErasureWhat,
  LeavingReason,
  WithdrawnReason,
} from '#erasures/codes.ts';
import { keptUntilMs } from '#erasures/kept-years.ts';
import type { Months } from '#erasures/schema.ts';
import type { WayOfInstruction } from '#requests/codes.ts';
import { WITHDRAWN_SECONDS } from '#requests/erasing.ts';
import { rfc3339, toSeconds } from '#shared/clock.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import type { Role } from '#shared/route.ts';
import { listKeys, recordKeys, type SERVICE, ttlAttribute } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { notExists, versionIs, type Write } from '#shared/writes.ts';

/** How many of each kind; what is not named is none. */
export type Tally = Readonly<Partial<Record<ErasedKind, number>>>;

/** What was there at a moment. */
export interface Counted {
  atMs: number;
  counts: Tally;
  months: Months;
  /** Accounts that belong to another client as well. */
  usersElsewhere: number;
  /** Of a person: agreements that they signed, or objected in. */
  agreements?: number;
}

export interface ErasureRecord {
  id: string;
  clientId: string;
  version: number;
  what: ErasureWhat;
  why: ErasureReason;
  state: ErasureState;
  requestId?: string;
  messageId?: string;
  messages?: 'erase' | 'keep';
  /** Of a person: the client's, on which it was asked for. */
  instruction?: { atMs: number; given: WayOfInstruction; as: 'clientAdmin' | 'privacyOfficer' };
  askedBy: string;
  askedAs: Role | typeof SERVICE;
  askedAtMs: number;
  /** Who may not confirm: whoever asked, or has given the client's instruction. */
  firstPerson: string;
  /** Nor who has said more of the person since the instruction: the client has not seen that. */
  saidMoreBy?: string;
  confirmedBy?: string;
  confirmedAs?: Role;
  confirmedAtMs?: number;
  /** Named from the beginning, so that whoever issues it twice issues the same. */
  certificateId: string;
  /** The last job at it. */
  jobId?: string;
  /** For the preview. */
  counted?: Counted;
  /** What stood there when the erasing began; of a person with what was found since. */
  begun?: Counted;
  /** How often it has been looked for something new of a person that goes by itself. */
  rounds?: number;
  /** Of a person: the last of the passes over what was found, each a job's. As long as it is not over nothing is counted anew. */
  pass?: { jobId: string; isOver: boolean };
  /** Of a person: a search has left nothing to people, and so their own records in the register go too. */
  ownRecordsGo?: boolean;
  /** Of a person: findings that only people can change. */
  byHand?: readonly string[];
  /** Findings that somebody has left. */
  left?: Readonly<Record<string, LeavingReason>>;
  doneAtMs?: number;
  withdrawn?: { because: WithdrawnReason; atMs: number };
}

const ofRow = ['pk', 'sk', 'kind', 'listPk', 'listSk', ttlAttribute];

export const erasureRead = (clientId: string, erasureId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.erasure(clientId, erasureId),
});

export const toErasureRecord = (item: Item): ErasureRecord =>
  ({
    ...Object.fromEntries(Object.entries(item).filter(([name]) => !ofRow.includes(name))),
    id: item.sk,
  }) as unknown as ErasureRecord;

/** @returns undefined where there is none, or none any more. */
export function erasureRecordIn(found: Found, clientId: string, erasureId: string): ErasureRecord | undefined {
  const item = found.get(erasureRead(clientId, erasureId));
  return item && toErasureRecord(item);
}

/** When the row goes by itself: an erasure that is not over stays. */
function ttlOf({ state, doneAtMs, askedAtMs, withdrawn }: ErasureRecord): number | undefined {
  if (state === 'done') return toSeconds(keptUntilMs(doneAtMs as number));
  return state === 'withdrawn' ? toSeconds(withdrawn?.atMs ?? askedAtMs) + WITHDRAWN_SECONDS : undefined;
}

/** Of all clients, also of one that is gone: what is to be looked after, and what was done. A withdrawn one is in no list. */
function listed({ id, state, askedAtMs, doneAtMs }: ErasureRecord) {
  if (state === 'withdrawn') return {};
  return state === 'done'
    ? { listPk: listKeys.erasures('done'), listSk: `${rfc3339(doneAtMs as number)}#${id}` }
    : { listPk: listKeys.erasures('open'), listSk: `${rfc3339(askedAtMs)}#${id}` };
}

function itemOf({ id, ...fields }: ErasureRecord, version: number): Item {
  const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const ttl = ttlOf({ id, ...fields });
  return {
    ...kept,
    ...recordKeys.erasure(fields.clientId, id),
    kind: 'erasure',
    version,
    ...listed({ id, ...fields }),
    ...(ttl !== undefined && { [ttlAttribute]: ttl }),
  };
}

/** 2 units in a transaction for each KB. */
export const newErasure = (erasure: ErasureRecord): Write => ({
  table: 'records',
  put: itemOf(erasure, 1),
  condition: notExists('records'),
});

/** As it is to be, at the version that was read. 2 units in a transaction for each KB. */
export const changedErasure = (erasure: ErasureRecord): Write => ({
  table: 'records',
  put: itemOf(erasure, erasure.version + 1),
  condition: versionIs(erasure.version),
});

/**
 * One transaction, with what goes with it.
 * @returns the erasure as it now stands. @throws StaleReadError where somebody else was first.
 */
export async function writeErasure(
  { db }: { db: { commit(writes: readonly Write[]): Promise<void> } },
  after: ErasureRecord,
  follows: readonly Write[] = [],
): Promise<ErasureRecord> {
  try {
    await db.commit([changedErasure(after), ...follows]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('Changed meanwhile', { cause: error });
  }
  return { ...after, version: after.version + 1 };
}
