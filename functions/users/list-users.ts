// List the users of a client.
import { clientRead } from '#clients/store.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';
import { asUser } from '#users/member.ts';
import { membersPage } from '#users/membership-list.ts';
import type { userRoutes } from '#users/routes.ts';

/** Costs, beside the chain's read, 2 queries (the page, and its keys) and 1 read request for each 50 users of the page. */
export const listUsers: UseCase<(typeof userRoutes)['listUsers']> = {
  reads: ({ params }) => [clientRead(params.clientId)],

  async run(app, { params: { clientId }, query, found }) {
    if (!found.get(clientRead(clientId))) throw new Problem('not-found');
    const { members, nextCursor } = await membersPage(app, 'listUsers', clientId, query);
    return { status: 200, body: { items: members.map(asUser), nextCursor } };
  },
};
