// What lies in the bucket of files at this moment, each object as a whole.
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { currentAssembly, readAssembly } from '#local/assembly.ts';
import type { TestRunner } from '#test/support/runner.ts';

export async function bucketCopies({ dataDir }: TestRunner, endpoint: string): Promise<Uint8Array[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const s3 = new S3Client({ endpoint, region: 'local', credentials });
  try {
    const Bucket = handoutsBucket(dataDir);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    const objects = Contents.map(({ Key }) => s3.send(new GetObjectCommand({ Bucket, Key })));
    return await Promise.all(
      (await Promise.all(objects)).map(async ({ Body }) => (await Body?.transformToByteArray()) ?? new Uint8Array()),
    );
  } finally {
    s3.destroy();
  }
}

/** Physical names are logical ids; buckets have theirs in small letters. */
function handoutsBucket(dataDir: string): string {
  const ids = readAssembly(currentAssembly(join(dataDir, 'assembly'))).flatMap(({ resources }) =>
    Object.keys(resources),
  );
  const id = ids.find((one) => /^HandoutsBucket[0-9A-F]{8}$/.test(one));
  if (!id) throw new Error('There is no bucket of files');
  return id.toLowerCase();
}
