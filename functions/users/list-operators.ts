// List the people of the service.
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { asOperator } from '#users/member.ts';
import { membersPage } from '#users/membership-list.ts';
import type { userRoutes } from '#users/routes.ts';

/** Costs, beside the chain's read, 2 queries (the page, and its keys) and 1 read request for each 50 people of the page. */
export const listOperators: UseCase<(typeof userRoutes)['listOperators']> = {
  async run(app, { query }) {
    const { members, nextCursor } = await membersPage(app, 'listOperators', SERVICE, query);
    return { status: 200, body: { items: members.map(asOperator), nextCursor } };
  },
};
