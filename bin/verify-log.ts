// Checks a downloaded erasure log, offline: signatures, the chain of days, and each leaf that is there.
//
//   npm run verify-log -- page-1.json page-2.json              saved answers of GET /v1/erasure-log
//   npm run verify-log -- evidence/ --key public.pem           a copy of the bucket: aws s3 sync s3://<bucket> evidence/
//
// `--key`, once for each, names the public keys that may have signed, as PEM. Without it any key may, and its fingerprint is
// printed, to be compared with that of the service: aws kms get-public-key. Ends with 1 at a broken link, 2 where it was
// asked wrongly.
import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { fingerprintOf } from '#privacy/check-day.ts';
import type { KeptObject } from '#privacy/day-log.ts';
import { type CopiedBucket, daysOfAnswer, daysOfBucket } from '#privacy/downloaded-log.ts';
import { verifyLog } from '#privacy/verify-log.ts';

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

const readInput = (path: string): CopiedBucket =>
  statSync(path).isDirectory()
    ? daysOfBucket(filesIn(path))
    : { days: daysOfAnswer({ name: path, text: readFileSync(path, 'utf8') }), notClosed: [] };

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
const { days, broken, continues } = verifyLog(
  inputs.flatMap((input) => input.days),
  trusted,
);

const rows = days.map(({ day, fingerprint, sweeps, ...one }) => [
  day,
  { ...one, sweeps: sweeps ?? '-', key: fingerprint.slice(0, 16) },
]);
if (rows.length > 0) console.table(Object.fromEntries(rows));
for (const fingerprint of new Set(days.map((day) => day.fingerprint)))
  console.log(`Key ${fingerprint}${trusted ? '' : ' (taken from the log: compare it with that of the service)'}`);
if (broken) {
  console.log(`BROKEN ${broken}`);
  process.exit(1);
}
const [first, last] = [days[0], days.at(-1)];
if (!first || !last) {
  console.log('There is no closed day in it.');
  process.exit(2);
}
console.log(
  continues === null
    ? `The log begins with ${first.day}.`
    : `Before ${first.day} it goes on from a head with the hash ${continues}, which is not in here.`,
);
for (const { notClosed } of inputs) if (notClosed.length > 0) console.log(`Not closed: ${notClosed.join(', ')}.`);
console.log(`OK: ${days.length} days, whole from ${first.day} to ${last.day}. What came after is not in here.`);
