// An identity provider that keeps its state in memory and behaves as Cognito does where it matters.

import type { CrashPoints } from '#test/support/crash-points.ts';
import type { Door, IdentityProvider } from '#users/identity-provider.ts';

interface FakeAccount {
  email: string;
  door: Door | undefined;
}

export interface FakeIdentity extends IdentityProvider {
  readonly accounts: ReadonlyMap<string, FakeAccount>;
  /** Addresses that an invitation was mailed to. */
  readonly mails: readonly string[];
  /** The secrets that open an app client's door. */
  secretOf(oauthClientId: string): string;
  /** New accounts are not found for a while, as in Cognito's search. */
  searchLags: boolean;
}

export function fakeIdentity(crashes: CrashPoints): FakeIdentity {
  const accounts = new Map<string, FakeAccount>();
  const mails: string[] = [];
  const secrets = new Map<string, string>();
  let secretsMade = 0;

  return {
    accounts,
    mails,
    searchLags: false,
    secretOf: (oauthClientId) => secrets.get(oauthClientId) ?? 'made-with-the-app-client',

    createAccount: (userId, email) =>
      crashes.around(async () => {
        if (accounts.has(userId) || [...accounts.values()].some((account) => account.email === email)) return 'taken';
        accounts.set(userId, { email, door: undefined });
        mails.push(email);
        return 'created';
      }),

    async findAccount(email) {
      if (this.searchLags) return undefined;
      return [...accounts].find(([, account]) => account.email === email)?.[0];
    },

    openDoor: (userId, door) =>
      crashes.around(async () => {
        const account = accounts.get(userId);
        if (account) account.door = door;
        return account ? 'open' : 'no-account';
      }),

    removeAccount: (userId) => crashes.around(async () => void accounts.delete(userId)),

    renewSecret: (oauthClientId) =>
      crashes.around(async () => {
        secretsMade += 1;
        secrets.set(oauthClientId, `secret-${secretsMade}`);
        return `secret-${secretsMade}`;
      }),
  };
}
