// Agreements in the tables: a short record and the evidence beside it, both under the agreement's own key, which outlives its client.
import { keptUntil } from '#agreements/days.ts';
import type { SealedEvidence } from '#agreements/evidence.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import { Found, type Item, type ReadRequest } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { createRecord, type KeyRow, openRecord, registerReads } from '#shared/register.ts';
import { AGREEMENT_PARTITION, recordKeys, ttlAttribute } from '#shared/tables.ts';
import { open, type SealContext, seal } from '#shared/vault.ts';
import { notExists, versionIs, type Write } from '#shared/writes.ts';

/** What stands open: codes, ids and times. */
export interface AgreementRow {
  clientId: string;
  id: string;
  rowVersion: number;
  /** Of the template. */
  version: string;
  language: 'sv' | 'en';
  signedAtMs: number;
  /** Of one that has come to its end. */
  ended: { atMs: number; by: 'replacement' | 'client' } | undefined;
  /** A newer version that the client's admins have been told of. */
  newer: { version: string; toldAtMs: number; remindedAtMs?: number; raisedAtMs?: number } | undefined;
  /** Up to when announcements of sub-processors have been told. */
  toldUpToMs: number;
}

export interface Objected {
  subProcessorId: string;
  text: string;
  atMs: number;
  by: string;
}

interface Summary {
  signedBy: { name: string; title: string };
  documentHash: string;
}

export interface OpenedAgreement extends AgreementRow, Summary {
  /** Oldest first. */
  objections: readonly Objected[];
  keys: KeyRow;
}

/** Each that stands is looked after once a day. */
export const NEXT_LOOK_MS = 24 * 60 * 60 * 1000;
/** The last that a ULID can say. */
const MAX_ULID_MS = 281_474_976_710_655;
/** Time to live is the net below the tending. */
const NET_SECONDS = 30 * 24 * 60 * 60;

const contextOf = (clientId: string, recordId: string, field: 'record' | 'evidence' | 'objections'): SealContext => ({
  clientId,
  recordId,
  field,
  schema: 1,
});

/** Beside the record, and out of the way of lists. */
const evidenceKey = (clientId: string, id: string) => recordKeys.agreement(clientId, `evidence#${id}`);

/** The record and its key: 2 units. */
export const agreementReads = (clientId: string, id: string): ReadRequest[] =>
  registerReads(recordKeys.agreement(clientId, id));

/** The evidence as well: some 8 units more. */
export const agreementReadsWithEvidence = (clientId: string, id: string): ReadRequest[] => [
  ...agreementReads(clientId, id),
  { table: 'records', key: evidenceKey(clientId, id) },
];

export function rowOf(item: Item): AgreementRow {
  const { pk, sk, version, template, language, signedAt, endedAt, endedBy, newer, toldUpTo } = item;
  return {
    clientId: (pk as string).slice(recordKeys.agreementsOf('').pk.length),
    id: sk as string,
    rowVersion: version as number,
    version: template as string,
    language: language as 'sv' | 'en',
    signedAtMs: signedAt as number,
    ended: endedAt === undefined ? undefined : ({ atMs: endedAt, by: endedBy } as AgreementRow['ended']),
    newer: newer as AgreementRow['newer'],
    toldUpToMs: toldUpTo as number,
  };
}

/** @returns undefined where there is no such agreement, or its key is gone: it has been kept long enough. */
export function openAgreement(found: Found, clientId: string, id: string): OpenedAgreement | undefined {
  const opened = openRecord(found, recordKeys.agreement(clientId, id), contextOf(clientId, id, 'record'));
  if (!opened) return undefined;
  const { item, keys, sealed } = opened;
  const objections = item.objections as Uint8Array | undefined;
  return {
    ...rowOf(item),
    ...(sealed as Summary),
    objections: objections ? (open(keys.key, contextOf(clientId, id, 'objections'), objections) as Objected[]) : [],
    keys,
  };
}

/** @param found with what `agreementReadsWithEvidence` asks for. */
export function openEvidence(found: Found, { clientId, id, keys }: OpenedAgreement): SealedEvidence | undefined {
  const item = found.get({ table: 'records', key: evidenceKey(clientId, id) });
  if (!item) return undefined;
  return open(keys.key, contextOf(clientId, id, 'evidence'), item.sealed as Uint8Array) as SealedEvidence;
}

