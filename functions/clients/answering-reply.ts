// How a client's calls are answered, as the API gives it back.
import * as z from 'zod/mini';
import { When } from '#calendar/when.ts';
import { LineId } from '#clients/lines.ts';
import { InstantOut } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

const LanguagesOut = () => z.object({ sv: z.nullable(z.string()), en: z.nullable(z.string()) });

const SpanOut = () => z.object({ from: z.string(), until: z.string() });
const WeekOut = () => {
  const spans = z.readonly(z.array(SpanOut()));
  return z.object({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans });
};
const DayRuleOut = () => z.union([z.enum(['closed', 'asWeek']), z.readonly(z.array(SpanOut()))]);
const HoursOut = () =>
  z.object({
    week: WeekOut(),
    holidays: DayRuleOut(),
    eves: DayRuleOut(),
    seasons: z.readonly(
      z.array(
        z.object({ id: idSchema('rule'), name: z.string(), from: z.string(), until: z.string(), week: WeekOut() }),
      ),
    ),
    specialDays: z.readonly(
      z.array(
        z.object({
          id: idSchema('rule'),
          date: z.string(),
          name: z.string(),
          spans: z.readonly(z.array(SpanOut())),
        }),
      ),
    ),
  });

export const NoticeOut = lazy(() =>
  z.object({
    id: idSchema('notice'),
    text: z.string(),
    by: z.string(),
    createdAt: InstantOut(),
    until: InstantOut(),
  }),
);
export type NoticeShown = z.input<ReturnType<typeof NoticeOut>>;

export const Answering = lazy(() =>
  z.object({
    clientId: idSchema('client'),
    instructions: z.nullable(z.string()),
    askFor: z.array(z.string()),
    hours: z.nullable(HoursOut()),
    rules: z.array(
      z.object({
        id: idSchema('rule'),
        kind: z.enum(['greeting', 'instruction', 'note']),
        name: z.string(),
        when: When(),
        line: z.optional(LineId()),
        text: LanguagesOut(),
      }),
    ),
    notices: z.array(NoticeOut()),
    callerNotice: z.nullable(
      z.object({
        text: LanguagesOut(),
        purpose: LanguagesOut(),
        contact: z.object({
          email: z.nullable(z.string()),
          phone: z.nullable(z.string()),
          address: z.nullable(z.string()),
          web: z.nullable(z.string()),
        }),
      }),
    ),
    alternatives: z.readonly(z.array(idSchema('staff'))),
    /** null: nothing has been said yet. */
    updatedAt: z.nullable(InstantOut()),
  }),
);
export type Answering = z.input<ReturnType<typeof Answering>>;
