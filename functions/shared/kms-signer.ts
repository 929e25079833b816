// Signatures by an asymmetric KMS key: nobody, not even its administrators, can take the private half out.
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '#shared/signer.ts';

export const kmsSigner = (KeyId: string, client = new KMSClient({})): Signer => ({
  async sign(text) {
    const Message = Buffer.from(text);
    const command = new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' });
    return base64((await client.send(command)).Signature);
  },

  async publicKey() {
    return base64((await client.send(new GetPublicKeyCommand({ KeyId }))).PublicKey);
  },
});

function base64(bytes: Uint8Array | undefined): string {
  if (!bytes) throw new Error('KMS has answered without bytes');
  return Buffer.from(bytes).toString('base64');
}
