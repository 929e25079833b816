// The function at CloudFront: every view is the one page, every file is itself.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const handler = runInNewContext(`${readFileSync('lib/edge/rewrite.js', 'utf8')}\n;handler`);

test.each([
  ['/', '/index.html'],
  ['/desk', '/index.html'],
  ['/desk/', '/index.html'],
  ['/c/cli_01/messages/msg_01', '/index.html'],
  ['/v1.0/desk', '/index.html'],
  ['/index.html', '/index.html'],
  ['/config.json', '/config.json'],
  ['/assets/main-0a1b2c3d.js', '/assets/main-0a1b2c3d.js'],
])('%s is %s', (asked, given) => {
  expect(handler({ request: { uri: asked, method: 'GET' } }).uri).toBe(given);
});
