// The evidence: what is kept where nobody can change it, not even a restore of the tables. Ids, times, counts and hashes only.
import * as z from 'zod/mini';
import { lazy } from '#shared/route.ts';
import { evidencePrefixes } from '#shared/tables.ts';

export interface Evidence {
  /** @returns false where something stands under this name already: it is left as it is. */
  put(name: string, text: string): Promise<boolean>;
  /** undefined where nothing stands under this name. */
  get(name: string): Promise<string | undefined>;
  /** Names that begin with `prefix`, in their order. */
  list(prefix: string): Promise<string[]>;
}

const { days, closed, certificates } = evidencePrefixes;
/** What was kept on a day lies together; a day that is closed has one object that stands for all of it. */
export const evidenceNames = {
  ofDay: (day: string) => `${days}${day}/`,
  erased: (day: string, id: string) => `${days}${day}/erased-${id}.json`,
  sweep: (day: string, id: string) => `${days}${day}/sweep-${id}.json`,
  closed: (day: string) => `${closed}${day}.json`,
  certificate: (certificateId: string) => `${certificates}${certificateId}.json`,
} as const;

/** A record that is no more. */
export interface Erasure {
  clientId: string;
  recordId: string;
  /** Epoch milliseconds. */
  erasedAtMs: number;
  /** Its time was over; absent: somebody asked for it. */
  because?: 'time' | undefined;
  /** Ids of the staff members who alone hear of it, beside those who read everything of the client. */
  readers?: readonly string[] | undefined;
  /** Of a staff member: who stands in for them. */
  replacement?: string | undefined;
}

/** An object of tombstones, as it is kept. */
export const erasedObject = lazy(() =>
  z.object({
    kind: z.literal('erased'),
    erasures: z.array(
      z.object({
        /** `service` for a user's account. */
        clientId: z.string(),
        recordId: z.string(),
        erasedAtMs: z.int(),
        because: z.optional(z.literal('time')),
        readers: z.optional(z.array(z.string())),
        replacement: z.optional(z.string()),
      }),
    ),
  }),
);

/** The report of one sweep, as it is kept. Times are RFC 3339. */
export const sweepObject = lazy(() =>
  z.object({
    kind: z.literal('sweep'),
    startedAt: z.string(),
    endedAt: z.string(),
    /** False where the time was up: the next one went on. */
    finished: z.boolean(),
    erased: z.int(),
    /** Left, because their expiry is not what their own time and retention make. */
    disagreeing: z.int(),
    /** What went wrong; it is found again by the next sweep. */
    failures: z.int(),
    /** Keys that were still there after it although their time was over when it began, counted up to a thousand. To be 0. */
    expiredButLive: z.int(),
    /** Of the keys that are there, the one whose time is over next: the oldest of those with its retention. Or null. */
    oldestLiveKey: z.nullable(z.object({ takenAt: z.string(), expiresAt: z.string() })),
  }),
);
export type SweepObject = z.infer<ReturnType<typeof sweepObject>>;
