// Calls that became no message: how each ended, and how many there were of each on a day.
import * as z from 'zod/mini';
import { LocalDate } from '#calendar/local-time.ts';
import { LineId } from '#clients/lines.ts';
import { Instant } from '#shared/fields.ts';
import { lazy } from '#shared/route.ts';

/** Put through, for somebody else, somebody who sells, and nobody there any more. */
export const callOutcomes = ['connected', 'wrongNumber', 'salesCall', 'hungUp'] as const;
type CallOutcome = (typeof callOutcomes)[number];

export const EndedCall = lazy(() =>
  z.strictObject({
    outcome: z.enum(callOutcomes),
    /** The number that was called, as the desk answers it. One that is not the client's any more is left out. */
    line: z.optional(LineId()),
    /** When the call was, where it is counted later: as with a message. */
    calledAt: z.optional(Instant()),
  }),
);

export const MOST_DAYS = 92;

export const CallsQuery = lazy(() => z.strictObject({ from: LocalDate(), until: LocalDate() }));

const count = () => z.int();
/** A day of one called number; null: it was not said which. */
export const CallCounts = lazy(() =>
  z.object({
    days: z.array(
      z.object({
        date: z.string(),
        line: z.nullable(z.string()),
        connected: count(),
        wrongNumber: count(),
        salesCall: count(),
        hungUp: count(),
      }),
    ),
  }),
);
export type CallCounts = z.input<ReturnType<typeof CallCounts>>;
export type Counted = { date: string; line: string | null } & Record<CallOutcome, number>;
