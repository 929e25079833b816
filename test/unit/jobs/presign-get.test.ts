// Links signed by hand are the ones that AWS's own presigner makes.
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { presignGet } from '#jobs/presign-get.ts';

const region = 'eu-north-1';
const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const atMs = Date.parse('2026-11-29T00:00:01.999Z');

/** Its parameters in one order, without what only says which SDK it was. */
function parts(link: string) {
  const url = new URL(link);
  url.searchParams.delete('x-id');
  url.searchParams.delete('X-Amz-Signature');
  url.searchParams.sort();
  return url.href;
}

test.each([
  ['a role', 'IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCmV1LW5vcnRoLTEiRjBEAiB=='],
  ['an account', ''],
])('of %s they are those of the SDK, signature and all', async (_, sessionToken) => {
  const credentials = { ...keys, ...(sessionToken && { sessionToken }) };
  const client = new S3Client({
    region,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  // The SDK's own command says which operation it is: a parameter that S3 knows nothing of, and that the signature covers.
  client.middlewareStack.add(
    (next) => (args) => {
      const { query = {} } = args.request as { query?: Record<string, unknown> };
      delete query['x-id'];
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  const Key = "cli_01/fil_02 (å)'!*.zip";
  const theirs = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'handouts', Key }), {
    expiresIn: 900,
    signingDate: new Date(atMs),
  });

  const ours = presignGet(
    { ...keys, sessionToken },
    { bucketUrl: `https://handouts.s3.${region}.amazonaws.com`, key: Key, region, atMs, expiresSeconds: 900 },
  );

  expect(parts(ours)).toBe(parts(theirs));
  expect(new URL(ours).searchParams.get('X-Amz-Signature')).toBe(new URL(theirs).searchParams.get('X-Amz-Signature'));
});
