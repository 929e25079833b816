// The evidence bucket and the signing key of the runner, asked by AWS's own clients: what is kept there stays as it is.
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentAssembly, readAssembly } from '#local/assembly.ts';
import { s3Evidence } from '#shared/s3-evidence.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'answeronline-evidence-'));
let runner: TestRunner;
let s3: S3Client;
let kms: KMSClient;
let bucket: string;
let signingKey: string;

async function start(): Promise<void> {
  runner = await startRunner({ dataDir });
  const config = {
    endpoint: await runner.addressOf('SQS, SNS, SES, S3, KMS, Cognito'),
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  };
  s3 = new S3Client(config);
  kms = new KMSClient(config);
}

async function stop(): Promise<void> {
  s3.destroy();
  kms.destroy();
  await runner.stop();
}

beforeAll(async () => {
  await start();
  const ids = readAssembly(currentAssembly(join(dataDir, 'assembly'))).flatMap(({ resources }) =>
    Object.keys(resources),
  );
  bucket = ids.find((id) => /^EvidenceBucket\w{8}$/.test(id))?.toLowerCase() ?? '';
  signingKey = ids.find((id) => id.startsWith('EvidenceSigningKey')) ?? '';
});
afterAll(async () => {
  await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('what is put is found and listed in order; a second put of the same name changes nothing', async () => {
  const evidence = s3Evidence(bucket, s3);
  const names = ['days/1999-01-02/b é.json', 'days/1999-01-01/a.json'];
  for (const name of names) expect(await evidence.put(name, `{"å":"${name}"}`)).toBe(true);

  expect(await evidence.put(names[0] ?? '', 'other')).toBe(false);
  expect(await evidence.get(names[0] ?? '')).toBe(`{"å":"${names[0]}"}`);
  expect(await evidence.list('days/1999-')).toEqual(names.toSorted());
  expect(await evidence.get('days/1999-01-03/none.json')).toBeUndefined();
});

test('of twenty puts of one name at once, one is kept', async () => {
  const evidence = s3Evidence(bucket, s3);

  const kept = await Promise.all(Array.from({ length: 20 }, (_, n) => evidence.put('closed/1999-01-01.json', `${n}`)));

  expect(kept.filter(Boolean)).toHaveLength(1);
  expect(await evidence.get('closed/1999-01-01.json')).toBe(String(kept.indexOf(true)));
});

test('nothing is deleted or overwritten, and no bucket is made', async () => {
  const Key = 'days/1999-02-01/a.json';
  await s3Evidence(bucket, s3).put(Key, 'kept');

  await expect(s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }))).rejects.toThrow('Access Denied');
  await expect(s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'new' }))).rejects.toThrow('no stand-in');
  await expect(s3.send(new CreateBucketCommand({ Bucket: 'another' }))).rejects.toThrow('no stand-in');
  expect(await s3Evidence(bucket, s3).get(Key)).toBe('kept');
});

test('what the key has signed holds against its public key, and no other key signs', async () => {
  const Message = Buffer.from('{"day":"1999-01-01"}');
  const { Signature = new Uint8Array() } = await kms.send(
    new SignCommand({ KeyId: signingKey, Message, SigningAlgorithm: 'ECDSA_SHA_256' }),
  );
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId: signingKey }));
  const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });

  expect(verify('sha256', Message, key, Signature)).toBe(true);
  expect(verify('sha256', Buffer.from('other'), key, Signature)).toBe(false);
  await expect(kms.send(new GetPublicKeyCommand({ KeyId: 'nobody' }))).rejects.toThrow('does not exist');
});

test('a restart finds the objects, and the key', async () => {
  const Key = 'days/1999-03-01/a.json';
  await s3Evidence(bucket, s3).put(Key, 'kept');
  const before = (await kms.send(new GetPublicKeyCommand({ KeyId: signingKey }))).PublicKey;
  await stop();
  await start();

  expect(await s3Evidence(bucket, s3).get(Key)).toBe('kept');
  expect(await s3Evidence(bucket, s3).put(Key, 'new')).toBe(false);
  expect((await kms.send(new GetPublicKeyCommand({ KeyId: signingKey }))).PublicKey).toEqual(before);
});
