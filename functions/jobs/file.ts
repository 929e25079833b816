// A file that was made for somebody to fetch: its row, which says what it is and when it ends, and its key at the same address.
import * as z from 'zod/mini';
import { rfc3339, toSeconds } from '#shared/clock.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';
import { FILE_PARTITION, recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export type FileFormat = 'json' | 'pdf' | 'zip';

/** Nothing lies in the bucket for longer. */
const FILE_DAYS = 7;
export const FILE_MAX_MS = FILE_DAYS * 24 * 60 * 60_000;

/**
 * Keys of files lie in RegisterKeys, which can be restored to any time of the last day: a message is read by nobody after its
 * own time only where the file that has it ended a day before.
 */
export const FILE_KEY_BACK_MS = 24 * 60 * 60_000;

export interface FilePlan {
  clientId: string;
  what: 'report' | 'export';
  /** The request or the export that it belongs to. */
  refId: string;
  format: FileFormat;
  /** What it is called where it is saved: nothing of a person in it. */
  name: string;
  /** `FILE_KEY_BACK_MS` before the first message in it ends, and at most seven days away. */
  endsAtMs: number;
  /** Only privacy officers may fetch it until `releaseFile`. */
  heldBack?: boolean;
}

export interface StandingFile extends Required<FilePlan> {
  id: string;
  state: 'making' | 'ready';
  /** Of the files key that it was sealed under: with another one it does not open. */
  keyId: string;
  /** Of what was sealed. */
  bytes: number;
  sha256: string;
}

export const fileRead = (clientId: string, fileId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.file(clientId, fileId),
});

export const fileKeyRead = (clientId: string, fileId: string): ReadRequest => ({
  table: 'registerKeys',
  key: recordKeys.file(clientId, fileId),
});

export const toFile = (item: Item): StandingFile => ({
  id: item.sk as string,
  clientId: item.clientId as string,
  what: item.what as StandingFile['what'],
  refId: item.refId as string,
  format: item.format as FileFormat,
  name: item.name as string,
  endsAtMs: item.endsAtMs as number,
  heldBack: item.heldBack === true,
  state: item.state as StandingFile['state'],
  keyId: item.keyId as string,
  bytes: (item.bytes as number | undefined) ?? 0,
  sha256: (item.sha256 as string | undefined) ?? '',
});

/** @returns undefined for one that is being made, has ended, or was never there. */
export function fileIn(found: Found, clientId: string, fileId: string, nowMs: number): StandingFile | undefined {
  const item = found.get(fileRead(clientId, fileId));
  const file = item && toFile(item);
  return file?.state === 'ready' && file.endsAtMs > nowMs ? file : undefined;
}

/** What is never finished is looked after when nobody can be at it any more. */
const MAKING_MS = 60 * 60_000;

/** TTL only comes to what nobody has tended for a day. */
const ttlOf = (endsAtMs: number) => toSeconds(endsAtMs) + 24 * 60 * 60;

export const fileItem = (plan: FilePlan, id: string, keyId: string, nowMs: number): Item => ({
  ...recordKeys.file(plan.clientId, id),
  kind: 'file',
  ...plan,
  state: 'making',
  keyId,
  ttl: ttlOf(plan.endsAtMs),
  duePk: FILE_PARTITION,
  dueAt: Math.min(plan.endsAtMs, nowMs + MAKING_MS),
});

/** Lets the client's admins fetch a file that was held back: 2 units. Refused where it has ended. */
export const releaseFile = (clientId: string, fileId: string): Write => ({
  table: 'records',
  update: recordKeys.file(clientId, fileId),
  change: 'REMOVE heldBack',
  condition: { expression: 'attribute_exists(pk)' },
});

/** A file, as whatever it belongs to shows it. */
export const FileView = lazy(() =>
  z.object({
    id: idSchema('file'),
    format: z.enum(['json', 'pdf', 'zip']),
    name: z.string(),
    bytes: z.int(),
    /** SHA-256 of the file, in hex. */
    sha256: z.string(),
    /** RFC 3339. */
    endsAt: z.string(),
  }),
);
export type FileView = z.output<ReturnType<typeof FileView>>;

export const showFile = ({ id, format, name, bytes, sha256, endsAtMs }: StandingFile): FileView => ({
  id,
  format,
  name,
  bytes,
  sha256,
  endsAt: rfc3339(endsAtMs),
});
