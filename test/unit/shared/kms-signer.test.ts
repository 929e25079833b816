// The signer on KMS: what goes over the wire, and that what comes back is a signature of the text under its key.
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultInDay } from '#privacy/check-day.ts';
import { headText } from '#privacy/day-head.ts';
import { leavesOf } from '#privacy/day-log.ts';
import { rootOf } from '#privacy/merkle.ts';
import { kmsSigner } from '#shared/kms-signer.ts';

const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const asked: [operation: string, input: Record<string, string>][] = [];
let server: Server;
let client: KMSClient;

/** KMS with one key: blobs are base64 in its JSON. */
function answer(operation: string, { Message = '' }: Record<string, string>): object {
  if (operation === 'GetPublicKey')
    return { KeyId: KEY_ID, PublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
  const text = Buffer.from(Message, 'base64');
  return { KeyId: KEY_ID, Signature: sign('sha256', text, { key: privateKey, dsaEncoding: 'der' }).toString('base64') };
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const operation = String(request.headers['x-amz-target']).replace('TrentService.', '');
    const input = JSON.parse(Buffer.concat(chunks).toString());
    asked.push([operation, input]);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify(answer(operation, input)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new KMSClient({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
});

afterAll(() => {
  client.destroy();
  server.close();
});

test('a head that KMS has signed holds under the key that KMS tells', async () => {
  const signer = kmsSigner(KEY_ID, client);
  const leaves = leavesOf([]);
  const head = headText('2027-05-23', null, rootOf(leaves));

  const signed = { signature: await signer.sign(head), publicKey: await signer.publicKey() };

  expect(faultInDay({ day: '2027-05-23', head, ...signed, leaves, own: null })).toBeUndefined();
  expect(asked).toEqual([
    [
      'Sign',
      {
        KeyId: KEY_ID,
        Message: Buffer.from(head).toString('base64'),
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      },
    ],
    ['GetPublicKey', { KeyId: KEY_ID }],
  ]);
});
