// Signs a link to an object in S3 by hand: two hashes and five HMACs, where a client of S3 would be 200 KiB of bundle.
import { createHmac, hash } from 'node:crypto';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  /** Empty for an account that signs in its own name. Else the link is good for no longer than the session. */
  sessionToken: string;
}

interface Link {
  /** The bucket's address, without a slash at its end. */
  bucketUrl: string;
  key: string;
  region: string;
  atMs: number;
  expiresSeconds: number;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** As S3 wants it: everything but letters, digits and `-._~`. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export function presignGet(credentials: Credentials, { bucketUrl, key, region, atMs, expiresSeconds }: Link): string {
  const time = new Date(atMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const url = new URL(`${bucketUrl}/${key.split('/').map(encoded).join('/')}`);
  const query = [
    ['X-Amz-Algorithm', ALGORITHM],
    ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
    ['X-Amz-Credential', `${credentials.accessKeyId}/${scope}`],
    ['X-Amz-Date', time],
    ['X-Amz-Expires', String(expiresSeconds)],
    ...(credentials.sessionToken === '' ? [] : [['X-Amz-Security-Token', credentials.sessionToken]]),
    ['X-Amz-SignedHeaders', 'host'],
  ]
    .map((pair) => pair.map(encoded).join('='))
    .join('&');
  const request = ['GET', url.pathname, query, `host:${url.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = [ALGORITHM, time, scope, hash('sha256', request, 'hex')].join('\n');
  const signingKey = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${credentials.secretAccessKey}`, day));
  return `${url.href}?${query}&X-Amz-Signature=${hmac(signingKey, toSign).toString('hex')}`;
}
