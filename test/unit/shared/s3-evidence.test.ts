// What the bucket's answers to a put mean: kept, taken by another, or not known yet.
import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { s3Evidence } from '#shared/s3-evidence.ts';

/** Answers with one status after the other. */
function bucketThatAnswers(...statuses: number[]) {
  const client = new S3Client({
    region: 'eu-north-1',
    credentials: { accessKeyId: 'unit', secretAccessKey: 'unit' },
    maxAttempts: 1,
  });
  client.middlewareStack.add(
    () => async () => {
      const httpStatusCode = statuses.shift() ?? 200;
      const $metadata = { httpStatusCode };
      if (httpStatusCode === 200) return { response: {}, output: { $metadata } };
      throw new S3ServiceException({ name: 'Refused', $fault: 'client', $metadata });
    },
    { step: 'initialize', name: 'answers' },
  );
  return { evidence: s3Evidence('evidence', client, async () => {}), statuses };
}

test.each([
  ['is kept', [200], true],
  ['is taken by another', [412], false],
  ['is kept after all when another that was under way did not stand', [409, 409, 200], true],
  ['is taken when the other stood', [409, 412], false],
])('a name %s', async (_, answers, kept) => {
  const { evidence, statuses } = bucketThatAnswers(...answers);

  expect(await evidence.put('days/2027-05-23/a.json', '{}')).toBe(kept);
  expect(statuses).toEqual([]);
});

test.each([
  ['nobody knows what became of the other', Array(5).fill(409)],
  ['the bucket is not well', [503]],
])('it is an error where %s: what was not put is not taken for kept', async (_, answers) => {
  await expect(bucketThatAnswers(...answers).evidence.put('days/2027-05-23/a.json', '{}')).rejects.toThrow();
});
