// What the adversary makes of sealed files on the tape: with both keys it reads them, whatever they are; with one it does not.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipStream } from '#exports/zip-stream.ts';
import { SEGMENT_BYTES, SealedStream } from '#jobs/sealed-stream.ts';
import { openTape } from '#local/tape.ts';
import { renderPaper } from '#papers/render-paper.ts';
import { jointKey } from '#shared/vault.ts';
import { aPaper } from '#test/support/a-paper.ts';
import { type Copies, copiesShelf } from '#test/support/adversary/copies.ts';
import { storesOnTape } from '#test/support/adversary/tape-stores.ts';

const name = 'Åke Öhman-Ek';
const secrets = [{ of: 'anna', leaf: 'name', value: name, classes: [] }];
const [own, ofAll] = [randomBytes(32), randomBytes(32)];
const joint = jointKey(ofAll, own);

let folder: string;
let copies: Copies;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'answeronline-tape-'));
  copies = copiesShelf();
});
afterEach(() => rmSync(folder, { recursive: true }));

function sealedFile(content: Uint8Array): Buffer {
  const stream = new SealedStream(joint, { clientId: 'cli_1', fileId: 'fil_1' });
  return Buffer.concat([...stream.write(content), ...stream.end()]);
}

/** As the runner tapes what a function puts into the bucket, and the adversary reads it. */
function tape(body: Buffer): void {
  const path = join(folder, 'tape.jsonl');
  const clock = { offset: new Float64Array(1), nowMs: () => 0, moveTo: () => undefined };
  openTape(path, clock).call('PUT /handoutsbucket1/cli_1/fil_1', body, 200);
  for (const { store, kept } of storesOnTape(JSON.parse(readFileSync(path, 'utf8')))) copies.keep(store, kept);
}

const recovered = async (...keys: Uint8Array[]) => [...(await copies.recover(secrets, keys))];

async function aZip(): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const zip = new ZipStream(async (chunk) => void chunks.push(chunk), Date.UTC(2027, 4, 23));
  await zip.add('staff.csv', (put) => put(`Namn;Titel\r\n${name};Elektriker\r\n`));
  await zip.end();
  return Buffer.concat(chunks);
}

const aPdf = () => renderPaper(aPaper({ blocks: [{ kind: 'facts', rows: [{ name: 'Namn', value: name }] }] }));

describe('a sealed file on the tape', () => {
  it.each([
    ['text', async () => Buffer.from(JSON.stringify({ name }))],
    ['zip', aZip],
    ['pdf', aPdf],
  ] as const)(
    'that is a %s is read with the two keys that made its own, and with neither alone',
    async (kind, make) => {
      tape(sealedFile(await make()));

      expect(await recovered(ofAll, own)).toEqual([name]);
      expect(await recovered(own)).toEqual([]);
      expect(await recovered(ofAll, randomBytes(32))).toEqual([]);
      const inFiles = await copies.inFiles(secrets, [ofAll, own]);
      expect(inFiles).toEqual({ zip: new Set(), pdf: new Set(), text: new Set(), [kind]: new Set([name]) });
    },
  );

  it('is read where a name stands over the border of two segments', async () => {
    tape(sealedFile(Buffer.concat([Buffer.alloc(SEGMENT_BYTES - 4, ' '), Buffer.from(name)])));

    expect(await recovered(ofAll, own)).toEqual([name]);
  });

  it('is read with its own joint key that somebody left in a log, as a link gives it', async () => {
    tape(sealedFile(await aPdf()));
    copies.keep('functionLogs', JSON.stringify({ key: Buffer.from(joint).toString('base64') }));

    expect(await recovered()).toEqual([name]);
  });

  it('is read from among other bytes, from base64 in a text, and as far as it goes where it was cut off', async () => {
    const file = sealedFile(Buffer.from(`${name}${' '.repeat(500)}`));
    for (const body of [
      Buffer.concat([randomBytes(99), file, randomBytes(99)]),
      Buffer.from(`{"body":"${file.toString('base64')}"}`),
      file.subarray(0, -300),
    ]) {
      copies = copiesShelf();
      copies.keep('handouts', body);
      expect(await recovered(ofAll, own)).toEqual([name]);
    }
  });
});

describe('a file that nobody has sealed', () => {
  it.each([
    ['ZIP', aZip],
    ['PDF', aPdf],
  ])('is read without any key: a %s', async (_, make) => {
    tape(Buffer.from(await make()));

    expect(await recovered()).toEqual([name]);
  });
});
