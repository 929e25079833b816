// Reads what somebody has downloaded of the logs: saved answers of the API, or a copy of the bucket.
import * as z from 'zod/mini';
import { AuditDayView, AuditPage } from '#privacy/audit-schema.ts';
import { type LoggedDay, logOf } from '#privacy/check-day.ts';
import { parseClosedDay } from '#privacy/closed-day.ts';
import { Day, type LogName } from '#privacy/day-head.ts';
import type { KeptObject } from '#privacy/day-log.ts';
import { ClosedDayView } from '#privacy/schema.ts';
import { lazy } from '#shared/route.ts';
import { evidencePrefixes } from '#shared/tables.ts';

/** What the files of a copy of the bucket say. */
export interface CopiedBucket {
  days: LoggedDay[];
  /** Days with objects that no closed day of the erasure log stands for, oldest first. */
  notClosed: string[];
}

/** A saved answer: days of one of the logs, or rows of the audit. */
export interface SavedAnswer {
  days: LoggedDay[];
  pages: AuditPage[];
}

/** A day that is there, and cannot be read: a link like any other, which is broken. */
const unreadable = (day: string, log: LogName): LoggedDay => ({
  ...(log === 'audit' && { log }),
  day,
  head: '',
  signature: '',
  publicKey: '',
  leaves: null,
  own: null,
});

const Days = lazy(() =>
  z.object({ items: z.array(z.looseObject({ day: Day(), log: z.optional(z.literal('audit')) })) }),
);

/** @throws Error that names the file, where it is no answer of a log or of the audit. */
export function readAnswer({ name, text }: KeptObject): SavedAnswer {
  try {
    const answer = JSON.parse(text);
    if (typeof answer?.clientId === 'string') return { days: [], pages: [AuditPage().parse(answer)] };
    return { days: Days().parse(answer).items.map(dayOf), pages: [] };
  } catch (cause) {
    throw new Error(`${name} is no answer of GET /v1/erasure-log, of GET /v1/audit-log or of a client's audit`, {
      cause,
    });
  }
}

function dayOf(item: { day: string; log?: 'audit' | undefined }): LoggedDay {
  const log = item.log ?? 'erasures';
  const parsed = (log === 'audit' ? AuditDayView() : ClosedDayView()).safeParse(item);
  return parsed.success ? (parsed.data as LoggedDay) : unreadable(item.day, log);
}

const closedName = new RegExp(`^(${evidencePrefixes.closed}|${evidencePrefixes.audit})(\\d{4}-\\d{2}-\\d{2})\\.json$`);
const objectName = new RegExp(`^${evidencePrefixes.days}(\\d{4}-\\d{2}-\\d{2})/`);

/**
 * @param files by their names in the bucket; what is none of the log is passed over.
 */
export function daysOfBucket(files: readonly KeptObject[]): CopiedBucket {
  const objects = Map.groupBy(files, ({ name }) => objectName.exec(name)?.[1]);
  const days = files.flatMap(({ name, text }): LoggedDay[] => {
    const [, prefix, day] = closedName.exec(name) ?? [];
    if (day === undefined) return [];
    const isAudit = prefix === evidencePrefixes.audit;
    try {
      const closed = { day, ...parseClosedDay(name, text), own: null };
      return [isAudit ? { ...closed, log: 'audit' } : { ...closed, objects: objects.get(day) ?? [] }];
    } catch {
      return [unreadable(day, isAudit ? 'audit' : 'erasures')];
    }
  });
  const closed = new Set(days.filter((one) => logOf(one) === 'erasures').map(({ day }) => day));
  const kept = [...objects.keys()].filter((day) => day !== undefined);
  return { days, notClosed: kept.filter((day) => !closed.has(day)).toSorted() };
}
