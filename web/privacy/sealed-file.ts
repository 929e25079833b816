// A file that the service has sealed is opened here, in the browser: segment by segment, each bound to its file and its place.
const MAGIC = 'AOF1';
const FORMAT = 1;
/** format, fingerprint of the key, nonce */
const HEADER_BYTES = 17;
const NONCE_AT = 5;
const LENGTH_BYTES = 4;
/** A segment is 1 MiB of content at most, with what sealing adds: more is no file of ours. */
const MOST_SEALED = 1024 * 1024 + 1024;

/** The head of a file: the ids of its client and itself. */
const MOST_HEAD = 1024;

/** What came is not what was sealed: cut off, changed, or of another file. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

export interface Sealing {
  readonly clientId: string;
  readonly fileId: string;
  /** Base64, of 32 bytes. */
  readonly key: string;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

const associatedData = ({ clientId, fileId }: Sealing, field: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([FORMAT, clientId, fileId, field, 1]));

/** Bytes as they come from the net, handed out in the portions that are asked for. */
class Portions {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #heard: (bytes: number) => void;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(body: ReadableStream<Uint8Array>, heard: (bytes: number) => void) {
    this.#reader = body.getReader();
    this.#heard = heard;
  }

  /** undefined at the end. @throws DamagedFile where the end comes within. */
  async next(wanted: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const parts: Uint8Array[] = [this.#rest];
    let held = this.#rest.length;
    while (held < wanted) {
      const { done, value } = await this.#reader.read();
      if (done) break;
      parts.push(value);
      held += value.length;
      this.#heard(value.length);
    }
    if (held === 0) return undefined;
    if (held < wanted) throw new DamagedFile('Cut off');
    const all = joined(parts, held);
    this.#rest = all.slice(wanted);
    return all.slice(0, wanted);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @returns what comes with its length before it; undefined at the end. */
async function framed(portions: Portions, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const length = await portions.next(LENGTH_BYTES);
  if (!length) return undefined;
  const bytes = new DataView(length.buffer).getUint32(0);
  const frame = bytes > 0 && bytes <= most ? await portions.next(bytes) : undefined;
  if (!frame) throw new DamagedFile('No part of a sealed file');
  return frame;
}

/** It stands in the open, and has to be the one that was asked for. */
async function demandHead(portions: Portions, { clientId, fileId }: Sealing): Promise<void> {
  const head = await framed(portions, MOST_HEAD);
  if (new TextDecoder().decode(head) !== JSON.stringify({ clientId, fileId })) throw new DamagedFile('Another file');
}

async function openSegment(key: CryptoKey, sealing: Sealing, field: string, sealed: Uint8Array<ArrayBuffer>) {
  const algorithm = {
    name: 'AES-GCM',
    iv: sealed.slice(NONCE_AT, HEADER_BYTES),
    additionalData: associatedData(sealing, field),
  };
  return crypto.subtle.decrypt(algorithm, key, sealed.slice(HEADER_BYTES)).then(
    (plain) => new Uint8Array(plain),
    () => undefined,
  );
}

/**
 * Opens what is fetched while it comes.
 * @param onBytes so many have come since the last time.
 * @throws DamagedFile
 */
export async function openSealed(
  body: ReadableStream<Uint8Array>,
  sealing: Sealing,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const key = await crypto.subtle.importKey('raw', bytesOf(sealing.key), 'AES-GCM', false, ['decrypt']);
  const portions = new Portions(body, onBytes);
  const magic = await portions.next(MAGIC.length);
  if (!magic || new TextDecoder().decode(magic) !== MAGIC) throw new DamagedFile('No sealed file');
  await demandHead(portions, sealing);
  const opened: Uint8Array<ArrayBuffer>[] = [];
  for (let place = 0, isLast = false; ; place += 1) {
    const sealed = await framed(portions, MOST_SEALED);
    if (!sealed) {
      if (!isLast) throw new DamagedFile('Its last segment is missing');
      return opened;
    }
    if (isLast) throw new DamagedFile('Something follows its last segment');
    if (sealed[0] !== FORMAT || sealed.length < HEADER_BYTES) throw new DamagedFile('No sealed segment');
    const within = await openSegment(key, sealing, `segment/${place}`, sealed);
    const plain = within ?? (await openSegment(key, sealing, `last/${place}`, sealed));
    if (!plain) throw new DamagedFile('A segment does not open');
    isLast = !within;
    opened.push(plain);
  }
}

/** Lower-case hexadecimal. */
export async function sha256Of(content: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
