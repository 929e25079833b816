// The function behind the routes of access: users, people of the service, machine clients.
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve, type UseCases } from '#shared/serve.ts';
import { changeOperator } from '#users/change-operator.ts';
import { changeUser } from '#users/change-user.ts';
import { cognitoIdentityProvider } from '#users/cognito-identity-provider.ts';
import { createMachineClient } from '#users/create-machine-client.ts';
import { deleteMachineClient } from '#users/delete-machine-client.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { inviteOperator } from '#users/invite-operator.ts';
import { inviteUser } from '#users/invite-user.ts';
import { listMachineClients } from '#users/list-machine-clients.ts';
import { listOperators } from '#users/list-operators.ts';
import { listUsers } from '#users/list-users.ts';
import { readMe } from '#users/read-me.ts';
import { userRoutes } from '#users/routes.ts';
import { withdrawOperator } from '#users/withdraw-operator.ts';
import { withdrawUser } from '#users/withdraw-user.ts';

export const accessUseCases: UseCases<typeof userRoutes, AccessApp> = {
  readMe,
  inviteUser,
  listUsers,
  changeUser,
  withdrawUser,
  inviteOperator,
  listOperators,
  changeOperator,
  withdrawOperator,
  createMachineClient,
  listMachineClients,
  deleteMachineClient,
};

function start(): AccessApp {
  const env = readEnv([...tableVariables, 'USER_POOL_ID', 'MACHINE_CLIENT_IDS', 'RETENTION_MONTHS']);
  return {
    ...makeApp(tableNames(env)),
    identity: cognitoIdentityProvider(env.USER_POOL_ID),
    machinePlaces: env.MACHINE_CLIENT_IDS,
    retentionMonths: env.RETENTION_MONTHS,
  };
}

export const handler = serve(userRoutes, accessUseCases, start);
