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

/** What S3 answers where `If-None-Match: *` does not hold, or another put of the same name is under way. */
const taken = new Set([409, 412]);

export const s3Evidence = (Bucket: string, client = new S3Client({})): Evidence => ({
  async put(Key, text) {
    try {
      await client.send(
        new PutObjectCommand({ Bucket, Key, Body: text, ContentType: 'application/json', IfNoneMatch: '*' }),
      );
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && taken.has(error.$metadata.httpStatusCode ?? 0)) return false;
      throw error;
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
