// Checks the certificate of an erasure, offline.
//
//   npm run verify-certificate -- certificate.json                    a saved answer of GET …/certificates/{certificateId}
//   npm run verify-certificate -- certificate.json --key public.pem   signed with this key, and no other
//
// Without `--key` any key may have signed, and its fingerprint is printed, to be compared with that of the service: aws kms
// get-public-key. Ends with 1 where the certificate does not hold, 2 where it was asked wrongly.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkCertificate } from '#erasures/check-certificate.ts';
import { fingerprintOf } from '#privacy/check-day.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string', multiple: true } },
});
const [path] = positionals;
if (path === undefined || positionals.length > 1) {
  console.error('Usage: npm run verify-certificate -- FILE [--key public.pem]');
  process.exit(2);
}

const fingerprintOfPem = (pem: string): string =>
  fingerprintOf(createPublicKey(readFileSync(pem)).export({ format: 'der', type: 'spki' }).toString('base64'));

function read<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const text = read(() => readFileSync(path, 'utf8'));
const trusted = values.key && new Set(read(() => values.key?.map(fingerprintOfPem)));
const verdict = checkCertificate(text, trusted);
if (verdict.fault !== undefined) {
  console.log(`BROKEN: ${verdict.fault}`);
  process.exit(1);
}
const { certificate, fingerprint } = verdict;
const { certificateId, clientId, what, from, to, erased, left, kept, outOfReach, erasureLog, instruction } =
  certificate;
console.log(`Certificate ${certificateId} of client ${clientId}: erasure of ${what}, ${from} to ${to}.`);
if (instruction)
  console.log(
    `Instructed ${instruction.at} (${instruction.given}), written down by ${instruction.as}, on ${certificate.requestId}.`,
  );
console.table(Object.fromEntries(erased.map(({ kind, count }) => [kind, { erased: count }])));
for (const { store, because, count } of left) console.log(`Left on purpose: ${count} of ${store} (${because}).`);
console.log(`Kept: ${kept.map(({ kind, until }) => (until ? `${kind} until ${until}` : kind)).join(', ')}.`);
console.log(`Out of reach: ${outOfReach.map(({ place }) => place).join(', ')}.`);
console.log(`In the erasure log of ${erasureLog.days.join(', ')}: npm run verify-log.`);
console.log(`Key ${fingerprint}${trusted ? '' : ' (taken from the file: compare it with that of the service)'}`);
console.log('OK: it was signed as it stands.');
