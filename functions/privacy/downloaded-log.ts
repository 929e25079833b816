// Reads what somebody has downloaded of the log: saved answers of the API, or a copy of the bucket.
import * as z from 'zod/mini';
import type { LoggedDay } from '#privacy/check-day.ts';
import { parseClosedDay } from '#privacy/closed-day.ts';
import { Day, type KeptObject } from '#privacy/day-log.ts';
import { ClosedDayView } from '#privacy/schema.ts';
import { lazy } from '#shared/route.ts';
import { evidencePrefixes } from '#shared/tables.ts';

/** What the files of a copy of the bucket say. */
export interface CopiedBucket {
  days: LoggedDay[];
  /** Days with objects that no closed day stands for, oldest first. */
  notClosed: string[];
}

/** A day that is there, and cannot be read: a link like any other, which is broken. */
const unreadable = (day: string): LoggedDay => ({
  day,
  head: '',
  signature: '',
  publicKey: '',
  leaves: null,
  own: null,
});

const Answer = lazy(() => z.object({ items: z.array(z.looseObject({ day: Day() })) }));

/** @throws Error that names the file, where it is no answer of `GET /v1/erasure-log`. */
export function daysOfAnswer({ name, text }: KeptObject): LoggedDay[] {
  try {
    return Answer()
      .parse(JSON.parse(text))
      .items.map((item) => {
        const parsed = ClosedDayView().safeParse(item);
        return parsed.success ? parsed.data : unreadable(item.day);
      });
  } catch (cause) {
    throw new Error(`${name} is no answer of GET /v1/erasure-log`, { cause });
  }
}

const closedName = new RegExp(`^${evidencePrefixes.closed}(\\d{4}-\\d{2}-\\d{2})\\.json$`);
const objectName = new RegExp(`^${evidencePrefixes.days}(\\d{4}-\\d{2}-\\d{2})/`);

/**
 * @param files by their names in the bucket; what is none of the log is passed over.
 */
export function daysOfBucket(files: readonly KeptObject[]): CopiedBucket {
  const objects = Map.groupBy(files, ({ name }) => objectName.exec(name)?.[1]);
  const days = files.flatMap(({ name, text }): LoggedDay[] => {
    const day = closedName.exec(name)?.[1];
    if (day === undefined) return [];
    try {
      return [{ day, ...parseClosedDay(name, text), own: null, objects: objects.get(day) ?? [] }];
    } catch {
      return [unreadable(day)];
    }
  });
  const closed = new Set(days.map(({ day }) => day));
  const kept = [...objects.keys()].filter((day) => day !== undefined);
  return { days, notClosed: kept.filter((day) => !closed.has(day)).toSorted() };
}
