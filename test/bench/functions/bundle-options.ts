// How the anchors are bundled: as lib/bundle.ts bundles the functions.

import type { BuildOptions } from 'esbuild';
import { environmentCredentials, lazyHttp } from '#lib/bundle-plugins.ts';

// A copy of what stands in lib/bundle.ts: take its own options as soon as it exports them.
export const bundleOptions: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  charset: 'utf8',
  mainFields: ['module', 'main'],
  plugins: [environmentCredentials, lazyHttp],
  legalComments: 'none',
  logLevel: 'warning',
};
