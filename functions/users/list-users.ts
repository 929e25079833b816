// List the users of a client.
import type { UseCase } from '#shared/use-case.ts';
import { asUser } from '#users/member.ts';
import { membersPage } from '#users/membership-list.ts';
import type { userRoutes } from '#users/routes.ts';

/** Costs, beside the chain's read, 2 queries (the page, and its keys) and 1 read request for each 50 users of the page. */
export const listUsers: UseCase<(typeof userRoutes)['listUsers']> = {
  async run(app, { params: { clientId }, query }) {
    const { members, nextCursor } = await membersPage(app, 'listUsers', clientId, query);
    return { status: 200, body: { items: members.map(asUser), nextCursor } };
  },
};
