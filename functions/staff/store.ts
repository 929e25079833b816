// Staff members in the tables: one sealed group each, in one partition a client.

import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import { destroyDirectoryKey } from '#shared/directory-key.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { createRecord, type KeyRow, keyRead, openRecord, registerReads, replaceRecord } from '#shared/register.ts';
import { ABSENCE_PARTITION, recordKeys } from '#shared/tables.ts';
import { newTombstone, readErasure } from '#shared/tombstone.ts';
import type { SealContext } from '#shared/vault.ts';
import { notExists, type Write } from '#shared/writes.ts';
import { forgetNextAtMs } from '#staff/absence-list.ts';
import type { StaffDetails } from '#staff/schema.ts';

export interface OpenedStaff {
  id: string;
  clientId: string;
  version: number;
  createdAtMs: number;
  updatedAtMs: number;
  value: StaffDetails;
  /** `stableKey` seals the person's addresses wherever they are kept. */
  keys: KeyRow;
}

export type StaffContent = Omit<OpenedStaff, 'keys'>;

export const staffContext = (clientId: string, staffId: string): SealContext => ({
  clientId,
  recordId: staffId,
  field: 'record',
  schema: 1,
});

/** A staff member's record and keys: 2 units up to 4 KB. */
export const staffReads = (clientId: string, staffId: string): ReadRequest[] =>
  registerReads(recordKeys.staff(clientId, staffId));

/** @returns undefined where the staff member, or the key, is gone. Absences may have ended: `awayAt`. */
export function openStaff(found: Found, clientId: string, staffId: string): OpenedStaff | undefined {
  const opened = openRecord(found, recordKeys.staff(clientId, staffId), staffContext(clientId, staffId));
  if (!opened) return undefined;
  const { item, keys, sealed } = opened;
  return {
    id: staffId,
    clientId,
    version: item.version as number,
    createdAtMs: item.createdAt as number,
    updatedAtMs: item.updatedAt as number,
    value: sealed as StaffDetails,
    keys,
  };
}

const forgetting = (dueAt: number | undefined) => dueAt !== undefined && { duePk: ABSENCE_PARTITION, dueAt };

const recordOf = ({ id, clientId, createdAtMs, updatedAtMs, value }: StaffContent) => ({
  address: recordKeys.staff(clientId, id),
  kind: 'staff' as const,
  context: staffContext(clientId, id),
  sealed: value,
  plain: {
    createdAt: createdAtMs,
    updatedAt: updatedAtMs,
    ...forgetting(forgetNextAtMs(value.absences)),
  },
});

export const newStaff = (staff: StaffContent): { writes: Write[]; keys: KeyRow } => createRecord(recordOf(staff));

/** `staff` as it is to be, at the version that was read. Its first write fails where somebody else was first. */
export const changedStaff = (staff: StaffContent, keys: KeyRow): Write[] =>
  replaceRecord({ ...recordOf(staff), version: staff.version, keys });

/** Whose record stands at an address. */
export const staffAt = ({ pk, sk }: { pk: string; sk: string }): { clientId: string; staffId: string } => ({
  clientId: pk.slice(recordKeys.staffOf('').pk.length),
  staffId: sk,
});

/** What there is of a staff member, whole or half erased. */
export function remainsOf(found: Found, clientId: string, staffId: string): { record: boolean; keys: boolean } {
  const address = recordKeys.staff(clientId, staffId);
  return {
    record: found.get({ table: 'records', key: address }) !== undefined,
    keys: found.get(keyRead(address)) !== undefined,
  };
}

/** From here on everything that is left of the person is noise. */
export const destroyStaffKeys = (clientId: string, staffId: string): Write => ({
  table: 'registerKeys',
  delete: recordKeys.staff(clientId, staffId),
});

/**
 * The first step of an erasure: the person's keys go, and with them the key of the client's directory, which holds the name;
 * the tombstone stands at once, so that what leads to the replacement is never without it. 7 units, 9 with a replacement.
 * @param isToldOf the tombstone stands: keys that came back with a restored table go alone.
 */
export function destroyStaff(erasure: Erasure, isToldOf: boolean): Write[] {
  const { clientId, recordId, replacement } = erasure;
  const keys: Write[] = [
    destroyStaffKeys(clientId, recordId),
    destroyDirectoryKey(clientId, `${recordId} ${erasure.erasedAtMs}`),
  ];
  if (isToldOf) return keys;
  const stays: Write[] = replacement
    ? [
        {
          table: 'registerKeys',
          check: recordKeys.staff(clientId, replacement),
          condition: { expression: 'attribute_exists(pk)' },
        },
      ]
    : [];
  return [...keys, { ...newTombstone(erasure), condition: notExists('records') }, ...stays];
}

/** The second step, with the addresses that were sent nothing more; refused where somebody else has taken it. */
export const buryStaff = (clientId: string, staffId: string): Write[] => [
  {
    table: 'records',
    delete: recordKeys.staff(clientId, staffId),
    condition: { expression: 'attribute_exists(pk)' },
  },
  { table: 'records', delete: recordKeys.suppression(clientId, staffId) },
];

/** When a staff member was erased: 1 unit. @returns undefined for one that never was. */
async function readErasedAt(app: App, clientId: string, staffId: string): Promise<string | undefined> {
  const erasure = await readErasure(app, clientId, staffId);
  return erasure && rfc3339(erasure.erasedAtMs);
}

/** @throws Problem erased or not-found for a staff member that is not there; the tombstone is read only then. */
export async function demandStaff(app: App, found: Found, clientId: string, staffId: string): Promise<OpenedStaff> {
  const staff = openStaff(found, clientId, staffId);
  if (staff) return staff;
  const erasedAt = await readErasedAt(app, clientId, staffId);
  if (erasedAt !== undefined) throw new Problem('erased', { erasedAt });
  throw new Problem(remainsOf(found, clientId, staffId).record ? 'erased' : 'not-found');
}
