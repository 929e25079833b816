// The esbuild plugins that keep a cold start short: they leave out what never runs in a function of ours.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Lambda hands a function its credentials in the environment, session token included; the SDK's default chain
 * (profiles, SSO, web identity, instance metadata) would be 130 KiB that never run.
 */
export const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'credential-provider-node',
      namespace: 'environment-credentials',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /.*/, namespace: 'environment-credentials' }, ({ pluginData }) => ({
      contents: `
        import { fromEnv } from '@aws-sdk/credential-provider-env';
        export const defaultProvider = (init) => fromEnv(init);
        export const credentialsWillNeedRefresh = (credentials) => credentials?.expiration !== undefined;
        export const credentialsTreatedAsExpired = (credentials) =>
          credentials?.expiration !== undefined && credentials.expiration.getTime() - Date.now() < 300_000;`,
      resolveDir: pluginData,
    }));
  },
};

/**
 * An ESM import of node:http evaluates each of its lazy exports (WebSocket, and with it undici): 18 ms against 2.
 * getBuiltinModule is CommonJS's way in; the exports stay lazy.
 */
export const lazyHttp: Plugin = {
  name: 'lazy-http',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?http$/ }, () => ({ path: 'http', namespace: 'lazy-http' }));
    onLoad({ filter: /.*/, namespace: 'lazy-http' }, () => ({
      contents: `module.exports = process.getBuiltinModule('node:http');`,
      loader: 'js',
    }));
  },
};

/** Files of the SDK that run nowhere in Lambda, or only to find nothing; with what stands in for them. */
const replacements: readonly (readonly [file: RegExp, contents: string])[] = [
  // Binary streams of events: no call that we make has any.
  [
    /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/,
    `const none = () => { throw new Error('Event streams are left out of this bundle: see lib/bundle-plugins.ts'); };
     export const eventStreamSerdeProvider = none;
     export const resolveEventStreamSerdeConfig = (config) => config;
     export class EventStreamSerde { constructor() { none(); } }`,
  ],
  // There is no home directory with settings in Lambda; on a developer's machine theirs would leak into the local runner.
  [
    /@smithy\/core\/dist-es\/submodules\/config\/shared-ini-file-loader\/loadSharedConfigFiles\.js$/,
    `export { CONFIG_PREFIX_SEPARATOR } from './constants';
     export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  ],
  // The region comes from the environment.
  [/\/regionConfig\/getInstanceMetadataRegion\.js$/, 'export const getInstanceMetadataRegion = async () => undefined;'],
  // Node hashes by itself.
  [/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/, 'export class Sha256Js {}'],
  // The stages are in regions of one partition, `aws`; the others, and the regions' names, are nothing to a function.
  [
    /\/util-endpoints\/lib\/aws\/partitions\.js$/,
    `export const partitionsInfo = {
       version: '1.1',
       partitions: [{
         id: 'aws',
         regionRegex: '^(us|eu|ap|sa|ca|me|af|il|mx)\\\\-\\\\w+\\\\-\\\\d+$',
         regions: {},
         outputs: {
           name: 'aws', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws', implicitGlobalRegion: 'us-east-1',
           supportsDualStack: true, supportsFIPS: true,
         },
       }],
     };`,
  ],
  // Where DynamoDB is: in the stage's region, or where the environment says. The rules of all its kinds of endpoint, and
  // what works them out, are 13 KiB.
  [
    /@aws-sdk\/client-dynamodb\/dist-es\/endpoint\/endpointResolver\.js$/,
    `const known = new Map();
     const endpoint = (address) => ({ url: new URL(address), properties: {}, headers: {} });
     export const defaultEndpointResolver = ({ Endpoint, Region, UseFIPS, UseDualStack }) => {
       if (UseFIPS || UseDualStack) throw new Error('FIPS and dual-stack endpoints are left out of this bundle: see lib/bundle-plugins.ts');
       const address = Endpoint ?? 'https://dynamodb.' + Region + '.amazonaws.com';
       if (!known.has(address)) known.set(address, endpoint(address));
       return known.get(address);
     };`,
  ],
  // Retries are the standard ones; the adaptive mode, with a rate limiter of its own, is asked for nowhere.
  [
    /@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/DefaultRateLimiter\.js$/,
    `export class DefaultRateLimiter {
       constructor() { throw new Error('Adaptive retries are left out of this bundle: see lib/bundle-plugins.ts'); }
     }`,
  ],
  // The letters of papers come as WOFF and TrueType; what unpacks WOFF2 brings a dictionary of 450 KiB.
  [
    /\/brotli\/decompress\.js$/,
    `export default () => { throw new Error('WOFF2 is left out of this bundle: see lib/bundle-plugins.ts'); };`,
  ],
  // An error, written for browsers that cannot extend one.
  [
    /libphonenumber-js\/es6\/ParseError\.js$/,
    `export default class ParseError extends Error { constructor(code) { super(code); this.name = 'ParseError'; } }`,
  ],
  // Caches endpoints that DynamoDB is never asked for: endpoint discovery is off.
  [
    /mnemonist\/lru-cache\.js$/,
    'export default class extends Map { constructor() { super(); } peek(key) { return this.get(key); } }',
  ],
];

/**
 * What only administration of tables is answered with: functions read and write items. Registering an error keeps its class
 * and its shape; one that is not registered still has its name.
 */
const administrativeErrors =
  /^n0_registry\.registerError\((?:Backup|ContinuousBackups|DuplicateItem|Export|GlobalTable|Import|IndexNotFound|InvalidExportTime|InvalidRestoreTime|PointInTime|Policy|Replica(?!ted)|Table)\w*\$, \w+\);$/gm;

/**
 * The SDK describes the shapes of a REST service with keys from constants, `{ [_hQ]: 'x' }`: for esbuild a computed key may do
 * anything, and the shapes of all operations stay. With the constants' own text they go, 40 KiB of them in SES.
 */
export const leanShapes: Plugin = {
  name: 'lean-shapes',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const texts = new Map(
        [...source.matchAll(/^const (\w+) = ("[^"\n]*");$/gm)].map(([, name, text]) => [name, text]),
      );
      const contents = source
        .replaceAll(administrativeErrors, '')
        .replaceAll(/\[(_\w+)\]:/g, (key, name: string) => (texts.has(name) ? `${texts.get(name)}:` : key));
      return { contents, loader: 'js' };
    });
  },
};

export const neverRuns: Plugin = {
  name: 'never-runs',
  setup({ onLoad }) {
    for (const [filter, contents] of replacements) onLoad({ filter }, () => ({ contents, loader: 'js' }));
    // A client says its version in each request; the rest of its package.json is for npm.
    onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = (await import(path, { with: { type: 'json' } })).default;
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