export interface NewAgreement extends Summary {
  clientId: string;
  id: string;
  evidence: SealedEvidence;
  signedAtMs: number;
  /** The last announcement of a sub-processor that stands in it. */
  toldUpToMs: number;
}

/** Looked at once a day from the next one on. Three writes: 4 units, 1 for the index, and 2 for each KB of the evidence. */
export function newAgreement(made: NewAgreement): { writes: Write[]; keys: KeyRow } {
  const { clientId, id, evidence, signedAtMs, toldUpToMs, signedBy, documentHash } = made;
  const { version, language } = evidence.document;
  const { writes, keys } = createRecord({
    address: recordKeys.agreement(clientId, id),
    kind: 'agreement',
    context: contextOf(clientId, id, 'record'),
    sealed: { signedBy, documentHash } satisfies Summary,
    plain: {
      template: version,
      language,
      signedAt: signedAtMs,
      toldUpTo: toldUpToMs,
      duePk: AGREEMENT_PARTITION,
      dueAt: signedAtMs + NEXT_LOOK_MS,
    },
  });
  const proof: Write = {
    table: 'records',
    put: {
      ...evidenceKey(clientId, id),
      kind: 'agreement',
      sealed: seal(keys.key, contextOf(clientId, id, 'evidence'), evidence),
    },
    condition: notExists('records'),
  };
  return { writes: [...writes, proof], keys };
}

/** What becomes of a row: `undefined` takes an attribute away. */
type Change = Readonly<Record<string, unknown>>;

/** At the version that was read: 2 units, and 1 for the index where `dueAt` changes. */
export function changeAgreement({ clientId, id, rowVersion }: AgreementRow, change: Change): Write {
  const { expression, names, values } = versionIs(rowVersion);
  const set = Object.entries(change).filter(([, value]) => value !== undefined);
  const gone = Object.keys(change).filter((name) => change[name] === undefined);
  const sets = ['#version = :next', ...set.map(([name]) => `#${name} = :${name}`)];
  return {
    table: 'records',
    update: recordKeys.agreement(clientId, id),
    change: `SET ${sets.join(', ')}${gone.length > 0 ? ` REMOVE ${gone.map((name) => `#${name}`).join(', ')}` : ''}`,
    condition: {
      expression,
      names: { ...names, ...Object.fromEntries(Object.keys(change).map((name) => [`#${name}`, name])) },
      values: {
        ...values,
        ':next': rowVersion + 1,
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
}

/** From its end on it is kept ten years, and looked at again when they are over. */
export const ending = (atMs: number, by: 'replacement' | 'client'): Change => ({
  endedAt: atMs,
  endedBy: by,
  dueAt: keptUntil(atMs),
  [ttlAttribute]: toSeconds(keptUntil(atMs)) + NET_SECONDS,
});

export const objecting = ({ clientId, id, keys }: OpenedAgreement, objections: readonly Objected[]): Change => ({
  objections: seal(keys.key, contextOf(clientId, id, 'objections'), objections),
});

/** The key first: from then on nothing of it can be read. */
export const forgetAgreement = (clientId: string, id: string): Write[] => [
  { table: 'registerKeys', delete: recordKeys.agreement(clientId, id) },
  { table: 'records', delete: recordKeys.agreement(clientId, id) },
  { table: 'records', delete: evidenceKey(clientId, id) },
];

/** All of a client's, newest first: two queries, 1 unit each for 4 KB. */
export async function readAgreements({ db }: Pick<App, 'db'>, clientId: string): Promise<OpenedAgreement[]> {
  const partition = { name: 'pk', value: recordKeys.agreementsOf(clientId).pk };
  const sort = { name: 'sk', ...idRange('agreement', 0, MAX_ULID_MS) };
  const all = { partition, sort, newestFirst: true, consistent: true };
  const [records, keys] = await Promise.all([
    db.queryAll({ ...all, table: 'records' }),
    db.queryAll({ ...all, table: 'registerKeys' }),
  ]);
  const found = new Found();
  for (const record of records) found.add('records', record);
  for (const row of keys) found.add('registerKeys', row);
  return records.flatMap(({ sk }) => openAgreement(found, clientId, sk as string) ?? []);
}
