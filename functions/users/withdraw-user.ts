// Withdraw a user from a client.
import { registerReads } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import type { userRoutes } from '#users/routes.ts';
import { membershipRead } from '#users/store.ts';
import { withdraw } from '#users/withdrawal.ts';

/** Costs, beside the chain's read, 1 write request; 2 with the user's last membership. */
export const withdrawUser: UseCase<(typeof userRoutes)['withdrawUser'], AccessApp> = {
  reads: ({ params: { clientId, userId } }) => [
    membershipRead(clientId, userId),
    ...registerReads(recordKeys.user(userId)),
  ],

  async run(app, { params: { clientId, userId }, found }) {
    await withdraw(app, clientId, userId, found);
    return { status: 204, body: undefined };
  },
};
