// The two esbuild plugins that halve a cold start: credentials from the environment alone, and http without its lazy exports.
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
