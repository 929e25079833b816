// Invite a user of a client.
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { invite } from '#users/invitation.ts';
import { asUser } from '#users/member.ts';
import { attemptOf } from '#users/remembered.ts';
import type { userRoutes } from '#users/routes.ts';
import { demandStaff, staffReads } from '#users/staff-link.ts';

const clientRead = (clientId: string) => ({ table: 'records' as const, key: recordKeys.client(clientId) });

/**
 * Costs, beside the chain's read, 1 write request (6 write units: membership, user, key) and with an Idempotency-Key 1 read
 * request and 2 write units; for an address that has an account 1 read request more and 2 write units less.
 */
export const inviteUser: UseCase<(typeof userRoutes)['inviteUser'], AccessApp> = {
  reads: ({ params: { clientId }, body }) => [clientRead(clientId), ...staffReads(clientId, body.staffId)],

  async run(app, request) {
    const { params, body, found } = request;
    if (!found.get(clientRead(params.clientId))) throw new Problem('not-found');
    demandStaff(found, params.clientId, body.staffId);
    const attempt = attemptOf('inviteUser', request, params.clientId);
    const member = await invite(app, { home: params.clientId, ...body }, attempt);
    return { status: 201, body: asUser(member), version: member.membership.version };
  },
};
