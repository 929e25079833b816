// Checks a downloaded erasure log or audit, offline: signatures, the chain of days, each leaf and each row that is there.
//
//   npm run verify-log -- page-1.json page-2.json              saved answers of GET /v1/erasure-log or GET /v1/audit-log
//   npm run verify-log -- days.json rows-1.json rows-2.json    the same, and of GET /v1/clients/{clientId}/audit
//   npm run verify-log -- evidence/ --key public.pem           a copy of the bucket: aws s3 sync s3://<bucket> evidence/
//   npm run verify-log -- evidence/ rows-1.json                the same, and rows against it: each is named
//
// `--key`, once for each, names the public keys that may have signed, as PEM. Without it any key may, and its fingerprint is
// printed, to be compared with that of the service: aws kms get-public-key. Ends with 1 at a broken link, 2 where it was
// asked wrongly.
import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { AuditPage } from '#privacy/audit-schema.ts';
import { fingerprintOf, type LoggedDay, logOf } from '#privacy/check-day.ts';
import type { LogName } from '#privacy/day-head.ts';
import type { KeptObject } from '#privacy/day-log.ts';
import { type CopiedBucket, daysOfBucket, readAnswer } from '#privacy/downloaded-log.ts';
import { verifyLog } from '#privacy/verify-log.ts';
import { verifyRows } from '#privacy/verify-rows.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string', multiple: true } },
});
if (positionals.length === 0) {
  console.error(
    'Usage: npm run verify-log -- FILE... [--key public.pem]   (FILE: a saved answer, or a copy of the bucket)',
  );
  process.exit(2);
}

function filesIn(folder: string): KeptObject[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => ({
    name: relative(folder, path).split(sep).join('/'),
    text: readFileSync(path, 'utf8'),
  }));
}

interface Input extends CopiedBucket {
  pages: AuditPage[];
}

const readInput = (path: string): Input =>
  statSync(path).isDirectory()
    ? { ...daysOfBucket(filesIn(path)), pages: [] }
    : { ...readAnswer({ name: path, text: readFileSync(path, 'utf8') }), notClosed: [] };

const fingerprintOfPem = (path: string): string =>
  fingerprintOf(createPublicKey(readFileSync(path)).export({ format: 'der', type: 'spki' }).toString('base64'));

function read<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const inputs = read(() => positionals.map(readInput));
const trusted = values.key && new Set(read(() => values.key?.map(fingerprintOfPem)));
const logged = inputs.flatMap((input) => input.days);
const pages = inputs.flatMap((input) => input.pages);

const logs = (['erasures', 'audit'] as const)
  .map((log) => ({ log, days: logged.filter((one) => logOf(one) === log) }))
  .filter(({ days }) => days.length > 0);
if (logs.length === 0) {
  console.log('There is no closed day in it.');
  process.exit(2);
}
for (const { log, days } of logs) checkLog(log, days);
for (const { notClosed } of inputs) if (notClosed.length > 0) console.log(`Not closed: ${notClosed.join(', ')}.`);
if (pages.length > 0) {
  const { proved, open, broken } = verifyRows(logged, pages);
  if (broken !== undefined) breakOff(broken);
  console.log(`OK: ${proved} rows as they were signed. Of ${open} more the days are not in here, or not whole.`);
}

function checkLog(log: LogName, of: readonly LoggedDay[]): void {
  const { days, broken, continues } = verifyLog(of, trusted);
  const rows = days.map(({ day, fingerprint, sweeps, records, ...one }) => [
    day,
    log === 'audit'
      ? { rows: records, ...one, key: fingerprint.slice(0, 16) }
      : { records, ...one, sweeps: sweeps ?? '-', key: fingerprint.slice(0, 16) },
  ]);
  console.log(log === 'audit' ? 'The audit' : 'The erasures');
  if (rows.length > 0) console.table(Object.fromEntries(rows));
  for (const fingerprint of new Set(days.map((day) => day.fingerprint)))
    console.log(`Key ${fingerprint}${trusted ? '' : ' (taken from the log: compare it with that of the service)'}`);
  if (broken !== undefined) breakOff(broken);
  const [first, last] = [days[0], days.at(-1)];
  console.log(
    continues === null
      ? `The log begins with ${first?.day}.`
      : `Before ${first?.day} it goes on from a head with the hash ${continues}, which is not in here.`,
  );
  console.log(`OK: ${days.length} days, whole from ${first?.day} to ${last?.day}. What came after is not in here.`);
}

function breakOff(words: string): never {
  console.log(`BROKEN ${words}`);
  process.exit(1);
}
