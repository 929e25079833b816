// Invite a person of the service.
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { invite, invitedBefore } from '#users/invitation.ts';
import { keyedRequest } from '#users/keyed-request.ts';
import { asOperator } from '#users/member.ts';
import type { userRoutes } from '#users/routes.ts';

/** Costs what `inviteUser` costs. */
export const inviteOperator: UseCase<(typeof userRoutes)['inviteOperator'], AccessApp> = {
  async run(app, request) {
    const keyed = keyedRequest('inviteOperator', request);
    const earlier = await invitedBefore(app, SERVICE, keyed);
    const member = earlier ?? (await invite(app, { home: SERVICE, ...request.body }, keyed));
    return { status: 201, body: asOperator(member), version: member.membership.version };
  },
};
