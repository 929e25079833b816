// What the jobs of privacy need beside the common bag.
import type { Signer } from '#privacy/signer.ts';
import type { BuryingApp } from '#shared/bury.ts';
import type { EvidenceApp } from '#shared/keep-erasures.ts';
import type { IdentityApp } from '#users/identity-provider.ts';

/** The closing of days. */
export interface ClosingApp extends EvidenceApp {
  readonly signer: Signer;
}

/** The erasure of clients. */
export interface ErasingApp extends BuryingApp, IdentityApp {}
