// Sub-processors in the tables: what holds of each, and what is announced. Those that come with the code need no record.

import { DEFAULT_SUB_PROCESSORS } from '#agreements/default-sub-processors.ts';
import type { SubProcessor, SubProcessorDetails } from '#agreements/service-schema.ts';
import { instantOf } from '#calendar/local-time.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, openRecord, registerReads, replaceRecord } from '#shared/register.ts';
import { readRegister } from '#shared/register-page.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

interface Announcement {
  /** null: it is to end. */
  details: SubProcessorDetails | null;
  /** From the beginning of this day in Stockholm. */
  holdsFrom: string;
  announcedAtMs: number;
}

export interface Announced {
  atMs: number;
  holdsFrom: string;
}

export interface SubProcessorValue {
  current: SubProcessorDetails | null;
  next: Announcement | null;
  /** Nobody knows what it was, after a restore: until somebody says it, nothing is signed. */
  lost?: true;
}

export interface StoredSubProcessor extends SubProcessorValue {
  id: string;
  /** 0 of one that comes with the code and was never changed. */
  version: number;
  keys: KeyRow | undefined;
}

export const subProcessorContext = (recordId: string) => ({ clientId: SERVICE, recordId, field: 'record', schema: 1 });

/** 2 units. */
export const subProcessorReads = (id: string): ReadRequest[] => registerReads(recordKeys.subProcessor(id));

/** As it stands at this moment: what was announced and holds by now is what holds. */
function asOf(value: SubProcessorValue, nowMs: number): SubProcessorValue {
  const { next } = value;
  return next && instantOf(next.holdsFrom, 0) <= nowMs ? { current: next.details, next: null } : value;
}

export function openSubProcessor(found: Found, id: string, nowMs: number): StoredSubProcessor | undefined {
  const opened = openRecord(found, recordKeys.subProcessor(id), subProcessorContext(id));
  if (opened) {
    const { item, keys, sealed } = opened;
    return { id, version: item.version as number, keys, ...asOf(sealed as SubProcessorValue, nowMs) };
  }
  const current = DEFAULT_SUB_PROCESSORS[id];
  return current && { id, version: 0, keys: undefined, current, next: null };
}

const stands = ({ current, next }: SubProcessorValue) => current !== null || next !== null;

/** All that work for the service or are announced: two queries of a few records. Those that have ended are left out. */
export async function readSubProcessors({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<StoredSubProcessor[]> {
  const { found, sortKeys } = await readRegister(db, recordKeys.subProcessors().pk);
  const ids = [...new Set([...Object.keys(DEFAULT_SUB_PROCESSORS), ...sortKeys.sort()])];
  return ids.flatMap((id) => {
    const one = openSubProcessor(found, id, clock.nowMs());
    return one && stands(one) ? [one] : [];
  });
}

/** When something was announced that does not hold yet, and from which day it will: one query of a few records. */
export async function readAnnounced({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<Announced[]> {
  const partition = { name: 'pk', value: recordKeys.subProcessors().pk };
  const rows = await db.queryAll({ table: 'records', partition, consistent: true });
  return rows
    .filter(({ holdsFrom }) => holdsFrom !== undefined && instantOf(holdsFrom as string, 0) > clock.nowMs())
    .map(({ announcedAt, holdsFrom }) => ({ atMs: announcedAt as number, holdsFrom: holdsFrom as string }));
}

/** The two writes that make one, or put it in place of what was read. Their first fails where somebody else was first. */
export function putSubProcessor({ id, version, keys, current, next }: StoredSubProcessor): {
  writes: Write[];
  stableKey: Uint8Array;
} {
  const record = {
    address: recordKeys.subProcessor(id),
    kind: 'subProcessor' as const,
    context: subProcessorContext(id),
    sealed: { current, next } satisfies SubProcessorValue,
    // In the open, for whoever tells of it and opens nothing.
    plain: next ? { announcedAt: next.announcedAtMs, holdsFrom: next.holdsFrom } : {},
  };
  if (keys) return { writes: replaceRecord({ ...record, version, keys }), stableKey: keys.stableKey };
  const made = createRecord(record);
  return { writes: made.writes, stableKey: made.keys.stableKey };
}

export const showSubProcessor = ({ id, version, current, next }: StoredSubProcessor): SubProcessor => ({
  id,
  version,
  current,
  next: next && { details: next.details, holdsFrom: next.holdsFrom, announcedAt: rfc3339(next.announcedAtMs) },
});
