// The identity provider on Cognito: what it sends, and what it makes of Cognito's answers.
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { cognitoIdentityProvider } from '#users/cognito-identity-provider.ts';

type Input = Record<string, unknown>;
type Operations = Record<string, (input: Input) => object>;

const failure = (name: string) => Object.assign(new Error('Said by Cognito'), { name });
const fails = (name: string) => () => {
  throw failure(name);
};

/** A client whose calls end in `operations`, and what was called. */
function cognitoWith(operations: Operations) {
  const calls: [operation: string, input: Input][] = [];
  const client = new CognitoIdentityProviderClient({ region: 'eu-north-1' });
  client.middlewareStack.add(
    (_, context) => async (args) => {
      const operation = String(context.commandName).replace(/Command$/, '');
      const { UserPoolId, ...input } = args.input as Input;
      expect(UserPoolId).toBe('pool');
      calls.push([operation, input]);
      return { output: { $metadata: {}, ...operations[operation]?.(input) }, response: undefined };
    },
    { step: 'initialize' },
  );
  return { identity: cognitoIdentityProvider('pool', client), calls };
}

it('makes an account with a verified address, so that a second one is refused, and has it mailed', async () => {
  const { identity, calls } = cognitoWith({});

  expect(await identity.createAccount('usr_1', 'karin@nordvik.example')).toBe('created');

  expect(calls).toEqual([
    [
      'AdminCreateUser',
      {
        Username: 'usr_1',
        UserAttributes: [
          { Name: 'email', Value: 'karin@nordvik.example' },
          { Name: 'email_verified', Value: 'true' },
        ],
        ForceAliasCreation: false,
        DesiredDeliveryMediums: ['EMAIL'],
      },
    ],
  ]);
});

it.each(['AliasExistsException', 'UsernameExistsException'])('takes %s for a taken address', async (name) => {
  const { identity } = cognitoWith({ AdminCreateUser: fails(name) });

  expect(await identity.createAccount('usr_1', 'karin@nordvik.example')).toBe('taken');
});

it('passes on what it does not expect', async () => {
  const { identity } = cognitoWith({ AdminCreateUser: fails('TooManyRequestsException') });

  await expect(identity.createAccount('usr_1', 'karin@nordvik.example')).rejects.toThrow('Said by Cognito');
});

it('searches for an address whose quotes do not end the filter, and gives our spelling of the id', async () => {
  const { identity, calls } = cognitoWith({
    ListUsers: () => ({ Users: [{ Username: 'usr_01arz3ndektsv4rrffq69g5fav' }] }),
  });

  expect(await identity.findAccount('"o\\"@nordvik.example')).toBe('usr_01ARZ3NDEKTSV4RRFFQ69G5FAV');
  expect(calls).toEqual([['ListUsers', { Filter: 'email = "\\"o\\\\\\"@nordvik.example"', Limit: 1 }]]);
});

it('finds nobody where there is nobody', async () => {
  const { identity } = cognitoWith({ ListUsers: () => ({ Users: [] }) });

  expect(await identity.findAccount('karin@nordvik.example')).toBeUndefined();
});

it('opens one door and shuts the other', async () => {
  const { identity, calls } = cognitoWith({});

  expect(await identity.openDoor('usr_1', 'desk')).toBe('open');
  expect(calls).toEqual([
    ['AdminRemoveUserFromGroup', { Username: 'usr_1', GroupName: 'portal' }],
    ['AdminAddUserToGroup', { Username: 'usr_1', GroupName: 'desk' }],
  ]);
});

it('says when there is no account to open a door for', async () => {
  const { identity } = cognitoWith({ AdminRemoveUserFromGroup: fails('UserNotFoundException') });

  expect(await identity.openDoor('usr_1', 'desk')).toBe('no-account');
});

it('ends all sessions before it deletes an account', async () => {
  const { identity, calls } = cognitoWith({});

  await identity.removeAccount('usr_1');

  expect(calls.map(([operation]) => operation)).toEqual(['AdminUserGlobalSignOut', 'AdminDeleteUser']);
});

it.each(['AdminUserGlobalSignOut', 'AdminDeleteUser'])('is quiet where %s finds no account', async (operation) => {
  const { identity } = cognitoWith({ [operation]: fails('UserNotFoundException') });

  await expect(identity.removeAccount('usr_1')).resolves.toBeUndefined();
});

/** Cognito's rules: two secrets at most, and never none. */
function secretsOf(initial: readonly string[], dieAt = Number.POSITIVE_INFINITY) {
  const secrets = [...initial];
  let changes = 0;
  const change = () => {
    changes += 1;
    if (changes === dieAt) throw failure('Died');
  };
  const { identity } = cognitoWith({
    // Not in the order of their making.
    ListUserPoolClientSecrets: () => ({
      ClientSecrets: secrets
        .map((id, n) => ({ ClientSecretId: id, ClientSecretCreateDate: new Date(n * 1_000) }))
        .reverse(),
    }),
    AddUserPoolClientSecret: () => {
      change();
      if (secrets.length >= 2) throw failure('LimitExceededException');
      secrets.push(`new-${changes}`);
      return { ClientSecretDescriptor: { ClientSecretId: `new-${changes}`, ClientSecretValue: `value-${changes}` } };
    },
    DeleteUserPoolClientSecret: ({ ClientSecretId }) => {
      change();
      if (secrets.length === 1) throw failure('InvalidParameterException');
      secrets.splice(secrets.indexOf(String(ClientSecretId)), 1);
      return {};
    },
  });
  return { identity, secrets };
}

it.each([[['initial']], [['initial', 'left-over']], [[]]])('leaves only the new secret of %j', async (initial) => {
  const { identity, secrets } = secretsOf(initial);

  const value = await identity.renewSecret('place');

  expect(secrets).toEqual([value.replace('value', 'new')]);
});

it.each([1, 2, 3])('renews a secret where it died at change %i', async (dieAt) => {
  const { identity, secrets } = secretsOf(['initial', 'left-over'], dieAt);
  await expect(identity.renewSecret('place')).rejects.toThrow('Said by Cognito');

  const value = await identity.renewSecret('place');

  expect(secrets).toEqual([value.replace('value', 'new')]);
});
