// The days of a calendar: of which are asked, and what each is.
import * as z from 'zod/mini';
import { LocalDate } from '#calendar/local-time.ts';
import { OpeningHours } from '#calendar/opening-hours.ts';
import { lazy } from '#shared/route.ts';

export const MOST_DAYS = 62;

export const DaysInput = lazy(() =>
  z.strictObject({
    from: LocalDate(),
    /** That day too. */
    until: LocalDate(),
    /** A draft; null: always open. Absent: as it is. */
    hours: z.optional(z.nullable(OpeningHours())),
  }),
);

const DayOut = () =>
  z.object({
    date: z.string(),
    kind: z.enum(['ordinary', 'holiday', 'eve']),
    /** Of the holiday or eve. */
    name: z.nullable(z.object({ sv: z.string(), en: z.string() })),
    /** None: closed all day. */
    spans: z.array(z.object({ from: z.string(), until: z.string() })),
    why: z.object({
      source: z.enum(['specialDay', 'holiday', 'eve', 'season', 'week', 'noHours']),
      /** Of the special day or season; null in a draft where it is new. */
      id: z.nullable(z.string()),
      /** What people call the special day or season. */
      name: z.nullable(z.string()),
    }),
  });
export type Day = z.input<ReturnType<typeof DayOut>>;

export const AnsweringDays = lazy(() => z.object({ days: z.array(DayOut()) }));
