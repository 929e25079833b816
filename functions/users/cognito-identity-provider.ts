// The identity provider on a Cognito user pool. The user name is our user id, the e-mail address a verified alias.
import {
  AddUserPoolClientSecretCommand,
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { userIdOf } from '#shared/ids.ts';
import type { Door, IdentityProvider } from '#users/identity-provider.ts';

const otherDoor: Record<Door, Door> = { desk: 'portal', portal: 'desk' };

/** A quoted value in a filter: its quotes and backslashes are escaped, or it would end early. */
const quoted = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`;

/** What Cognito answers is an outcome here if it has one of these names. */
async function outcome<T, O>(call: Promise<T>, names: readonly string[], instead: O): Promise<T | O> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return instead;
    throw error;
  }
}

export function cognitoIdentityProvider(
  UserPoolId: string,
  cognito = new CognitoIdentityProviderClient({}),
): IdentityProvider {
  const secretIds = async (ClientId: string): Promise<string[]> => {
    const { ClientSecrets = [] } = await cognito.send(new ListUserPoolClientSecretsCommand({ UserPoolId, ClientId }));
    return ClientSecrets.toSorted(
      (a, b) => Number(a.ClientSecretCreateDate ?? 0) - Number(b.ClientSecretCreateDate ?? 0),
    ).flatMap(({ ClientSecretId }) => ClientSecretId ?? []);
  };
  const deleteSecret = (ClientId: string, ClientSecretId: string) =>
    cognito.send(new DeleteUserPoolClientSecretCommand({ UserPoolId, ClientId, ClientSecretId }));

  return {
    async createAccount(userId, email) {
      const create = new AdminCreateUserCommand({
        UserPoolId,
        Username: userId,
        UserAttributes: [
          { Name: 'email', Value: email },
          // Only a verified address is an alias, and only an alias is refused a second time.
          { Name: 'email_verified', Value: 'true' },
        ],
        ForceAliasCreation: false,
        DesiredDeliveryMediums: ['EMAIL'],
      });
      // The user name itself is taken where the SDK's first attempt went through and its answer was lost.
      const taken = ['AliasExistsException', 'UsernameExistsException'];
      return (await outcome(cognito.send(create), taken, 'taken')) === 'taken' ? 'taken' : 'created';
    },

    async findAccount(email) {
      const { Users = [] } = await cognito.send(
        new ListUsersCommand({ UserPoolId, Filter: `email = ${quoted(email)}`, Limit: 1 }),
      );
      const username = Users[0]?.Username;
      return username === undefined ? undefined : userIdOf(username);
    },

    async openDoor(userId, door) {
      const of = { UserPoolId, Username: userId };
      const moved = (async () => {
        await cognito.send(new AdminRemoveUserFromGroupCommand({ ...of, GroupName: otherDoor[door] }));
        await cognito.send(new AdminAddUserToGroupCommand({ ...of, GroupName: door }));
        return 'open' as const;
      })();
      return outcome(moved, ['UserNotFoundException'], 'no-account' as const);
    },

    async removeAccount(userId) {
      const of = { UserPoolId, Username: userId };
      const removed = (async () => {
        await cognito.send(new AdminUserGlobalSignOutCommand(of));
        await cognito.send(new AdminDeleteUserCommand(of));
      })();
      await outcome(removed, ['UserNotFoundException'], undefined);
    },

    /**
     * An app client has one secret or two, never none: the last one cannot be deleted. The one that is there (at first
     * Cognito's own, of the deployment) goes once the new one has come.
     */
    async renewSecret(oauthClientId) {
      const earlier = await secretIds(oauthClientId);
      for (const id of earlier.slice(0, -1)) await deleteSecret(oauthClientId, id);
      const { ClientSecretDescriptor } = await cognito.send(
        new AddUserPoolClientSecretCommand({ UserPoolId, ClientId: oauthClientId }),
      );
      const { ClientSecretId, ClientSecretValue } = ClientSecretDescriptor ?? {};
      if (!ClientSecretId || !ClientSecretValue) throw new Error('Cognito made a secret and does not tell it');
      for (const id of earlier.slice(-1)) await deleteSecret(oauthClientId, id);
      return ClientSecretValue;
    },
  };
}
