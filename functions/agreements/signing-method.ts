// How it is made sure who signs: a port, so that BankID can take the place of the sign-in.
import type { Caller } from '#shared/caller.ts';

/** What the evidence says of it. */
export interface Confirmed {
  /** A code: `portal`. */
  method: string;
  /** What the method itself knows, in its own words: of BankID the order and the signature, for instance. */
  details: Readonly<Record<string, string>>;
}

interface Signing {
  caller: Pick<Caller, 'id' | 'role'>;
  /** SHA-256 of the text that is signed. */
  documentHash: string;
  name: string;
}

export interface SigningMethod {
  /** @throws Problem where it is not sure. */
  confirm(signing: Signing): Promise<Confirmed>;
}

/** Whoever is signed in, at the portal or the API, and has the right to sign, is who they are. */
export const portalSigning: SigningMethod = {
  confirm: async ({ caller }) => ({ method: 'portal', details: { userId: caller.id, role: caller.role } }),
};
