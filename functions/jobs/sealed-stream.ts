// The format of sealed files: a head of ids, then segments of at most 1 MiB, each sealed by itself and bound to its place.
import { openBytes, sealBytes } from '#shared/vault.ts';

export const SEALED_MAGIC = 'AOF1';
export const SEGMENT_BYTES = 1024 * 1024;
const LENGTH_BYTES = 4;
const SCHEMA = 1;

/** Stands in the open at the head of a file, so that the file and its key are all that is needed. */
export interface SealedHead {
  clientId: string;
  fileId: string;
}

/** The last one says so: a file that was cut off does not open. */
const context = ({ clientId, fileId }: SealedHead, n: number, last: boolean) => ({
  clientId,
  recordId: fileId,
  field: `${last ? 'last' : 'segment'}/${n}`,
  schema: SCHEMA,
});

/** @returns its length, big-endian, and itself. */
function framed(bytes: Uint8Array): Uint8Array[] {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}

/** Seals what is written to it; holds at most a segment. */
export class SealedStream {
  readonly #key: Uint8Array;
  readonly #head: SealedHead;
  readonly #segment = Buffer.alloc(SEGMENT_BYTES);
  #filled = 0;
  #count = 0;

  constructor(key: Uint8Array, head: SealedHead) {
    this.#key = key;
    this.#head = head;
  }

  /** @returns pieces of the file, in their order. */
  write(chunk: Uint8Array): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    for (let from = 0; from < chunk.length; ) {
      // A full segment waits for what comes after it: it may be the last.
      if (this.#filled === SEGMENT_BYTES) pieces.push(...this.#seal(false));
      const taken = chunk.subarray(from, from + SEGMENT_BYTES - this.#filled);
      this.#segment.set(taken, this.#filled);
      this.#filled += taken.length;
      from += taken.length;
    }
    return pieces;
  }

  end(): Uint8Array[] {
    return this.#seal(true);
  }

  #seal(last: boolean): Uint8Array[] {
    const n = this.#count++;
    const sealed = sealBytes(this.#key, context(this.#head, n, last), this.#segment.subarray(0, this.#filled));
    this.#filled = 0;
    return n === 0 ? [...headPieces(this.#head), ...framed(sealed)] : framed(sealed);
  }
}

const headPieces = (head: SealedHead): Uint8Array[] => [
  Buffer.from(SEALED_MAGIC, 'ascii'),
  ...framed(Buffer.from(JSON.stringify(head), 'utf8')),
];

/**
 * Opens a sealed file, from whatever pieces it comes in, segment by segment.
 * @throws Error where it is none, was changed or cut off; StaleKeyError with another key.
 */
export async function* openSealed(
  key: Uint8Array,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const source = new Pieces(pieces);
  if ((await source.take(SEALED_MAGIC.length)).toString('ascii') !== SEALED_MAGIC) throw new Error('Not a sealed file');
  const head = JSON.parse((await source.frame()).toString('utf8')) as SealedHead;
  for (let n = 0; ; n++) {
    const sealed = await source.frame();
    const last = await source.atEnd();
    yield openBytes(key, context(head, n, last), sealed);
    if (last) return;
  }
}

/** Bytes in the amounts that are asked for. */
class Pieces {
  readonly #source: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#source = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  }

  async take(count: number): Promise<Buffer> {
    if (!(await this.#fill(count))) throw new Error('The file was cut off');
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async frame(): Promise<Buffer> {
    const length = (await this.take(LENGTH_BYTES)).readUInt32BE();
    if (length > 2 * SEGMENT_BYTES) throw new Error('Not a sealed file');
    return this.take(length);
  }

  async atEnd(): Promise<boolean> {
    return !(await this.#fill(1));
  }

  /** @returns whether there are so many. */
  async #fill(count: number): Promise<boolean> {
    const more: Uint8Array[] = [];
    let held = this.#held.length;
    while (held < count) {
      const { done, value } = await this.#source.next();
      if (done) break;
      more.push(value);
      held += value.length;
    }
    if (more.length > 0) this.#held = Buffer.concat([this.#held, ...more]);
    return held >= count;
  }
}
