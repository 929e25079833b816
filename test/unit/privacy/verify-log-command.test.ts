// npm run verify-log, as somebody runs it who has nothing but the repository and what they downloaded.
import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { headText } from '#privacy/day-head.ts';
import { type KeptObject, leavesOf } from '#privacy/day-log.ts';
import { hashOf, rootOf } from '#privacy/merkle.ts';
import type { ErasureLogPage } from '#privacy/schema.ts';
import { evidenceNames } from '#shared/evidence.ts';
import { aSweep, erasedOn } from '#test/support/builders/evidence.ts';
import { localSigner } from '#test/support/local-signer.ts';

const root = join(import.meta.dirname, '../../..');
const example = join(root, 'docs/examples/erasure-log.json');
const { items } = JSON.parse(readFileSync(example, 'utf8')) as ErasureLogPage;
const folder = mkdtempSync(join(tmpdir(), 'answeronline-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Without a network there is nothing that the program would miss: it is given no address to ask. */
const run = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, [join(root, 'bin/verify-log.ts'), ...args], { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const page = (name: string, changed: ErasureLogPage['items']) =>
  put(name, JSON.stringify({ items: changed, nextCursor: null }));

const pemOf = (key: ReturnType<typeof createPublicKey>) => key.export({ format: 'pem', type: 'spki' }).toString();
const keyOfExample = pemOf(
  createPublicKey({ key: Buffer.from(items[0]?.publicKey ?? '', 'base64'), format: 'der', type: 'spki' }),
);

test('the example of the documentation holds, and its key is to be compared', async () => {
  const { code, said } = await run(example);

  expect(said).toContain('OK: 3 days, whole from 2027-05-23 to 2027-05-25.');
  expect(said).toMatch(/Key [0-9a-f]{64} \(taken from the log: compare it/);
  expect(code).toBe(0);
});

test('pages in any order are one log, and with its key given nothing is left to be compared', async () => {
  const [older, newer] = [page('older.json', items.slice(1)), page('newer.json', items.slice(0, 1))];

  const { code, said } = await run(older, newer, '--key', put('key.pem', keyOfExample));

  expect(said).toContain('OK: 3 days');
  expect(said).not.toContain('compare it');
  expect(code).toBe(0);
});

test('a log that goes on from an older one says so', async () => {
  const { said } = await run(page('newest.json', items.slice(0, 1)));

  expect(said).toContain(`Before 2027-05-25 it goes on from a head with the hash ${items[1]?.hash}`);
});

test('a broken link is named, what held before it is shown, and the program ends with 1', async () => {
  const { code, said } = await run(page('gap.json', items.toSpliced(1, 1)));

  expect(said).toContain('BROKEN 2027-05-25: the log has 2027-05-23 and 2027-05-25, but not 2027-05-24 between them');
  expect(said).toContain('2027-05-23');
  expect(said).not.toContain('OK:');
  expect(code).toBe(1);
});

test('another key than the one that was given is a broken link', async () => {
  const other = pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);

  const { code, said } = await run(example, '--key', put('other.pem', other));

  expect(said).toContain('BROKEN 2027-05-23: it is signed with the key');
  expect(code).toBe(1);
});

async function copyBucket(name: string, days: Record<string, KeptObject[]>): Promise<string> {
  const signer = localSigner();
  let previous: string | null = null;
  for (const [day, objects] of Object.entries(days)) {
    for (const object of objects) put(`${name}/${object.name}`, object.text);
    const leaves = leavesOf(objects);
    const head = headText(day, previous, rootOf(leaves));
    const closed = { head, signature: await signer.sign(head), publicKey: await signer.publicKey(), leaves };
    put(`${name}/${evidenceNames.closed(day)}`, JSON.stringify(closed));
    previous = hashOf(head);
  }
  return join(folder, name);
}

const client = 'cli_01M85KCDJKPBRZMYCRMZYP6DB1';

test('a copy of the bucket is checked down to its objects', async () => {
  const bucket = await copyBucket('whole', {
    '2027-05-23': [aSweep('2027-05-23'), erasedOn('2027-05-23', client, 2)],
    '2027-05-24': [aSweep('2027-05-24')],
  });
  const open = aSweep('2027-05-25');
  put(`whole/${open.name}`, open.text);

  const { code, said } = await run(bucket);

  expect(said).toContain('all leaves and objects');
  expect(said).toContain('Not closed: 2027-05-25.');
  expect(said).toContain('OK: 2 days');
  expect(code).toBe(0);
});

test('an object that is missing from a copy of the bucket is found out', async () => {
  const erased = erasedOn('2027-05-23', client, 2);
  const bucket = await copyBucket('hole', { '2027-05-23': [aSweep('2027-05-23'), erased] });
  rmSync(join(bucket, erased.name));

  const { code, said } = await run(bucket);

  expect(said).toContain(`BROKEN 2027-05-23: the objects of this day in the bucket do not make the leaf of ${client}`);
  expect(code).toBe(1);
});

test('a closed day of a copy of the bucket that cannot be read is a broken link, but the first is named', async () => {
  const days = { '2027-05-23': [aSweep('2027-05-23')], '2027-05-24': [aSweep('2027-05-24')] };
  const bucket = await copyBucket('torn', days);
  put(`torn/${evidenceNames.closed('2027-05-24')}`, '{"head":');
  const torn = await run(bucket);
  put(`torn/${days['2027-05-23'][0]?.name}`, '{}');

  const twice = await run(bucket);

  expect([torn.code, twice.code]).toEqual([1, 1]);
  expect(torn.said).toContain('BROKEN 2027-05-24: its head cannot be read');
  expect(twice.said).toContain('BROKEN 2027-05-23: days/2027-05-23/');
});

test.each(Object.keys(items[1] ?? {}).filter((field) => field !== 'day' && field !== 'own'))(
  'a day that has lost its %s is a broken link',
  async (field) => {
    const changed = items.map((item, n) => (n === 1 ? { ...item, [field]: undefined } : item));

    const { code, said } = await run(page('lost.json', changed as typeof items));

    expect(said).toContain('BROKEN 2027-05-24: ');
    expect(code).toBe(1);
  },
);

test.each([
  ['nothing', [], 'Usage: npm run verify-log'],
  ['a file that is not there', [join(folder, 'none.json')], 'none.json'],
  ['a file that is something else', [join(root, 'package.json')], 'package.json is no answer of GET /v1/erasure-log'],
  ['an empty folder', [mkdtempSync(join(folder, 'empty-'))], 'There is no closed day in it.'],
])('with %s it says so, and ends with 2', async (_, args, words) => {
  const { code, said } = await run(...args);

  expect(said).toContain(words);
  expect(code).toBe(2);
});
