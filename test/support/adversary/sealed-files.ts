// Sealed files among what was copied: found wherever they begin, opened with the keys that their segments name, and read.
import { unzipSync } from 'fflate';
import { SEALED_MAGIC, SEGMENT_BYTES } from '#jobs/sealed-stream.ts';
import { decrypt, type KeyRing, mayBeSealed } from '#test/support/adversary/unseal.ts';
import { readPdf } from '#test/support/read-pdf.ts';

/** Segments in their order. */
export type SealedFile = readonly Buffer[];

export type FileKind = 'zip' | 'pdf' | 'text';

export interface OpenedFile {
  readonly kind: FileKind;
  /** What is in it, as it can be read: itself, or the files of a ZIP, or the words of a PDF. */
  readonly texts: readonly Buffer[];
}

const LENGTH_BYTES = 4;

/** One that was cut off is taken as far as it goes. */
export function sealedFilesIn(part: Buffer): SealedFile[] {
  const files: SealedFile[] = [];
  for (let at = part.indexOf(SEALED_MAGIC); at >= 0; at = part.indexOf(SEALED_MAGIC, at + 1)) {
    const [, ...segments] = framesFrom(part, at + SEALED_MAGIC.length);
    if (segments.some(mayBeSealed)) files.push(segments.filter(mayBeSealed));
  }
  return files;
}

function framesFrom(part: Buffer, start: number): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = start; at + LENGTH_BYTES <= part.length; ) {
    const length = part.readUInt32BE(at);
    if (length > 2 * SEGMENT_BYTES) break;
    frames.push(part.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + length));
    at += LENGTH_BYTES + length;
  }
  return frames;
}

/** With each key that it names, of those that there are: noise where another happens to have the same name. */
export const openedFiles = (files: readonly SealedFile[], { keysOf }: KeyRing): Buffer[] =>
  files.flatMap((file) =>
    keysOf(file[0] as Buffer).map((key) => Buffer.concat(file.map((segment) => decrypt(segment, key)))),
  );

const ZIP_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const PDF_MAGIC = Buffer.from('%PDF-');

export const isPacked = (bytes: Buffer): boolean =>
  [ZIP_MAGIC, PDF_MAGIC].some((magic) => bytes.subarray(0, magic.length).equals(magic));

/** One that is broken, as a copy from the midst of a database's file is, is taken as the bytes that it has. */
export async function readFile(bytes: Buffer): Promise<OpenedFile> {
  if (!isPacked(bytes)) return { kind: 'text', texts: [bytes] };
  try {
    return await unpacked(bytes);
  } catch {
    return { kind: 'text', texts: [bytes] };
  }
}

async function unpacked(bytes: Buffer): Promise<OpenedFile> {
  if (bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC))
    return { kind: 'zip', texts: Object.values(unzipSync(bytes)).map((inner) => Buffer.from(inner)) };
  const { pages, text, title = '' } = await readPdf(bytes);
  // A number or an address that is broken at the end of a line is read as one, too.
  return { kind: 'pdf', texts: [text, pages.join('').replaceAll('\n', ''), title].map((one) => Buffer.from(one)) };
}
