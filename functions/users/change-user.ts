// Change the role of a client's user.
import { Problem } from '#shared/problems.ts';
import { registerReads } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { asUser } from '#users/member.ts';
import { changeRole } from '#users/role-change.ts';
import type { userRoutes } from '#users/routes.ts';
import { demandSigningRight } from '#users/signing-right.ts';
import { demandLinkedStaff, linkedStaffReads } from '#users/staff-link.ts';
import { membershipIn, membershipReads } from '#users/store.ts';

/** Costs, beside the chain's read, 1 write request (7 write units: the membership, a new key, the witness). */
export const changeUser: UseCase<(typeof userRoutes)['changeUser']> = {
  reads: ({ params: { clientId, userId }, body }) => [
    ...membershipReads(clientId, userId),
    ...registerReads(recordKeys.user(userId)),
    ...linkedStaffReads(clientId, body.staffId),
  ],

  async run(app, { params: { clientId, userId }, body, ifMatch, caller, found }) {
    const before = membershipIn(found, clientId, userId);
    if (!before) throw new Problem('not-found');
    if (body.role === 'clientAdmin') demandSigningRight(caller, body, before.maySign);
    demandLinkedStaff(found, clientId, body.staffId);
    const member = await changeRole(app, found, { home: clientId, userId, ...body, ifMatch });
    return { status: 200, body: asUser(member), version: member.membership.version };
  },
};
