// Clients in the tables: one sealed group each, all in one partition, so that lists and searches are queries.
import { type ClientEnd, endFields, endIn } from '#clients/client-end.ts';
import type { ClientStatus } from '#clients/client-status.ts';
import type { ClientDetails } from '#clients/schema.ts';
import type { ContentMode } from '#shared/fields.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, openRecord, registerReads, replaceRecord } from '#shared/register.ts';
import { parseRetentionCode, type Retention, retentionCode } from '#shared/retention.ts';
import { recordKeys } from '#shared/tables.ts';
import type { SealContext } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';

/** Stands open in the record: neither names the client nor is personal. */
interface ClientSettings {
  status: ClientStatus;
  retention: Retention;
  contentMode: ContentMode;
  /** The agreement in force, and when the client signed its first one; undefined before. */
  agreement: { id: string; firstSignedAtMs: number } | undefined;
  /** Of one that is paused until a day, or has ended. */
  end?: ClientEnd;
}

export interface OpenedClient extends ClientSettings {
  id: string;
  version: number;
  createdAtMs: number;
  updatedAtMs: number;
  value: ClientDetails;
  /** `stableKey` seals the addresses of the general inbox wherever they are kept. */
  keys: KeyRow;
}

export const clientContext = (clientId: string): SealContext => ({
  clientId,
  recordId: clientId,
  field: 'record',
  schema: 1,
});

/** A client's record and keys: 2 units up to 4 KB. */
export const clientReads = (clientId: string): ReadRequest[] => registerReads(recordKeys.client(clientId));

const agreementOf = ({ agreementId, agreedAt }: Item) =>
  agreedAt === undefined ? undefined : { id: agreementId as string, firstSignedAtMs: agreedAt as number };

/** @returns undefined where the client, or its key, is gone. */
export function openClient(found: Found, clientId: string): OpenedClient | undefined {
  const opened = openRecord(found, recordKeys.client(clientId), clientContext(clientId));
  if (!opened) return undefined;
  const { item, keys, sealed } = opened;
  return {
    id: clientId,
    version: item.version as number,
    status: item.status as ClientStatus,
    retention: parseRetentionCode(item.retention as string),
    contentMode: item.contentMode as ContentMode,
    agreement: agreementOf(item),
    end: endIn(item),
    createdAtMs: item.createdAt as number,
    updatedAtMs: item.updatedAt as number,
    value: sealed as ClientDetails,
    keys,
  };
}

export type ClientContent = Omit<OpenedClient, 'keys'>;

const plainOf = ({
  status,
  retention,
  contentMode,
  agreement,
  end = {},
  createdAtMs,
  updatedAtMs,
}: ClientContent): Item => ({
  status,
  retention: retentionCode(retention),
  contentMode,
  ...(agreement && { agreementId: agreement.id, agreedAt: agreement.firstSignedAtMs }),
  ...endFields(status, end),
  createdAt: createdAtMs,
  updatedAt: updatedAtMs,
});

const recordOf = (client: ClientContent) => ({
  address: recordKeys.client(client.id),
  kind: 'client' as const,
  context: clientContext(client.id),
  sealed: client.value,
  plain: plainOf(client),
});

export const newClient = (client: ClientContent): { writes: Write[]; keys: KeyRow } => createRecord(recordOf(client));

/** `client` as it is to be, at the version that was read. Its first write fails where somebody else was first. */
export const changedClient = (client: ClientContent, keys: KeyRow): Write[] =>
  replaceRecord({ ...recordOf(client), version: client.version, keys });
