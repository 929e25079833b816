// How many calls became no message, by day, called number and end.
import { daysIn } from '#calendar/local-time.ts';
import type { callRoutes } from '#desk/calls-routes.ts';
import { MOST_DAYS } from '#desk/calls-schema.ts';
import { countsBetween } from '#desk/calls-store.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs the chain's read (2 units) and a query: 1 unit for some 4 KB, which a line fills in a month. */
export const listCalls: UseCase<(typeof callRoutes)['listCalls']> = {
  async run(app, { params: { clientId }, query: { from, until } }) {
    const days = daysIn(from, until);
    if (days < 1 || days > MOST_DAYS)
      throw new Problem('invalid-request', {
        errors: [{ pointer: 'query/until', detail: `Not before from, and at most ${MOST_DAYS} days` }],
      });
    return { status: 200, body: { days: await countsBetween(app, clientId, from, until) } };
  },
};
