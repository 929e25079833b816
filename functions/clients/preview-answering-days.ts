// When a client is open, day by day: as it is, or by hours that are only being thought of.
import { type Hours, planOf } from '#calendar/day-plan.ts';
import { dayKind, dayName } from '#calendar/holidays.ts';
import { addDaysTo, daysIn } from '#calendar/local-time.ts';
import { answeringOrNone, answeringReads } from '#clients/answering.ts';
import { type Day, MOST_DAYS } from '#clients/answering-days.ts';
import type { answeringRoutes } from '#clients/answering-routes.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

const allDay = {
  spans: [{ from: '00:00', until: '24:00' }],
  why: { source: 'noHours', id: null, name: null },
} as const;

/** Costs one batch read of 4 units: membership, client, record and key, and 1 for each 4 KB more; of a draft 2. */
export const previewAnsweringDays: UseCase<(typeof answeringRoutes)['previewAnsweringDays']> = {
  reads: ({ params, body }) => (body.hours === undefined ? answeringReads(params.clientId) : []),

  async run(_, { params, body: { from, until, hours: draft }, found }) {
    const count = daysIn(from, until);
    if (count < 1 || count > MOST_DAYS)
      throw new Problem('invalid-request', {
        errors: [{ pointer: '/until', detail: `Not before from, and at most ${MOST_DAYS} days` }],
      });
    const hours = draft === undefined ? answeringOrNone(found, params.clientId).value.hours : draft;
    const days = Array.from({ length: count }, (_, n) => dayOf(hours, addDaysTo(from, n)));
    return { status: 200, body: { days } };
  },
};

function dayOf(hours: Hours | null, date: string): Day {
  const { spans, why } = hours ? planOf(hours, date, 'sv') : allDay;
  const [sv, en] = [dayName(date, 'sv'), dayName(date, 'en')];
  const isOfCalendar = why.source === 'holiday' || why.source === 'eve';
  return {
    date,
    kind: dayKind(date) ?? 'ordinary',
    name: sv !== undefined && en !== undefined ? { sv, en } : null,
    spans: [...spans],
    // The calendar's own name stands in both languages above.
    why: isOfCalendar ? { ...why, name: null } : why,
  };
}
