// Handouts in their bucket: in one piece, or in parts of which none is seen before all are there.
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Handouts } from '#jobs/handouts.ts';

const ContentType = 'application/octet-stream';

/** What is begun and never completed goes by the bucket's own rule, after a day. */
export const s3Handouts = (Bucket: string, client = new S3Client({})): Handouts => ({
  async put(Key, Body) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
  },

  async begin(Key) {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType }));
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    return {
      async part(Body) {
        const PartNumber = Parts.length + 1;
        const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
        Parts.push({ PartNumber, ETag });
      },
      async complete() {
        await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
      },
    };
  },

  async delete(Key) {
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
  },
});
