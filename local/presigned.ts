// Links to objects, as S3 takes them: signed, for a time, and from a page of another origin only where the bucket says so.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { presignGet } from '#jobs/presign-get.ts';
import { type Buckets, refusal } from '#local/buckets.ts';
import type { Clock } from '#local/clock.ts';
import type { ObjectReply } from '#local/queues.ts';

/** Under the one address, so that a browser reaches it wherever it reaches the portal. */
export const PRESIGNED_PATH = '/s3';

/** Where the templates say that a bucket is, by its name. */
export const bucketHost = (bucket: string): string => `${bucket}.s3.local`;
const bucketUrls = /https:\/\/([\w-]+)\.s3\.local\b/g;
export const bucketsAt = (text: string, origin: string): string =>
  text.replace(bucketUrls, `${origin}${PRESIGNED_PATH}/$1`);

interface Credentials {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The longest that the policy of the bucket takes: see lib/constructs/handouts.ts. */
const LONGEST_SECONDS = 15 * 60;

export function openPresigned(origin: string, credentials: Credentials, buckets: Buckets, clock: Clock): Handle {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const [, , bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const refused = request.method === 'GET' ? whyNot(url, bucket, rest.join('/')) : 'MethodNotAllowed';
    const reply: ObjectReply = refused
      ? refusal(403, refused, 'Request has expired, or was not signed like this')
      : await buckets.answer({
          method: 'GET',
          url: url.pathname.slice(PRESIGNED_PATH.length),
          headers: {},
          body: Buffer.alloc(0),
        });
    response.writeHead(reply.status, { ...reply.headers, ...allowed(bucket, request.headers.origin) });
    response.end(reply.body);
  };

  /** @returns S3's code for what is wrong with it. */
  function whyNot(url: URL, bucket: string, key: string): string | undefined {
    const { searchParams } = url;
    const expiresSeconds = Number(searchParams.get('X-Amz-Expires'));
    const time = searchParams.get('X-Amz-Date') ?? '';
    const atMs = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    if (Number.isNaN(atMs)) return 'AccessDenied';
    const bucketUrl = `${origin}${PRESIGNED_PATH}/${bucket}`;
    const { region, ...keys } = credentials;
    const signed = presignGet({ ...keys, sessionToken: '' }, { bucketUrl, key, region, atMs, expiresSeconds });
    if (signed !== url.href) return 'SignatureDoesNotMatch';
    const isOver = clock.nowMs() > atMs + expiresSeconds * 1_000;
    return isOver || expiresSeconds > LONGEST_SECONDS ? 'AccessDenied' : undefined;
  }

  function allowed(bucket: string, asking: string | undefined): Record<string, string> {
    if (asking === undefined) return {};
    const mayRead = buckets
      .corsOf(bucket)
      .some(
        ({ AllowedMethods, AllowedOrigins }) =>
          AllowedMethods.includes('GET') && AllowedOrigins.some((one) => originFits(one, asking)),
      );
    return mayRead ? { 'access-control-allow-origin': asking, vary: 'origin' } : {};
  }
}

/** One star stands for whatever is there. */
function originFits(allowed: string, asking: string): boolean {
  const [before = '', after] = allowed.split('*');
  return after === undefined ? allowed === asking : asking.startsWith(before) && asking.endsWith(after);
}
