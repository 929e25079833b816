// The head of a day, in either log: it names the day before, and is what is signed.
import * as z from 'zod/mini';
import { rfc3339 } from '#shared/clock.ts';
import { lazy } from '#shared/route.ts';

/** What was erased; who has done what. */
export type LogName = 'erasures' | 'audit';

export const Day = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Client admins of every client see it: nothing in it tells of all clients together. */
export const Head = lazy(() =>
  z.object({
    version: z.literal(1),
    /** Of a day of the audit: one key signs both logs, and no head may pass for one of the other. */
    log: z.optional(z.literal('audit')),
    day: Day(),
    /** The hash of the head of the day before; null at the beginning of the log. */
    previous: z.nullable(z.string()),
    root: z.string(),
  }),
);
export type Head = z.infer<ReturnType<typeof Head>>;

export const headText = (day: string, previous: string | null, root: string, log: LogName = 'erasures'): string =>
  JSON.stringify({ version: 1, ...(log === 'audit' && { log }), day, previous, root } satisfies Head);

const DAY_MS = 24 * 60 * 60 * 1000;
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const endOf = (day: string): number => startOf(day) + DAY_MS;
export const dayBefore = (day: string): string => rfc3339(startOf(day) - DAY_MS).slice(0, 10);
export const dayAfter = (day: string): string => rfc3339(endOf(day)).slice(0, 10);
