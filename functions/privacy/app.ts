// What the closing of days needs beside the common bag.
import type { Signer } from '#privacy/signer.ts';
import type { EvidenceApp } from '#shared/keep-erasures.ts';

export interface ClosingApp extends EvidenceApp {
  readonly signer: Signer;
}
