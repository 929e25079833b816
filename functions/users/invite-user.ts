// Invite a user of a client.
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { invite, invitedBefore } from '#users/invitation.ts';
import { keyedRequest } from '#users/keyed-request.ts';
import { asUser } from '#users/member.ts';
import type { userRoutes } from '#users/routes.ts';
import { demandSigningRight } from '#users/signing-right.ts';
import { demandLinkedStaff, linkedStaffReads } from '#users/staff-link.ts';

/**
 * Costs, beside the chain's read, 1 write request (11 write units: membership and user, each with its key, and the witness) and with an Idempotency-Key 1 read
 * request and 2 write units; for an address that has an account 1 read request more and 2 write units less.
 */
export const inviteUser: UseCase<(typeof userRoutes)['inviteUser'], AccessApp> = {
  reads: ({ params: { clientId }, body }) => linkedStaffReads(clientId, body.staffId),

  async run(app, request) {
    const { clientId } = request.params;
    const { body, found } = request;
    const keyed = keyedRequest('inviteUser', request, clientId);
    const earlier = await invitedBefore(app, clientId, keyed);
    if (!earlier && body.role === 'clientAdmin') demandSigningRight(request.caller, body);
    if (!earlier) demandLinkedStaff(found, clientId, body.staffId);
    const member = earlier ?? (await invite(app, { home: clientId, ...body }, keyed));
    return { status: 201, body: asUser(member), version: member.membership.version };
  },
};
