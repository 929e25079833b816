// Opens a sealed file that was fetched through a link, offline.
//
//   npm run open-file -- export.sealed KEY export.zip      KEY: as the answer with the link has it, or - to read it from stdin
//
// Prints the SHA-256 of what was in it, to be compared with the one in that answer. Ends with 1 where the key does not belong
// to the file, or the file was changed or cut off, and then leaves nothing behind; with 2 where it was asked wrongly.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openSealed } from '#jobs/sealed-stream.ts';
import { StaleKeyError } from '#shared/vault.ts';

const KEY_BYTES = 32;
const [file, given, into] = process.argv.slice(2);

function endWith(code: number, words: string): never {
  console.error(words);
  process.exit(code);
}

if (!file || !given || !into) endWith(2, 'Usage: npm run open-file -- FILE KEY NEW-FILE   (KEY - reads it from stdin)');
if (!existsSync(file)) endWith(2, `There is no file ${file}`);
if (existsSync(into)) endWith(2, `${into} is there already`);
const key = Buffer.from(given === '-' ? readFileSync(0, 'utf8').trim() : given, 'base64');
if (key.length !== KEY_BYTES) endWith(2, 'The key is 32 bytes in base64, as the answer with the link has it');

// Nobody takes what is half opened for the whole.
const half = `${into}.part`;
const hash = createHash('sha256');
let bytes = 0;

async function* opened(): AsyncGenerator<Buffer> {
  for await (const piece of openSealed(key, createReadStream(file as string))) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
}

try {
  await pipeline(Readable.from(opened()), createWriteStream(half, { mode: 0o600 }));
  renameSync(half, into);
} catch (error) {
  rmSync(half, { force: true });
  if (error instanceof StaleKeyError) endWith(1, 'This key does not belong to this file');
  endWith(1, `The file cannot be opened: ${error instanceof Error ? error.message : error}`);
}
console.log(`${into}: ${bytes} bytes, SHA-256 ${hash.digest('hex')}`);
