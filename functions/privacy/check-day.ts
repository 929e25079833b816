// Whether a day of a log holds: by itself, and as the next link after another. Faults are told in words for people.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { auditLeafOf, faultInLines, type RowLines } from '#privacy/audit-leaves.ts';
import { dayAfter, Head, type LogName } from '#privacy/day-head.ts';
import { clientLeafOf, type KeptObject, leavesOf, serviceLeafOf } from '#privacy/day-log.ts';
import { hashOf, type PathStep, rootFrom, rootOf } from '#privacy/merkle.ts';

/** What a client admin has of a day: the own client's leaf, and its path to the root. */
interface OwnLeaf {
  clientId: string;
  /** Of the erasure log. */
  erased?: number;
  /** Of the audit. */
  rows?: number;
  leaf: string;
  path: readonly PathStep[];
}

/** A day as somebody has it: with all leaves, with some and their paths, or with none. */
export interface LoggedDay {
  /** Absent: that of erasures. */
  log?: LogName;
  day: string;
  head: string;
  signature: string;
  publicKey: string;
  /** As the API told it. */
  hash?: string;
  leaves: readonly string[] | null;
  own: readonly OwnLeaf[] | null;
  /** What the leaves are made from; only of a copy of the bucket. */
  objects?: readonly KeptObject[];
  /** Of the audit: the lines of its rows; only of a copy of the bucket. */
  rows?: RowLines | undefined;
}

/** SHA-256, hex: `aws kms get-public-key --query PublicKey --output text | base64 -d | sha256sum` prints the same. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');

/** @throws where the head is none. */
export const headOf = ({ head }: Pick<LoggedDay, 'head'>) => Head().parse(JSON.parse(head));

/** What is wrong with the day itself; undefined where nothing is. */
export function faultInDay(one: LoggedDay): string | undefined {
  const head = attempt(() => headOf(one));
  if (!head) return 'its head cannot be read';
  if (head.day !== one.day) return `its head is that of ${head.day}`;
  if ((head.log ?? 'erasures') !== logOf(one)) return 'its head is that of the other log';
  if (one.hash !== undefined && one.hash !== hashOf(one.head)) return 'its hash is not that of its head';
  if (!isSigned(one)) return 'its signature does not fit its head and its key';
  return faultInLeaves(one, head.root) ?? faultInOwn(one, head.root) ?? faultInWhole(one);
}

/** What is wrong between a day and the one that the log has before it. */
export function faultBetween(before: LoggedDay, one: LoggedDay): string | undefined {
  const expected = dayAfter(before.day);
  if (one.day !== expected) return `the log has ${before.day} and ${one.day}, but not ${expected} between them`;
  const { previous } = headOf(one);
  const hash = hashOf(before.head);
  if (previous === null) return `its head says that the log begins here, but there is ${before.day} before it`;
  if (previous === hash) return undefined;
  return `its head says that the day before has the hash ${previous}, but that of ${before.day} is ${hash}`;
}

/** Both are as they were written: what a decoder passes over, at the end of a text or of a key, is a change all the same. */
function isSigned({ head, signature, publicKey }: LoggedDay): boolean {
  const fits = attempt(() => {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const bytes = Buffer.from(signature, 'base64');
    const asWritten = base64(key.export({ format: 'der', type: 'spki' })) === publicKey && base64(bytes) === signature;
    return asWritten && verify('sha256', Buffer.from(head), { key, dsaEncoding: 'der' }, bytes);
  });
  return fits === true;
}

const base64 = (bytes: Buffer) => bytes.toString('base64');

export const logOf = ({ log = 'erasures' }: Pick<LoggedDay, 'log'>): LogName => log;

interface Said {
  clientId: string;
  count: number;
}

/** What the leaf of a client says in its log; undefined for that of the service. @throws where it is none. */
export function saidIn(log: LogName, leaf: string): Said | undefined {
  if (log === 'audit') {
    const { clientId, rows } = auditLeafOf(leaf);
    return { clientId, count: rows };
  }
  const said = clientLeafOf(leaf);
  return said && { clientId: said.clientId, count: said.erased };
}

function faultInLeaves(one: LoggedDay, root: string): string | undefined {
  const { leaves } = one;
  if (!leaves) return undefined;
  if (rootOf(leaves) !== root) return 'its leaves do not make the root in its head';
  const log = logOf(one);
  const clients = log === 'audit' ? leaves : leaves.slice(1);
  const ids = clients.map((leaf) => attempt(() => saidIn(log, leaf)?.clientId) ?? '');
  const inOrder = ids.every((id, n) => id > (ids[n - 1] ?? ''));
  if (log === 'audit') return inOrder ? undefined : 'its leaves are not one of each client';
  const isWhole = inOrder && attempt(() => serviceLeafOf(leaves[0]));
  return isWhole ? undefined : 'its leaves are not one of the service and one of each client';
}

function faultInOwn(one: LoggedDay, root: string): string | undefined {
  for (const { clientId, erased, rows, leaf, path } of one.own ?? []) {
    const said = attempt(() => saidIn(logOf(one), leaf));
    const count = logOf(one) === 'audit' ? rows : erased;
    if (said?.clientId !== clientId || said.count !== count) return `the leaf of ${clientId} says something else`;
    if (rootFrom(leaf, path) !== root) return `the path of ${clientId} does not lead to the root in its head`;
  }
  return undefined;
}

/** What the leaves are made from, where it is there. */
const faultInWhole = (one: LoggedDay): string | undefined =>
  one.rows && one.leaves ? faultInLines(one.rows, one.leaves) : faultInObjects(one);

function faultInObjects({ leaves, objects }: LoggedDay): string | undefined {
  if (!leaves || !objects) return undefined;
  let made: string[];
  try {
    made = leavesOf(objects);
  } catch (error) {
    return error instanceof Error ? error.message : 'an object of this day cannot be read';
  }
  const [logged, found] = [new Set(leaves), new Set(made)];
  const apart = [...leaves, ...made].filter((leaf) => !(logged.has(leaf) && found.has(leaf)));
  if (apart.length === 0) return undefined;
  // The leaf of the service hangs on every object: where a client's is another too, that one tells more.
  const client = apart.map(clientLeafOf).find((leaf) => leaf !== undefined);
  return `the objects of this day in the bucket do not make the leaf of ${client?.clientId ?? 'the service'}`;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
