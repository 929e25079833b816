// Change the role of a person of the service.
import { registerReads } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { asOperator } from '#users/member.ts';
import { changeRole } from '#users/role-change.ts';
import type { userRoutes } from '#users/routes.ts';
import { membershipReads } from '#users/store.ts';

/** Costs, beside the chain's read, 1 write request; for a supervisor 1 query and a checked row more. */
export const changeOperator: UseCase<(typeof userRoutes)['changeOperator']> = {
  reads: ({ params: { userId } }) => [...membershipReads(SERVICE, userId), ...registerReads(recordKeys.user(userId))],

  async run(app, { params: { userId }, body: { role }, ifMatch, found }) {
    const member = await changeRole(app, found, { home: SERVICE, userId, role, ifMatch });
    return { status: 200, body: asOperator(member), version: member.membership.version };
  },
};
