// What the jobs of privacy need beside the common bag.

import type { BuryingApp } from '#shared/bury.ts';
import type { EvidenceApp } from '#shared/keep-erasures.ts';
import type { Signer } from '#shared/signer.ts';
import type { IdentityApp } from '#users/identity-provider.ts';

/** The closing of days. */
export interface ClosingApp extends EvidenceApp {
  readonly signer: Signer;
}

/** The erasure of clients. */
export interface ErasingApp extends BuryingApp, IdentityApp {}
