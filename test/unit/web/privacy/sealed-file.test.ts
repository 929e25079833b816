// A sealed file in the browser: opens what the vault seals, and nothing that was cut, changed, moved or put together anew.
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SEGMENT_BYTES, SealedStream } from '#jobs/sealed-stream.ts';
import { newKey, sealBytes } from '#shared/vault.ts';
import { DamagedFile, openSealed, sha256Of } from '#web/privacy/sealed-file.ts';

const clientId = 'cli_1';
const fileId = 'fil_1';
const key = newKey();
const sealing = { clientId, fileId, key: Buffer.from(key).toString('base64') };

const segment = (field: string, text: string, recordId = fileId, under = key): Buffer =>
  framed(Buffer.from(sealBytes(under, { clientId, recordId, field, schema: 1 }, Buffer.from(text))));
function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
const head = (id: string) =>
  Buffer.concat([Buffer.from('AOF1'), framed(Buffer.from(JSON.stringify({ clientId, fileId: id })))]);
const magic = head(fileId);
const whole = Buffer.concat([
  magic,
  segment('segment/0', 'Anna '),
  segment('segment/1', 'och '),
  segment('last/2', 'Bo'),
]);

/** In portions as a net might bring them. */
const coming = (bytes: Buffer, portion = 7): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += portion)
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + portion)));
      controller.close();
    },
  });
const read = async (bytes: Buffer, portion?: number) =>
  new Blob(await openSealed(coming(bytes, portion), sealing)).text();

test.each([1, 7, 64, 10_000])('opens what the vault sealed, in portions of %i bytes', async (portion) => {
  expect(await read(whole, portion)).toBe('Anna och Bo');
});

test('opens what the service writes, over the border of a segment', async () => {
  const content = randomBytes(SEGMENT_BYTES + 1234);
  const writer = new SealedStream(key, { clientId, fileId });
  const file = Buffer.concat([...writer.write(content), ...writer.end()]);

  const opened = await new Blob(await openSealed(coming(file, 65_536), sealing)).arrayBuffer();

  expect(Buffer.from(opened).equals(content)).toBe(true);
});

test('tells how much has come', async () => {
  let heard = 0;

  await openSealed(coming(whole), sealing, (bytes) => {
    heard += bytes;
  });

  expect(heard).toBe(whole.length);
});

test('an empty file is one empty last segment', async () => {
  expect(await read(Buffer.concat([magic, segment('last/0', '')]))).toBe('');
});

describe('does not open', () => {
  test.each([
    ['a file that is cut within a segment', whole.subarray(0, -3)],
    ['a file whose last segment is missing', Buffer.concat([magic, segment('segment/0', 'Anna ')])],
    ['a file without a segment', magic],
    ['nothing at all', Buffer.alloc(0)],
    ['something else', Buffer.from('<html>503</html>')],
    ['segments in another order', Buffer.concat([magic, segment('segment/1', 'och '), segment('last/0', 'Bo')])],
    ['a segment of another file', Buffer.concat([magic, segment('last/0', 'Bo', 'fil_2')])],
    ['a whole file that is another one', Buffer.concat([head('fil_2'), segment('last/0', 'Bo', 'fil_2')])],
    ['a segment under another key', Buffer.concat([magic, segment('last/0', 'Bo', fileId, newKey())])],
    ['what follows the end', Buffer.concat([whole, segment('last/3', '!')])],
    ['a length beyond all measure', Buffer.concat([magic, Buffer.from([255, 255, 255, 255])])],
  ])('%s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(DamagedFile);
  });

  test('a file of which one bit is another', async () => {
    const changed = Buffer.from(whole);
    changed[magic.length + 30] = (changed[magic.length + 30] ?? 0) ^ 1;

    await expect(read(changed)).rejects.toThrow(DamagedFile);
  });
});

test('the hash is the one that the service tells', async () => {
  expect(await sha256Of(new Blob(['Anna']))).toBe(createHash('sha256').update('Anna').digest('hex'));
});
