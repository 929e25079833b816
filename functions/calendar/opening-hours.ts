// When a client is open: a week, what holds on holidays and their eves, seasons with weeks of their own, and special days.
import * as z from 'zod/mini';
import { LocalDate, minuteOf, TimeOfDay, type Weekday } from '#calendar/local-time.ts';
import { Line, listOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

const SPANS_A_DAY = 4;
const SEASONS = 12;
const SPECIAL_DAYS = 100;

export interface Span {
  from: string;
  until: string;
}

export type Week = Readonly<Record<Weekday, readonly Span[]>>;

/** On holidays, and on eves. */
type DayRule = 'closed' | 'asWeek' | readonly Span[];

export interface Season {
  id: string;
  name: string;
  /** `MM-DD`, both included; over New Year where `until` comes first. */
  from: string;
  until: string;
  week: Week;
}

interface SpecialDay {
  id: string;
  date: string;
  name: string;
  spans: readonly Span[];
}

export interface OpeningHours {
  week: Week;
  holidays: DayRule;
  eves: DayRule;
  seasons: readonly Season[];
  specialDays: readonly SpecialDay[];
}

const Span = () =>
  z.strictObject({ from: TimeOfDay('start'), until: TimeOfDay('end') }).check(
    z.refine(({ from, until }) => minuteOf(until) > minuteOf(from), {
      error: 'After `from`; a night is two spans, the first until 24:00',
      path: ['until'],
    }),
  );

const inOrder = (spans: readonly Span[]) => spans.toSorted((a, b) => minuteOf(a.from) - minuteOf(b.from));

const Spans = () =>
  listOf(Span(), SPANS_A_DAY).check(
    z.overwrite(inOrder),
    z.refine(
      (spans) => spans.every(({ from }, n) => n === 0 || minuteOf(spans[n - 1]?.until ?? '') <= minuteOf(from)),
      {
        error: 'Spans of one day may not overlap',
      },
    ),
  );

const Week = () =>
  z.strictObject({
    mon: Spans(),
    tue: Spans(),
    wed: Spans(),
    thu: Spans(),
    fri: Spans(),
    sat: Spans(),
    sun: Spans(),
  });

const DayRule = () => z.union([z.enum(['closed', 'asWeek']), Spans()]);

/** 29 February is a day of the year too. */
const DayOfYear = () =>
  z.string().check(
    z.regex(/^\d\d-\d\d$/, { abort: true }),
    z.refine((day) => LocalDate().safeParse(`2000-${day}`).success, { error: 'There is no such day' }),
  );

/** An id that is given back keeps what it names; without one the service makes it. */
const Season = () =>
  z.strictObject({
    id: z.optional(idSchema('rule')),
    name: Line(),
    from: DayOfYear(),
    until: DayOfYear(),
    week: Week(),
  });

const SpecialDay = () =>
  z.strictObject({ id: z.optional(idSchema('rule')), date: LocalDate(), name: Line(), spans: Spans() });

export const isInSeason = ({ from, until }: Pick<Season, 'from' | 'until'>, date: string): boolean => {
  const day = date.slice(5);
  return from <= until ? from <= day && day <= until : from <= day || day <= until;
};

const overlap = (a: Pick<Season, 'from' | 'until'>, b: Pick<Season, 'from' | 'until'>) =>
  isInSeason(a, `2000-${b.from}`) || isInSeason(b, `2000-${a.from}`);

/** Two special days of one date, or two seasons of one day: nobody could say which of them holds. */
function hoursTies({ seasons, specialDays }: HoursInput): (string | number)[][] {
  const days = specialDays.flatMap((day, n) =>
    specialDays.some((other, m) => m !== n && other.date === day.date) ? [['specialDays', n, 'date']] : [],
  );
  const times = seasons.flatMap((season, n) =>
    seasons.some((other, m) => m !== n && overlap(season, other)) ? [['seasons', n, 'from']] : [],
  );
  return [...days, ...times];
}

const HoursFields = () =>
  z.strictObject({
    week: Week(),
    holidays: z._default(DayRule(), 'closed'),
    eves: z._default(DayRule(), 'asWeek'),
    seasons: z._default(listOf(Season(), SEASONS), []),
    specialDays: z._default(listOf(SpecialDay(), SPECIAL_DAYS), []),
  });
type HoursInput = z.output<ReturnType<typeof HoursFields>>;

/** As it comes in: ids may be absent. */
export const OpeningHours = lazy(() =>
  HoursFields().check(
    z.superRefine((hours, context) => {
      for (const path of hoursTies(hours))
        context.addIssue({
          code: 'custom',
          path,
          message: path[0] === 'seasons' ? 'Overlaps another season' : 'Two special days of one date',
          input: undefined,
        });
    }),
  ),
);
