// Sealed records of the register (clients, staff members, users): a record, and the key row at the same address.

import type { Found, Item, ReadRequest } from '#shared/found.ts';
import type { Kind } from '#shared/tables.ts';
import { newKey, open, type SealContext, seal } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';
import { notExists, versionIs } from '#shared/writes.ts';

type Address = { pk: string; sk: string };

/** `key` is renewed at every edit, so that what was taken out is gone from every backup; `stableKey` lives until erasure. */
export interface KeyRow {
  key: Uint8Array;
  /** For what is kept of the owner elsewhere (addresses, names), and the MAC of the request that made the record. */
  stableKey: Uint8Array;
}

export const registerReads = (address: Address): ReadRequest[] => [
  { table: 'records', key: address },
  { table: 'registerKeys', key: address },
];

export const keyRead = (address: Address): ReadRequest => ({ table: 'registerKeys', key: address });

export const keyRowOf = (row: Item | undefined): KeyRow | undefined => row as KeyRow | undefined;

/** @returns undefined where the record, or its key, is gone: it is erased. */
export function openRecord(
  found: Found,
  address: Address,
  context: SealContext,
): { item: Item; keys: KeyRow; sealed: unknown } | undefined {
  const item = found.get({ table: 'records', key: address });
  const keys = keyRowOf(found.get(keyRead(address)));
  return item && keys && { item, keys, sealed: open(keys.key, context, item.sealed as Uint8Array) };
}

interface NewRecord {
  address: Address;
  kind: Kind;
  context: SealContext;
  sealed: unknown;
  /** Attributes that stand open: ids, flags, times. */
  plain: Item;
}

/** The two writes that make a record at version 1, and the keys they were sealed under. */
export function createRecord({ address, kind, context, sealed, plain }: NewRecord): { writes: Write[]; keys: KeyRow } {
  const keys: KeyRow = { key: newKey(), stableKey: newKey() };
  const record = { ...plain, ...address, kind, version: 1, sealed: seal(keys.key, context, sealed) };
  return {
    keys,
    writes: [
      { table: 'records', put: record, condition: notExists('records') },
      // Where the record is not there, a key that stands is one that a restore of Records has left behind.
      { table: 'registerKeys', put: { ...address, ...keys } },
    ],
  };
}

interface RecordEdit extends NewRecord {
  /** The version that was read: the edit is refused if it is another by now. */
  version: number;
  keys: KeyRow;
}

/** The two writes that replace a record and renew its key. The record's condition is the first write's. */
export function replaceRecord({ address, kind, context, sealed, plain, version, keys }: RecordEdit): Write[] {
  const renewed: KeyRow = { ...keys, key: newKey() };
  const record = { ...plain, ...address, kind, version: version + 1, sealed: seal(renewed.key, context, sealed) };
  return [
    { table: 'records', put: record, condition: versionIs(version) },
    { table: 'registerKeys', put: { ...address, ...renewed }, condition: { expression: 'attribute_exists(pk)' } },
  ];
}

/**
 * The write that puts another value into a record as it stands, under the key that it has: nothing was taken out.
 * @param without attributes that told of the value.
 */
export function resealRecord(
  item: Item,
  { key }: KeyRow,
  context: SealContext,
  value: unknown,
  without: readonly string[] = [],
): Write {
  const { expression, names, values } = versionIs(item.version as number);
  const next = (item.version as number) + 1;
  return {
    table: 'records',
    update: { pk: item.pk as string, sk: item.sk as string },
    change: `SET sealed = :sealed, #version = :next${without.length > 0 ? ` REMOVE ${without.join(', ')}` : ''}`,
    condition: {
      expression,
      names: { ...names },
      values: { ...values, ':sealed': seal(key, context, value), ':next': next },
    },
  };
}
