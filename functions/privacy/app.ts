// What the closing of days needs beside the common bag.
import type { Signer } from '#privacy/signer.ts';
import type { App } from '#shared/app.ts';
import type { Evidence } from '#shared/evidence.ts';

export interface ClosingApp extends App {
  readonly evidence: Evidence;
  readonly signer: Signer;
}
