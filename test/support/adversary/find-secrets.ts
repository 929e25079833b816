// Finds secrets in bytes: as UTF-8, UTF-16, base64 wherever it begins, hex, as JSON, URLs and forms write them, in gzip.
import { gunzipSync } from 'node:zlib';
import { formsOf } from '#test/support/adversary/secrets.ts';

interface Needle {
  readonly secret: string;
  readonly bytes: Buffer;
}

export interface Finder {
  /** Adds to `found` each secret that the bytes tell. */
  find(bytes: Uint8Array, found: Set<string>): void;
}

const HEAD_BYTES = 4;
const WRAPPED_DEEP = 2;

/** One pass over the bytes however many secrets there are: needles stand by their first four bytes. */
export function finderOf(secrets: readonly string[]): Finder {
  const heads = new Map<number, Needle[]>();
  const seen = new Uint8Array(1 << 16);
  for (const secret of secrets) {
    for (const bytes of formsOf(secret).flatMap(encodings)) {
      const head = bytes.readUInt32BE();
      heads.set(head, [...(heads.get(head) ?? []), { secret, bytes }]);
      seen[fold(head)] = 1;
    }
  }

  function find(bytes: Uint8Array, found: Set<string>, deep = WRAPPED_DEEP): void {
    const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let head = 0;
    for (let end = 0; end < part.length; end++) {
      head = ((head << 8) | (part[end] as number)) >>> 0;
      if (end < HEAD_BYTES - 1 || seen[fold(head)] === 0) continue;
      const at = end - HEAD_BYTES + 1;
      for (const needle of heads.get(head) ?? [])
        if (
          part.compare(needle.bytes, 0, needle.bytes.length, at, Math.min(part.length, at + needle.bytes.length)) === 0
        )
          found.add(needle.secret);
    }
    if (deep > 0) for (const inner of gunzipped(part)) find(inner, found, deep - 1);
  }

  return { find: (bytes, found) => find(bytes, found) };
}

const fold = (head: number) => (head ^ (head >>> 16)) & 0xffff;

/** All of them have at least the length of a head. */
function encodings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const escaped = text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const inUrl = encodeURIComponent(text);
  const texts = [text, JSON.stringify(text).slice(1, -1), escaped, inUrl, inUrl.replaceAll('%20', '+')];
  const wide = Buffer.from(text, 'utf16le');
  const hex = bytes.toString('hex');
  return [
    ...texts.map((one) => Buffer.from(one)),
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...inBase64(bytes),
    ...inBase64(wide),
  ].filter(({ length }) => length >= HEAD_BYTES);
}

/** At each of three places where it may begin; letters that it would share with what stands beside it are left out. */
function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const own = [Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)] as const;
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(...own);
    return [Buffer.from(text), Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

/** What lies in gzip, wherever it begins. */
function gunzipped(part: Buffer): Buffer[] {
  const inner: Buffer[] = [];
  const magic = Buffer.from([0x1f, 0x8b, 0x08]);
  for (let at = part.indexOf(magic); at >= 0; at = part.indexOf(magic, at + 1)) {
    try {
      inner.push(gunzipSync(part.subarray(at)));
    } catch {
      // Three bytes that happen to be so.
    }
  }
  return inner;
}
