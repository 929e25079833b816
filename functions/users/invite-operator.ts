// Invite a person of the service.
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { invite } from '#users/invitation.ts';
import { asOperator } from '#users/member.ts';
import { attemptOf } from '#users/remembered.ts';
import type { userRoutes } from '#users/routes.ts';

/** Costs what `inviteUser` costs. */
export const inviteOperator: UseCase<(typeof userRoutes)['inviteOperator'], AccessApp> = {
  async run(app, request) {
    const member = await invite(app, { home: SERVICE, ...request.body }, attemptOf('inviteOperator', request));
    return { status: 201, body: asOperator(member), version: member.membership.version };
  },
};
