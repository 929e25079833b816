// What the use cases ask of the identity provider, and the bags that it comes in.
import type { App } from '#shared/app.ts';

/** The two doors of the portal: people of the service, people of its clients. Nobody has both. */
export type Door = 'desk' | 'portal';

/** Every call may be repeated after a crash: it leads to the same state. */
export interface IdentityProvider {
  /** Makes the account, and has a mail with a temporary password sent. `taken`: the address has an account. */
  createAccount(userId: string, email: string): Promise<'created' | 'taken'>;
  /** @returns the user id of the address' account. A new account may be unknown for some seconds. */
  findAccount(email: string): Promise<string | undefined>;
  /** Opens this door and shuts the other. */
  openDoor(userId: string, door: Door): Promise<'open' | 'no-account'>;
  /** Ends all sessions and deletes the account. Quiet where there is none. */
  removeAccount(userId: string): Promise<void>;
  /** @returns the only secret that the app client has from now on. */
  renewSecret(oauthClientId: string): Promise<string>;
}

export interface IdentityApp extends App {
  readonly identity: IdentityProvider;
}

export interface AccessApp extends IdentityApp {
  /** App clients that the deployment made for machine clients, by Cognito's ids. */
  readonly machinePlaces: readonly string[];
  /** The longest retention of this stage. */
  readonly retentionMonths: number;
}
