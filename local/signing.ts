// A stand-in for KMS: signs with keys of this machine, one for each asymmetric key of the templates, kept in DATA_DIR.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Kept } from '#local/data-dir.ts';
import type { QueueReply } from '#local/queues.ts';
import type { Resources } from '#local/resources.ts';

const ALGORITHM = 'ECDSA_SHA_256';

interface Input {
  readonly KeyId?: string;
  readonly Message?: string;
  readonly MessageType?: string;
  readonly SigningAlgorithm?: string;
}

/** An operation by name, with its input as JSON. */
export type Signing = (operation: string, input: string) => QueueReply;

/** @param kept private keys as PEM, by the key's id. */
export function openSigning(resources: Resources, kept: Kept<Readonly<Record<string, string>>>): Signing {
  const keys = new Map<string, { arn: string; key: KeyObject }>();
  for (const { logicalId, physical, properties } of resources.of('AWS::KMS::Key')) {
    if (properties.KeyUsage !== 'SIGN_VERIFY') continue;
    if (properties.KeySpec !== 'ECC_NIST_P256')
      throw new Error(`${logicalId}: the runner signs with ECC_NIST_P256 only`);
    const arn = physical.attributes.Arn ?? '';
    const key = keyOf(physical.ref, kept);
    for (const name of [physical.ref, arn]) keys.set(name, { arn, key });
  }

  const operations: Readonly<Record<string, (input: Input, found: { arn: string; key: KeyObject }) => object>> = {
    Sign({ Message = '', MessageType = 'RAW', SigningAlgorithm }, { arn, key }) {
      if (MessageType !== 'RAW' || SigningAlgorithm !== ALGORITHM)
        throw new Error(`the runner signs whole messages by ${ALGORITHM} only; see local/signing.ts`);
      const signature = sign('sha256', Buffer.from(Message, 'base64'), key);
      return { KeyId: arn, Signature: signature.toString('base64'), SigningAlgorithm };
    },
    GetPublicKey: (_, { arn, key }) => ({
      KeyId: arn,
      PublicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
      SigningAlgorithms: [ALGORITHM],
    }),
  };

  return (operation, json) => {
    const run = operations[operation];
    if (!run) {
      const message = `the runner has no stand-in for KMS ${operation}; see local/signing.ts`;
      return answer(501, { __type: 'NotImplemented', message }, { 'x-local-unsupported': message });
    }
    const input = JSON.parse(json) as Input;
    const found = keys.get(input.KeyId ?? '');
    if (!found) return answer(400, { __type: 'NotFoundException', message: `Key '${input.KeyId}' does not exist` });
    return answer(200, run(input, found));
  };
}

function keyOf(id: string, kept: Kept<Readonly<Record<string, string>>>): KeyObject {
  const pem = kept.value[id];
  if (pem) return createPrivateKey(pem);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  kept.save({ ...kept.value, [id]: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
  return privateKey;
}

const answer = (status: number, body: object, headers: Record<string, string> = {}): QueueReply => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
  body: JSON.stringify(body),
});
