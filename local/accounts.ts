// The account store behind the OpenID provider and the Cognito stand-in: people, their groups, secrets of machine clients.
import { randomBytes, randomUUID } from 'node:crypto';
import { keptJson } from '#local/data-dir.ts';

/** Everybody's, on this machine. */
export const LOCAL_PASSWORD = 'local';

export interface Account {
  readonly username: string;
  readonly sub: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly createdAt: number;
}

interface Secret {
  readonly id: string;
  readonly value: string;
  readonly createdAt: number;
}

/** Stands for one secret of an app client: when that is withdrawn, so is the name. */
interface Alias {
  readonly clientId: string;
  readonly secretId: string;
}

interface Stored {
  accounts: Account[];
  /** By app client id. */
  secrets: Record<string, Secret[]>;
  /** Names that people use for an app client on this machine, with the password as secret: local-switchboard. */
  aliases: Record<string, Alias>;
}

export interface Accounts {
  byUsername(username: string): Account | undefined;
  byEmail(email: string): Account | undefined;
  bySub(sub: string): Account | undefined;
  list(): readonly Account[];
  save(account: Account): void;
  remove(username: string): void;
  secretsOf(clientId: string): readonly Secret[];
  addSecret(clientId: string): Secret;
  removeSecret(clientId: string, secretId: string): void;
  saveAlias(name: string, alias: Alias): void;
  /** undefined for a name that was never given, or withdrawn since. */
  alias(name: string): Alias | undefined;
}

export function newAccount(username: string, attributes: Record<string, string>): Account {
  return { username, sub: randomUUID(), attributes, groups: [], createdAt: Date.now() };
}

export function openAccounts(path: string): Accounts {
  const kept = keptJson<Stored>(path, { accounts: [], secrets: {}, aliases: {} });
  const change = (changes: Partial<Stored>) => kept.save({ ...kept.value, ...changes });
  const others = (username: string) => kept.value.accounts.filter((account) => account.username !== username);
  const secretsOf = (clientId: string) => kept.value.secrets[clientId] ?? [];
  const saveSecrets = (clientId: string, secrets: Secret[]) =>
    change({ secrets: { ...kept.value.secrets, [clientId]: secrets } });

  return {
    byUsername: (username) => kept.value.accounts.find((account) => account.username === username),
    byEmail: (email) =>
      kept.value.accounts.find((account) => account.attributes.email?.toLowerCase() === email.toLowerCase()),
    bySub: (sub) => kept.value.accounts.find((account) => account.sub === sub),
    list: () => kept.value.accounts,
    save: (account) => change({ accounts: [...others(account.username), account] }),
    remove: (username) => change({ accounts: others(username) }),
    secretsOf,
    addSecret(clientId) {
      const createdAt = Date.now();
      const id = `${clientId}--${createdAt}-${randomBytes(3).toString('hex')}`;
      const secret = { id, value: randomBytes(38).toString('base64url'), createdAt };
      saveSecrets(clientId, [...secretsOf(clientId), secret]);
      return secret;
    },
    removeSecret(clientId, secretId) {
      saveSecrets(
        clientId,
        secretsOf(clientId).filter(({ id }) => id !== secretId),
      );
    },
    saveAlias: (name, alias) => change({ aliases: { ...kept.value.aliases, [name]: alias } }),
    alias(name) {
      const alias = kept.value.aliases[name];
      return alias && secretsOf(alias.clientId).some(({ id }) => id === alias.secretId) ? alias : undefined;
    },
  };
}
