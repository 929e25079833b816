// npm run verify-log with the audit: days and rows that were saved, and what is printed where a row is not what was signed.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditDayOf } from '#privacy/audit-leaves.ts';
import { headText } from '#privacy/day-head.ts';
import { hashOf, rootOf } from '#privacy/merkle.ts';
import { type AuditRow, auditLeaf } from '#shared/audit.ts';
import { newId } from '#shared/ids.ts';
import { localSigner } from '#test/support/local-signer.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'answeronline-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = '2027-05-23';
const clientId = newId('client', 1);
const by = newId('user', 1);
const rows = ['08:00', '09:00', '10:00'].map((time): AuditRow => {
  const atMs = Date.parse(`${DAY}T${time}:00Z`);
  return { id: newId('audit', atMs), clientId, atMs, by, role: 'supervisor', act: 'changeClient', recordId: clientId };
});
let days: string;
let bucket: string;

const run = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, [join(root, 'bin/verify-log.ts'), ...args], { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

function put(name: string, value: unknown): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
  return path;
}

const told = (row: AuditRow) => ({
  id: row.id,
  at: new Date(row.atMs).toISOString(),
  by: row.by,
  role: row.role,
  act: row.act,
  detail: null,
  recordId: row.recordId,
  why: null,
  requestId: null,
  leaf: auditLeaf(row),
});
const page = (name: string, of: readonly AuditRow[]) =>
  put(name, { clientId, from: null, to: null, items: of.map(told).toReversed(), nextCursor: null });

beforeAll(async () => {
  const signer = localSigner();
  const made = auditDayOf(rows);
  const head = headText(DAY, null, rootOf(made.leaves), 'audit');
  const closed = { head, signature: await signer.sign(head), publicKey: await signer.publicKey() };
  const item = { log: 'audit', day: DAY, ...closed, hash: hashOf(head), leaves: made.leaves, own: null };
  days = put('days.json', { items: [item], nextCursor: null });
  put(`evidence/audit/${DAY}.json`, { ...closed, ...made });
  bucket = join(folder, 'evidence');
});

test('days and rows that hold say so', async () => {
  const { code, said } = await run(days, page('rows.json', rows));

  expect(said).toContain('The log begins with 2027-05-23.');
  expect(said).toContain('OK: 1 days, whole from 2027-05-23 to 2027-05-23.');
  expect(said).toContain('OK: 3 rows as they were signed.');
  expect(code).toBe(0);
});

test('a row that is missing is told of by its client and day, and with a copy of the bucket by its id', async () => {
  const without = page('without.json', rows.slice(1));

  const [fromDays, fromBucket] = [await run(days, without), await run(bucket, without)];

  expect(fromDays.said).toContain(`BROKEN ${DAY}: ${clientId} has 2 rows here, and 3 were signed: a row is missing`);
  expect(fromBucket.said).toContain(
    `BROKEN ${DAY}: the row ${rows[0]?.id} of ${clientId}, which was signed, is missing`,
  );
  expect([fromDays.code, fromBucket.code]).toEqual([1, 1]);
});

test('a row that is another, and one that was added, are told of', async () => {
  const [first, ...rest] = rows as [AuditRow, ...AuditRow[]];
  const changed = await run(bucket, page('changed.json', [{ ...first, act: 'readClient' }, ...rest]));
  const extra = { ...first, id: newId('audit', first.atMs + 1) };
  const added = await run(bucket, page('added.json', [...rows, extra]));

  expect(changed.said).toContain(`the row ${first.id} of ${clientId} is not the one that was signed: it was changed`);
  expect(added.said).toContain(`the row ${extra.id} of ${clientId} is none of those that were signed`);
  expect([changed.code, added.code]).toEqual([1, 1]);
});
