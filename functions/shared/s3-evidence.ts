// The evidence in its bucket: versioned, and locked against change and deletion for its time.
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Evidence } from '#shared/evidence.ts';
import { jitteredWait, type Wait } from '#shared/wait.ts';

/** What S3 answers where `If-None-Match: *` does not hold. */
const TAKEN = 412;
/**
 * Another put of the same name is under way, and nobody knows yet whether it will stand: asked again, for what was not put
 * must not be taken for kept. https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
const UNDER_WAY = 409;
const ATTEMPTS = 5;

const statusOf = (error: unknown) => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);

export const s3Evidence = (Bucket: string, client = new S3Client({}), wait: Wait = jitteredWait): Evidence => ({
  async put(Key, Body) {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.send(
          new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json', IfNoneMatch: '*' }),
        );
        return true;
      } catch (error) {
        const status = statusOf(error);
        if (status === TAKEN) return false;
        if (status !== UNDER_WAY || attempt === ATTEMPTS) throw error;
        await wait(attempt);
      }
    }
  },

  async get(Key) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return await Body?.transformToString();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },

  async list(Prefix) {
    const names: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
      names.push(...Contents.flatMap(({ Key }) => Key ?? []));
    return names;
  },
});
