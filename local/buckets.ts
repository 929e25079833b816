// Buckets on fauxqs's S3, with what it lacks and the templates ask for: objects that nobody overwrites or deletes.
import type { ObjectReply } from '#local/queues.ts';
import type { Resources } from '#local/resources.ts';

/** A request as the SDK wrote it: the bucket in the path. */
export interface S3Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface S3 {
  createBucket(name: string): void;
  send(request: S3Request): Promise<ObjectReply>;
}

/** What a browser of another origin may do. */
interface CorsRule {
  AllowedMethods: string[];
  AllowedOrigins: string[];
}

export interface Buckets {
  /** Makes what the templates hold, and leaves what lies there from the run before. */
  make(resources: Resources): void;
  answer(request: S3Request): Promise<ObjectReply>;
  corsOf(bucket: string): readonly CorsRule[];
}

export function openBuckets({ createBucket, send }: S3): Buckets {
  const locked = new Set<string>();
  const cors = new Map<string, readonly CorsRule[]>();
  let lastPut: Promise<unknown> = Promise.resolve();

  async function putNew(request: S3Request): Promise<ObjectReply> {
    const { status } = await send({ ...request, method: 'HEAD', body: Buffer.alloc(0) });
    if (status === 404) return send(request);
    return refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }

  return {
    make(resources) {
      for (const { physical, properties } of resources.of('AWS::S3::Bucket')) {
        createBucket(physical.ref);
        if (properties.ObjectLockEnabled === true) locked.add(physical.ref);
        const { CorsRules = [] } = (properties.CorsConfiguration ?? {}) as { CorsRules?: CorsRule[] };
        cors.set(physical.ref, CorsRules);
      }
    },
    corsOf: (bucket) => cors.get(bucket) ?? [],
    async answer(request) {
      const { pathname, searchParams } = new URL(request.url, 'http://s3');
      const [, bucket = '', ...rest] = pathname.split('/').map(decodeURIComponent);
      const key = rest.join('/');
      if (request.method === 'PUT' && key && request.headers['if-none-match'] === '*') {
        // One after the other: of two at once one finds what the other has put.
        const put = lastPut.then(() => putNew(request));
        lastPut = put.catch(() => undefined);
        return put;
      }
      if (request.method === 'DELETE' && locked.has(bucket))
        return refusal(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
      const reads = request.method === 'GET' && (key !== '' || searchParams.get('list-type') === '2');
      if (reads || (key !== '' && !locked.has(bucket) && writes(request.method, searchParams))) return send(request);
      const message = `the runner has no stand-in for S3's ${request.method} ${key ? 'of an object' : 'of a bucket'} like this; see local/buckets.ts`;
      const { headers, ...reply } = refusal(501, 'NotImplemented', message);
      return { ...reply, headers: { ...headers, 'x-local-unsupported': message } };
    },
  };
}

/** An object in one piece or in parts, and its end. What is begun and never completed stays: nobody waits a day here. */
const writes = (method: string, query: URLSearchParams): boolean =>
  method === 'PUT' || method === 'DELETE' || (method === 'POST' && (query.has('uploads') || query.has('uploadId')));

export const refusal = (status: number, code: string, message: string): ObjectReply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});
