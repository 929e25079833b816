// What agreements need beside the common bag.
import type { SigningMethod } from '#agreements/signing-method.ts';
import type { App } from '#shared/app.ts';
import type { Signer } from '#shared/signer.ts';

export interface AgreementsApp extends App {
  /** Puts the service's seal on what is signed. */
  readonly sealer: Signer;
  readonly signing: SigningMethod;
}
