// The bundles: small, without what slows a cold start, and able to sign with the session token that Lambda gives.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFolder, bundleFunctions, bundleOptions, metafileOf, setsType } from '#lib/bundle.ts';
import { functionFacts, functionNames } from '#lib/functions.ts';
import { euRegions } from '#lib/stage.ts';
import { shippedFiles } from '#papers/typeface-files.ts';

await bundleFunctions();

/** What may not be in a bundle, by a piece of the input's path, and why. */
const unwanted: readonly (readonly [RegExp, string])[] = [
  [
    /credential-provider-(node|ini|sso|process|login|web-identity|http)\/|credential-provider-imds\/|token-providers\//,
    'the default credential chain',
  ],
  [/node_modules\/zod\/(?!.*\/mini\/).*locales\/(?!en\.)/, 'zod locales'],
  [/node_modules\/zod\/v4\/classic\//, 'full zod'],
  [/undici|fetch-http-handler\/dist-es\/fetch/, 'undici and its users'],
  [/aws-xray|lambda-powertools\/tracer|@opentelemetry/, 'a tracer'],
  [/node_modules\/@(aws-sdk|smithy)\/.*dist-cjs\//, "the SDK's CommonJS files"],
  [/client-dynamodb\/dist-es\/endpoint\/bdd/, 'the rules of all endpoints of DynamoDB'],
];

const metafile = (name: (typeof functionNames)[number]): Metafile => JSON.parse(readFileSync(metafileOf(name), 'utf8'));

/** What the privacy desk opens a few times a day may be larger than what an operator waits for; what sets type brings pdfkit. */
const largerKiB: Partial<Record<(typeof functionNames)[number], number>> = {
  agreements: 400,
  documents: 700,
  // The API's document, as text.
  public: 400,
};
const mostKiB = (name: (typeof functionNames)[number]) => largerKiB[name] ?? 335;

describe.each(functionNames)('%s', (name) => {
  const { inputs, outputs } = metafile(name);
  const [output] = Object.values(outputs);

  test.each(unwanted)('holds nothing of %s: %s', (piece) => {
    expect(Object.keys(inputs).filter((input) => piece.test(input))).toEqual([]);
  });

  test('imports node:http through the shim only', () => {
    expect(output?.imports.map(({ path }) => path)).not.toContain('node:http');
    expect(output?.imports.map(({ path }) => path)).not.toContain('http');
  });

  test('is deployed as one file, with typefaces and their licences if it sets type, without a source map', () => {
    const files = readdirSync(bundleFolder(name), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const paths = files.map((one) => relative(bundleFolder(name), join(one.parentPath, one.name)));
    const typefaces = setsType(metafile(name)) ? shippedFiles.map((file) => join('node_modules', file)) : [];

    expect(paths.toSorted()).toEqual(['index.mjs', ...typefaces].toSorted());
    expect(readFileSync(join(bundleFolder(name), 'index.mjs'), 'utf8')).not.toContain('sourceMappingURL');
  });

  test('is ASCII throughout: V8 keeps it at one byte a letter', () => {
    const bytes = readFileSync(join(bundleFolder(name), 'index.mjs'));

    expect(bytes.findIndex((byte) => byte > 127)).toBe(-1);
  });

  if (functionFacts[name].folder === 'api')
    test(`is at most ${mostKiB(name)} KiB`, () => {
      expect(output?.bytes).toBeLessThanOrEqual(mostKiB(name) * 1024);
    });
});

test('the sender of e-mails holds the shapes of the operation that it calls, and of no other', () => {
  const text = readFileSync(join(bundleFolder('send-email'), 'index.mjs'), 'utf8');

  expect(text).toContain('SendEmailRequest');
  expect(text).not.toContain('CreateEmailIdentityRequest');
});

test('what reads and writes items knows the errors of items, and none of the administration of tables', () => {
  const text = readFileSync(join(bundleFolder('messages'), 'index.mjs'), 'utf8');

  for (const error of [
    'TransactionCanceledException',
    'ConditionalCheckFailedException',
    'ReplicatedWriteConflictException',
  ])
    expect(text).toContain(error);
  for (const error of ['BackupInUseException', 'TableNotFoundException', 'ReplicaNotFoundException'])
    expect(text).not.toContain(error);
});

describe('a bundled SDK client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'answeronline-bundle-'));
  const seen: { service: string; token: unknown }[] = [];
  const server = createServer((request, response) => {
    const service = /\/([a-z-]+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    seen.push({ service, token: request.headers['x-amz-security-token'] });
    response.end('{}');
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('of every service signs with the credentials of the environment, and loads no undici', async () => {
    const outfile = join(folder, 'calls.mjs');
    await build({
      ...bundleOptions,
      minify: false,
      stdin: { contents: calls, resolveDir: import.meta.dirname },
      outfile,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;

    const said = await run(outfile, `http://127.0.0.1:${port}`);

    expect(said).toBe('undici loaded: false');
    expect(seen.map(({ service }) => service).toSorted()).toEqual(['cognito-idp', 'dynamodb', 'ses', 'sns', 'sqs']);
    expect(new Set(seen.map(({ token }) => token))).toEqual(new Set(['the-session-token']));
  });
});

describe('an endpoint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'answeronline-endpoints-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const services = ['DynamoDB', 'CognitoIdentityProvider', 'SESv2', 'SNS', 'SQS', 'S3', 'KMS'] as const;
  const imports = {
    CognitoIdentityProvider: 'cognito-identity-provider',
    DynamoDB: 'dynamodb',
    SESv2: 'sesv2',
    SNS: 'sns',
    SQS: 'sqs',
    S3: 's3',
    KMS: 'kms',
  };
  const clientsOf = (name: string) => ({
    stdin: {
      contents: services
        .map((one) => `export { ${one}Client as ${one} } from '@aws-sdk/client-${imports[one]}';`)
        .join('\n'),
      resolveDir: import.meta.dirname,
    },
    outfile: join(folder, name),
  });
  type Resolve = (parameters: Record<string, unknown>) => { url: URL; properties?: object };
  type Clients = Record<(typeof services)[number], new (config: object) => { config: { endpointProvider: Resolve } }>;
  const asBundled = async (): Promise<Clients> => {
    await build({ ...bundleOptions, ...clientsOf('bundled.mjs') });
    return import(join(folder, 'bundled.mjs'));
  };
  const asPublished = async (): Promise<Clients> => {
    await build({
      ...bundleOptions,
      plugins: [],
      platform: 'node',
      mainFields: ['main'],
      format: 'cjs',
      ...clientsOf('published.cjs'),
    });
    return import(join(folder, 'published.cjs'));
  };

  test('of every service is the one that the whole SDK finds, in each region of a stage and at an address that is given', async () => {
    const bundled = await asBundled();
    const published = await asPublished();

    const ways = euRegions.flatMap((region) => [
      { Region: region, UseFIPS: false, UseDualStack: false },
      { Region: region, UseFIPS: false, UseDualStack: false, Endpoint: 'http://127.0.0.1:4566/' },
    ]);
    for (const service of services)
      for (const way of ways) {
        const [ours, theirs] = [bundled, published].map((clients) =>
          new clients[service]({ region: way.Region }).config.endpointProvider(way),
        );
        expect(ours?.url.href, `${service} ${JSON.stringify(way)}`).toBe(theirs?.url.href);
        expect(ours?.properties).toEqual(theirs?.properties);
      }
  });

  test('of a kind that is left out is refused', async () => {
    const { DynamoDB } = await asBundled();
    const { endpointProvider } = new DynamoDB({ region: 'eu-north-1' }).config;

    expect(() => endpointProvider({ Region: 'eu-north-1', UseFIPS: true })).toThrow('left out of this bundle');
  });
});

test('a text that is no telephone number is told from one in a bundle too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'answeronline-numbers-'));
  const outfile = join(folder, 'numbers.mjs');
  const contents = `export { parsePhone } from '#shared/phone.ts';`;
  await build({ ...bundleOptions, stdin: { contents, resolveDir: import.meta.dirname }, outfile });

  const { parsePhone } = await import(outfile);
  rmSync(folder, { recursive: true });

  expect(['ring mig', '', '+999 1', '0'].map(parsePhone)).toEqual([undefined, undefined, undefined, undefined]);
  expect(parsePhone('08-123 456 78')?.e164).toBe('+46812345678');
});

const calls = `
  import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
  import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
  import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
  import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
  import { SQSClient, ListQueuesCommand } from '@aws-sdk/client-sqs';
  const once = { maxAttempts: 1 };
  await Promise.allSettled([
    new DynamoDBClient(once).send(new ListTablesCommand({})),
    new CognitoIdentityProviderClient(once).send(new ListUsersCommand({ UserPoolId: 'eu-north-1_x' })),
    new SESv2Client(once).send(new SendEmailCommand({ Content: {} })),
    new SNSClient(once).send(new PublishCommand({ Message: 'x' })),
    new SQSClient(once).send(new ListQueuesCommand({})),
  ]);
  console.log('undici loaded: ' + process.moduleLoadList.some((module) => module.includes('undici')));
  process.exit();`;

function run(file: string, endpoint: string): Promise<string> {
  const env = {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'an-id',
    AWS_SECRET_ACCESS_KEY: 'a-secret',
    AWS_SESSION_TOKEN: 'the-session-token',
    AWS_ENDPOINT_URL: endpoint,
  };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.on('close', () => resolve(said.trim()));
  });
}
