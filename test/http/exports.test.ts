// An export from request to opened file, through the runner: made by the lane of jobs, fetched by its link, opened offline.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const folder = mkdtempSync(join(tmpdir(), 'answeronline-export-'));
let world: HttpWorld;
let token: string;
let link: Json;
let sealed: Buffer;

beforeAll(async () => {
  expectRecipients('disa.dahl@nordvik.example');
  world = await openWorld();
  token = world.signatory.token;
  const emails = [{ address: 'disa.dahl@nordvik.example' }];
  const staffId = await world.addStaff({ name: 'Disa Dahl', emails, delivery: { normal: [{ channels: ['email'] }] } });
  const { body } = await world.take({ staffId, matter: 'Offerten om taket' });
  await world.untilDone(body.id);
  const asked = { what: ['register', 'messages'], why: 'clientAsked' };
  const { id } = await made(world.call('POST', world.path('/exports'), { token, body: asked }));
  const file = await vi.waitUntil(
    async () => (await made(world.call('GET', world.path(`/exports/${id}`), { token }), 200)).file,
    { timeout: 20_000, interval: 50 },
  );
  link = await made(world.call('POST', world.path(`/files/${file.id}/link`), { token }), 200);
  sealed = Buffer.from(await (await fetch(link.url)).arrayBuffer());
});
afterAll(() => rmSync(folder, { recursive: true }));

const openFile = (name: string, key: string, into = join(folder, `${name}.zip`)) => {
  const file = join(folder, name);
  writeFileSync(file, sealed);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/open-file.ts', file, key, into], {
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}`, into };
};

test('the file opens with the key of its link, and holds what was asked for', () => {
  const { status, said, into } = openFile('right', link.key);

  expect(said).toContain(`${link.bytes} bytes, SHA-256 ${link.sha256}`);
  expect(status).toBe(0);
  const files = unzipSync(readFileSync(into));
  expect(Buffer.from(files['staff.csv'] ?? '').toString()).toContain('Disa Dahl');
  expect(Buffer.from(files['messages.jsonl'] ?? '').toString()).toContain('Offerten om taket');
});

test('with another key it does not, and nothing is left behind', () => {
  const { status, said, into } = openFile('wrong', Buffer.alloc(32, 1).toString('base64'));

  expect([status, said.trim()]).toEqual([1, 'This key does not belong to this file']);
  expect(() => readFileSync(into)).toThrow();
});

test('what lies in the bucket is noise', () => {
  expect(sealed.subarray(0, 4).toString()).toBe('AOF1');
  expect(sealed.toString('latin1')).not.toMatch(/Disa|Offerten/);
});

test('a link leads to nothing else: another file, a longer time or another signature are refused', async () => {
  const other = new URL(link.url);
  other.pathname = other.pathname.replace(/fil_\w+$/, 'fil_00000000000000000000000000');
  const longer = new URL(link.url);
  longer.searchParams.set('X-Amz-Expires', '86400');
  const unsigned = new URL(link.url);
  unsigned.searchParams.delete('X-Amz-Signature');

  for (const url of [other, longer, unsigned]) expect((await fetch(url)).status, url.search).toBe(403);
});

test('a page of the portal may fetch it, by the policy that CloudFront sends with the page', async () => {
  const page = await fetch(world.runner.origin);
  const policy = page.headers.get('content-security-policy') ?? '';

  expect(policy).toContain(`connect-src 'self' ${world.runner.origin}`);
  expect(new URL(link.url).origin).toBe(world.runner.origin);
});
