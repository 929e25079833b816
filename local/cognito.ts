// A stand-in for the Cognito admin calls that the functions make, on the runner's account store.
import { type Account, type Accounts, newAccount } from '#local/accounts.ts';
import type { UserPool } from '#local/identity.ts';
import type { QueueReply } from '#local/queues.ts';

type Input = Readonly<Record<string, unknown>>;

class CognitoError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Cognito holds two secrets a client at most. */
const MOST_SECRETS = 2;

export function openCognito(pool: UserPool, accounts: Accounts, signOut: (account: Account) => void) {
  const folded = (name: unknown) => (pool.caseSensitive ? String(name) : String(name).toLowerCase());
  const account = ({ Username }: Input): Account => {
    const found = accounts.byUsername(folded(Username)) ?? accounts.byEmail(String(Username));
    if (!found) throw new CognitoError('UserNotFoundException', 'User does not exist.');
    return found;
  };
  // Cognito makes the first secret of a machine client with the client; nobody reads it, and the last can't be deleted.
  for (const { id } of pool.machineClients) if (accounts.secretsOf(id).length === 0) accounts.addSecret(id);

  const group = ({ GroupName }: Input): string => {
    const name = String(GroupName);
    if (!pool.groups.includes(name)) throw new CognitoError('ResourceNotFoundException', 'Group not found.');
    return name;
  };
  const client = ({ ClientId }: Input): string => {
    const id = String(ClientId);
    if (!pool.machineClients.some((candidate) => candidate.id === id))
      throw new CognitoError('ResourceNotFoundException', `User pool client ${id} does not exist.`);
    return id;
  };

  const operations: Readonly<Record<string, (input: Input) => object>> = {
    AdminCreateUser(input) {
      const username = folded(input.Username);
      const attributes = attributesOf(input.UserAttributes);
      if (accounts.byUsername(username))
        throw new CognitoError('UsernameExistsException', 'User account already exists');
      if (attributes.email && accounts.byEmail(attributes.email)) {
        throw new CognitoError('UsernameExistsException', 'An account with the email already exists.');
      }
      const created = newAccount(username, attributes);
      accounts.save(created);
      return { User: { ...described(created), Attributes: attributeList(created) } };
    },
    AdminDeleteUser(input) {
      const found = account(input);
      signOut(found);
      accounts.remove(found.username);
      return {};
    },
    AdminUserGlobalSignOut(input) {
      signOut(account(input));
      return {};
    },
    AdminAddUserToGroup(input) {
      const found = account(input);
      accounts.save({ ...found, groups: [...new Set([...found.groups, group(input)])] });
      return {};
    },
    AdminRemoveUserFromGroup(input) {
      const found = account(input);
      const left = group(input);
      accounts.save({ ...found, groups: found.groups.filter((name) => name !== left) });
      return {};
    },
    ListUsers({ Filter, Limit }) {
      const email = emailOf(String(Filter));
      const users = accounts.list().filter(({ attributes }) => attributes.email === email);
      const shown = users.map((found) => ({ ...described(found), Attributes: attributeList(found) }));
      return { Users: shown.slice(0, Number(Limit ?? 60)) };
    },
    AddUserPoolClientSecret(input) {
      const id = client(input);
      if (accounts.secretsOf(id).length >= MOST_SECRETS) {
        throw new CognitoError('LimitExceededException', 'A client has two secrets at most.');
      }
      const secret = accounts.addSecret(id);
      return {
        ClientSecretDescriptor: {
          ClientSecretId: secret.id,
          ClientSecretCreateDate: secret.createdAt / 1000,
          ClientSecretValue: secret.value,
        },
      };
    },
    DeleteUserPoolClientSecret(input) {
      const id = client(input);
      const secretId = String(input.ClientSecretId);
      if (!accounts.secretsOf(id).some((secret) => secret.id === secretId)) {
        throw new CognitoError('ResourceNotFoundException', 'Client secret not found.');
      }
      if (accounts.secretsOf(id).length === 1) {
        throw new CognitoError('InvalidParameterException', 'The last secret of a client cannot be deleted.');
      }
      accounts.removeSecret(id, secretId);
      return {};
    },
    ListUserPoolClientSecrets(input) {
      const secrets = accounts.secretsOf(client(input));
      return {
        ClientSecrets: secrets.map(({ id, createdAt }) => ({
          ClientSecretId: id,
          ClientSecretCreateDate: createdAt / 1000,
        })),
      };
    },
  };

  return (operation: string, input: string): QueueReply => {
    const run = operations[operation];
    if (!run) {
      const message = `the runner has no stand-in for Cognito's ${operation}; see local/cognito.ts`;
      return { ...reply(501, { __type: 'NotImplemented', message }), headers: { 'x-local-unsupported': message } };
    }
    try {
      const parsed = JSON.parse(input) as Input;
      if (parsed.UserPoolId !== pool.id)
        throw new CognitoError('ResourceNotFoundException', `User pool ${parsed.UserPoolId} does not exist.`);
      return reply(200, run(parsed));
    } catch (error) {
      if (error instanceof CognitoError) return reply(400, { __type: error.type, message: error.message });
      throw error;
    }
  };
}

function reply(status: number, body: object): QueueReply {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}

function described(account: Account): object {
  const at = account.createdAt / 1000;
  return {
    Username: account.username,
    Enabled: true,
    UserStatus: 'CONFIRMED',
    UserCreateDate: at,
    UserLastModifiedDate: at,
  };
}

const attributeList = (account: Account) =>
  Object.entries({ sub: account.sub, ...account.attributes }).map(([Name, Value]) => ({ Name, Value }));

const attributesOf = (list: unknown): Record<string, string> =>
  Object.fromEntries(((list ?? []) as { Name: string; Value?: string }[]).map(({ Name, Value = '' }) => [Name, Value]));

/** Of the filter `email = "anna@nordvik.example"`. */
function emailOf(filter: string): string {
  const quoted = /^email\s*=\s*"((?:[^"\\]|\\.)*)"$/.exec(filter)?.[1];
  if (quoted === undefined) {
    const message = `the runner knows filters by e-mail only, not ${filter}; see local/cognito.ts`;
    throw new CognitoError('InvalidParameterException', message);
  }
  return quoted.replace(/\\(.)/g, '$1');
}
