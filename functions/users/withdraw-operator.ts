// Withdraw a person of the service.
import { registerReads } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import type { userRoutes } from '#users/routes.ts';
import { membershipRead } from '#users/store.ts';
import { withdraw } from '#users/withdrawal.ts';

/** Costs, beside the chain's read, 2 write requests, and 1 query for a supervisor. */
export const withdrawOperator: UseCase<(typeof userRoutes)['withdrawOperator'], AccessApp> = {
  reads: ({ params: { userId } }) => [membershipRead(SERVICE, userId), ...registerReads(recordKeys.user(userId))],

  async run(app, { params: { userId }, found }) {
    await withdraw(app, SERVICE, userId, found);
    return { status: 204, body: undefined };
  },
};
