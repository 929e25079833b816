// The index of a client's people in the tables: a head that says which version there is, its parts, and its key.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { DirectoryContent } from '#desk/directory-index.ts';
import type { BulkWrite } from '#shared/bulk-writes.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { keyRead } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import { openBytes, type SealContext, sealBytes } from '#shared/vault.ts';
import { type Condition, notExists, type Write } from '#shared/writes.ts';

/** A version that can be read. */
export interface DirectoryHead {
  version: string;
  parts: number;
  people: number;
  /** All changes until then are in it. */
  builtAtMs: number;
}

/** An item takes 400 KB, with its names. */
const PART_BYTES = 350 * 1024;

const headRead = (clientId: string): ReadRequest => ({ table: 'records', key: recordKeys.directory(clientId) });

/** Head and key: 2 units. */
export const directoryReads = (clientId: string): ReadRequest[] => [
  headRead(clientId),
  keyRead(recordKeys.directory(clientId)),
];

/** What stands at the two addresses, if only as something that another takes the place of. */
export interface Standing {
  head: DirectoryHead | undefined;
  /** Of the key, or of the mark that took its place. */
  keyVersion: string | undefined;
  living: { head: DirectoryHead; key: Uint8Array } | undefined;
}

/** A head whose key is gone, or another's, is none: somebody was erased, or one of the tables was restored. */
export function standingDirectory(found: Found, clientId: string): Standing {
  const head = found.get(headRead(clientId));
  const row = found.get(keyRead(recordKeys.directory(clientId)));
  const isLiving = head !== undefined && row?.key !== undefined && row.version === head.version;
  return {
    head: head && toHead(head),
    keyVersion: row?.version as string | undefined,
    living: isLiving ? { head: toHead(head), key: row.key as Uint8Array } : undefined,
  };
}

const toHead = ({ version, parts, people, builtAtMs }: Item): DirectoryHead => ({
  version: version as string,
  parts: parts as number,
  people: people as number,
  builtAtMs: builtAtMs as number,
});

const partContext = (clientId: string, version: string, part: number): SealContext => ({
  clientId,
  recordId: version,
  field: `part ${part}`,
  schema: 1,
});

export const addressesOf = (clientId: string, { version, parts }: Pick<DirectoryHead, 'version' | 'parts'>) =>
  Array.from({ length: parts }, (_, part) => recordKeys.directoryPart(clientId, version, part));

/** One write for each 350 KB: 1 unit for each KB. */
export function sealParts(clientId: string, version: string, key: Uint8Array, content: DirectoryContent): BulkWrite[] {
  const bytes = gzipSync(JSON.stringify(content));
  const parts = Math.ceil(bytes.length / PART_BYTES);
  return addressesOf(clientId, { version, parts }).map((address, part) => {
    const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    const sealed = sealBytes(key, partContext(clientId, version, part), piece);
    return { table: 'records', put: { ...address, kind: 'directoryPart', sealed } };
  });
}

/** 1 unit for each 4 KB. */
export const partReads = (clientId: string, head: DirectoryHead): ReadRequest[] =>
  addressesOf(clientId, head).map((key) => ({ table: 'records', key }));

/** @returns undefined where a part is gone: another version has taken the place of this one. */
export function openParts(
  found: Found,
  clientId: string,
  { head, key }: { head: DirectoryHead; key: Uint8Array },
): DirectoryContent | undefined {
  const items = partReads(clientId, head).map((read) => found.get(read));
  const pieces = items.flatMap((item, part) =>
    item ? [openBytes(key, partContext(clientId, head.version, part), item.sealed as Uint8Array)] : [],
  );
  if (pieces.length < head.parts) return undefined;
  return JSON.parse(gunzipSync(Buffer.concat(pieces)).toString('utf8')) as DirectoryContent;
}

const stillIs = (table: 'records' | 'registerKeys', version: string | undefined): Condition =>
  version === undefined
    ? notExists(table)
    : { expression: '#version = :version', names: { '#version': 'version' }, values: { ':version': version } };

/**
 * One transaction, 6 units: head and key at once, in the place of what was read before the register was; and the client is
 * still there. Nobody's erasure is overtaken: it would have changed the key's version.
 */
export const putVersion = (clientId: string, standing: Standing, head: DirectoryHead, key: Uint8Array): Write[] => [
  {
    table: 'records',
    put: { ...recordKeys.directory(clientId), kind: 'directory', ...head },
    condition: stillIs('records', standing.head?.version),
  },
  {
    table: 'registerKeys',
    put: { ...recordKeys.directory(clientId), key, version: head.version },
    condition: stillIs('registerKeys', standing.keyVersion),
  },
  { table: 'records', check: recordKeys.client(clientId), condition: { expression: 'attribute_exists(pk)' } },
];
