// Who the service is, in the tables: one sealed record with a key of its own.
import type { ServiceDetails } from '#agreements/service-schema.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, openRecord, registerReads, replaceRecord } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export interface StoredDetails {
  value: ServiceDetails;
  changedAtMs: number;
  version: number;
  keys: KeyRow;
}

export const detailsContext = { clientId: SERVICE, recordId: 'serviceDetails', field: 'record', schema: 1 };

/** 2 units. */
export const detailsReads = (): ReadRequest[] => registerReads(recordKeys.serviceDetails());

/** @returns undefined until somebody has filled them in. */
export function openDetails(found: Found): StoredDetails | undefined {
  const opened = openRecord(found, recordKeys.serviceDetails(), detailsContext);
  if (!opened) return undefined;
  const { item, keys, sealed } = opened;
  return {
    value: sealed as ServiceDetails,
    changedAtMs: item.updatedAt as number,
    version: item.version as number,
    keys,
  };
}

/** The two writes that put them in place of those that were read. Their first fails where somebody else was first. */
export function putDetails(value: ServiceDetails, changedAtMs: number, before: StoredDetails | undefined): Write[] {
  const record = {
    address: recordKeys.serviceDetails(),
    kind: 'serviceDetails' as const,
    context: detailsContext,
    sealed: value,
    plain: { updatedAt: changedAtMs },
  };
  return before
    ? replaceRecord({ ...record, version: before.version, keys: before.keys })
    : createRecord(record).writes;
}
