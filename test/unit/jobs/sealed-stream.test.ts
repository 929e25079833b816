// The format of sealed files: opens piece by piece with its key, and never where anything of it was changed, moved or cut off.
import { describe, expect, test } from 'vitest';
import { openSealed, SEALED_MAGIC, SEGMENT_BYTES, SealedStream } from '#jobs/sealed-stream.ts';
import { newKey, StaleKeyError } from '#shared/vault.ts';

const key = newKey();
const head = { clientId: 'cli_01ARZ3NDEKTSV4RRFFQ69G5FAV', fileId: 'fil_01ARZ3NDEKTSV4RRFFQ69G5FAV' };

function sealed(content: Uint8Array, chunk = 100_000): Buffer {
  const stream = new SealedStream(key, head);
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < content.length; from += chunk)
    pieces.push(...stream.write(content.subarray(from, from + chunk)));
  return Buffer.concat([...pieces, ...stream.end()]);
}

async function opened(file: Buffer, of = key, piece = file.length): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const cut = Array.from({ length: Math.ceil(file.length / piece) }, (_, n) =>
    file.subarray(n * piece, (n + 1) * piece),
  );
  for await (const one of openSealed(of, cut)) pieces.push(one);
  return Buffer.concat(pieces);
}

/** Something that is not the same anywhere. */
const aContent = (length: number) => Buffer.from(Array.from({ length }, (_, n) => (n * 7919) % 251));

/** Where the frames begin: the head's, then one for each segment. */
function frames(file: Buffer): number[] {
  const starts: number[] = [];
  for (let at = SEALED_MAGIC.length; at < file.length; at += 4 + file.readUInt32BE(at)) starts.push(at);
  return starts;
}

describe('what was sealed', () => {
  test.each([0, 1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 3 * SEGMENT_BYTES])(
    'opens with its key, of %i bytes',
    async (length) => {
      const content = aContent(length);

      expect((await opened(sealed(content))).equals(content)).toBe(true);
    },
  );

  test('opens from pieces of any size, whatever chunks it was written in', async () => {
    const content = aContent(2 * SEGMENT_BYTES + 5);

    for (const [chunk, piece] of [
      [1_000_003, 4_099],
      [content.length, 65_536],
    ] as const)
      expect((await opened(sealed(content, chunk), key, piece)).equals(content)).toBe(true);
  });

  test('is some bytes longer for each segment, and has nothing of itself in it', () => {
    const content = Buffer.from('Anna Ek, 070-174 06 50');
    const file = sealed(content);

    expect(file.subarray(0, 4).toString()).toBe('AOF1');
    expect(frames(file)).toHaveLength(2);
    expect(file.includes('Anna')).toBe(false);
    expect(file.length).toBeLessThan(content.length + 33 + 120);
  });
});

describe('it does not open', () => {
  const file = sealed(aContent(2 * SEGMENT_BYTES + 10));
  const [, first = 0, second = 0, third = 0] = frames(file);

  test('with another key', async () => {
    await expect(opened(file, newKey())).rejects.toThrow(StaleKeyError);
  });

  test('where it was cut off, at the end of a segment or anywhere', async () => {
    for (const length of [3, 20, second, third, third + 5, file.length - 1])
      await expect(opened(file.subarray(0, length)), String(length)).rejects.toThrow();
  });

  test('where segments were exchanged, left out or added', async () => {
    const [before, one, two, three] = [
      file.subarray(0, first),
      file.subarray(first, second),
      file.subarray(second, third),
      file.subarray(third),
    ];

    for (const pieces of [
      [before, two, one, three],
      [before, one, three],
      [before, one, two, three, three],
      [before, one, two, one, three],
    ])
      await expect(opened(Buffer.concat(pieces))).rejects.toThrow();
  });

  test('where a byte is another, in the head as well', async () => {
    for (const at of [0, 15, first + 4 + 30, file.length - 1]) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(opened(changed), String(at)).rejects.toThrow();
    }
  });

  test('where it is no sealed file at all', async () => {
    for (const text of ['', 'PK', '%PDF-1.7 and so on'])
      await expect(opened(Buffer.from(text)), text).rejects.toThrow(/Not a sealed file|cut off/);
  });
});
