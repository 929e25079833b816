// The portal's files as the template's deployments put them into the bucket: from the assembly, markers filled in.
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Resource, Resources } from '#local/resources.ts';

interface PortalFile {
  readonly content: Buffer;
  readonly cacheControl: string;
}

/** By their keys in the bucket. */
export type PortalFiles = ReadonlyMap<string, PortalFile>;

/** The types that `aws s3 sync` gives. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** CloudFront compresses no less. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const LEAST_COMPRESSED_BYTES = 1000;

interface DeploymentProperties {
  SourceObjectKeys: string[];
  SourceMarkers?: Record<string, string>[];
  DestinationBucketKeyPrefix?: string;
  SystemMetadata?: Record<string, string>;
}

/** @param here an address of the template as it is on this machine. */
export function readPortalFiles(resources: Resources, here: (text: string) => string): PortalFiles {
  return new Map(resources.of('Custom::CDKBucketDeployment').flatMap((one) => filesOf(one, here)));
}

function filesOf({ stack, properties }: Resource, here: (text: string) => string): [string, PortalFile][] {
  const deployment = properties as unknown as DeploymentProperties;
  const { SourceObjectKeys, SourceMarkers = [], DestinationBucketKeyPrefix: prefix = '', SystemMetadata } = deployment;
  const cacheControl = SystemMetadata?.['cache-control'] ?? '';
  return SourceObjectKeys.flatMap((objectKey, index) => {
    const folder = stack.assetPath(objectKey.replace(/\.zip$/, ''));
    const markers = Object.entries(SourceMarkers[index] ?? {});
    const filled = (text: string) => markers.reduce((now, [marker, value]) => now.replaceAll(marker, value), text);
    const fill = (content: Buffer) => (markers.length === 0 ? content : Buffer.from(here(filled(`${content}`))));
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }): [string, PortalFile] => {
        const path = join(parentPath, name);
        return [join(prefix, relative(folder, path)), { content: fill(readFileSync(path)), cacheControl }];
      });
  });
}

export function sendFile(files: PortalFiles, key: string, request: IncomingMessage, response: ServerResponse): void {
  const file = files.get(key);
  if (!file) {
    // S3 tells nobody who may not list that there is no such object.
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>');
    return;
  }
  const type = types[extname(key)] ?? 'binary/octet-stream';
  const { encoding, body } = compressed(file, type, String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    ...(file.cacheControl && { 'cache-control': file.cacheControl }),
    ...(encoding && { 'content-encoding': encoding, vary: 'accept-encoding' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const done = new WeakMap<PortalFile, Map<string, Buffer>>();

function compressed(file: PortalFile, type: string, accepted: string): { encoding?: string; body: Buffer } {
  const encoding = ['br', 'gzip'].find((one) => accepted.includes(one));
  const isText = /^text\/|json$|svg/.test(type);
  if (!encoding || !isText || file.content.length < LEAST_COMPRESSED_BYTES) return { body: file.content };
  const kept = done.get(file) ?? new Map<string, Buffer>();
  done.set(file, kept);
  const body = kept.get(encoding) ?? compress[encoding as keyof typeof compress](file.content);
  kept.set(encoding, body);
  return { encoding, body };
}

const compress = {
  br: (content: Buffer) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (content: Buffer) => gzipSync(content),
};
