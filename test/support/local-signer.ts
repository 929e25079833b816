// Signs the erasure log with a key of its own, as KMS would: for tests.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '#shared/signer.ts';

export function localSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    sign: async (text) => sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'der' }).toString('base64'),
    publicKey: async () => publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
