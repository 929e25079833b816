// How a client comes to its end: a paused one on a day that it has named in writing; an ended one is erased after thirty days.
import * as z from 'zod/mini';
import type { ClientStatus } from '#clients/client-status.ts';
import type { Item } from '#shared/found.ts';
import { CLIENT_END_PARTITION } from '#shared/tables.ts';

/** How the client's written instruction was given. */
export const waysOfEnding = ['portal', 'email', 'letter'] as const;
export const WayOfEnding = () => z.enum(waysOfEnding);
export type WayOfEnding = (typeof waysOfEnding)[number];

export interface ClientEnd {
  /** Of a paused client: when it ends, and how it has said so. */
  endsAtMs?: number | undefined;
  endsBy?: WayOfEnding | undefined;
  /** Of an ended one: since when. */
  endedAtMs?: number | undefined;
  /** Its admins have been told that it will be erased. */
  toldAtMs?: number | undefined;
}

const DAY_MS = 24 * 60 * 60_000;
/** To fetch an export, or to think again. */
const ERASED_AFTER_MS = 30 * DAY_MS;
const TOLD_BEFORE_MS = 7 * DAY_MS;

/** When an ended client is erased by itself: a week after it was told so at the earliest. */
export const erasedAfterMs = ({ endedAtMs, toldAtMs }: ClientEnd): number | undefined =>
  endedAtMs === undefined ? undefined : Math.max(endedAtMs + ERASED_AFTER_MS, (toldAtMs ?? 0) + TOLD_BEFORE_MS);

/** When somebody has to look at it next. */
export function endDueMs(status: ClientStatus, end: ClientEnd): number | undefined {
  if (status === 'paused') return end.endsAtMs;
  if (status !== 'ended' || end.endedAtMs === undefined) return undefined;
  return end.toldAtMs === undefined ? end.endedAtMs + ERASED_AFTER_MS - TOLD_BEFORE_MS : erasedAfterMs(end);
}

interface Change {
  status: ClientStatus;
  /** null: none any more. Absent: as it was. */
  endsAtMs?: number | null | undefined;
  endsBy?: WayOfEnding | undefined;
}

/** What stands of an end after a change of status: one that is active again has none. */
export function endAfter(before: ClientEnd, { status, endsAtMs, endsBy }: Change, nowMs: number): ClientEnd {
  if (status === 'ended') return { endedAtMs: before.endedAtMs ?? nowMs, toldAtMs: before.toldAtMs };
  if (status !== 'paused' || endsAtMs === null) return {};
  if (endsAtMs !== undefined) return { endsAtMs, endsBy };
  return { endsAtMs: before.endsAtMs, endsBy: before.endsBy };
}

export const endIn = ({ endsAt, endsBy, endedAt, toldAt }: Item): ClientEnd => ({
  endsAtMs: endsAt as number | undefined,
  endsBy: endsBy as WayOfEnding | undefined,
  endedAtMs: endedAt as number | undefined,
  toldAtMs: toldAt as number | undefined,
});

/** As it stands open in the record, and in the index of what is due. */
export function endFields(status: ClientStatus, end: ClientEnd): Item {
  const { endsAtMs: endsAt, endsBy, endedAtMs: endedAt, toldAtMs: toldAt } = end;
  const dueAt = endDueMs(status, end);
  const fields = {
    endsAt,
    endsBy,
    endedAt,
    toldAt,
    ...(dueAt !== undefined && { duePk: CLIENT_END_PARTITION, dueAt }),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
