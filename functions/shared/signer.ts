// Who signs logs, agreements and certificates: a port, so that the key never leaves where it is.

export interface Signer {
  /** ECDSA on P-256 with SHA-256 over the text; DER, base64. */
  sign(text: string): Promise<string>;
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey(): Promise<string>;
}
