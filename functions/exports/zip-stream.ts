// A ZIP that is written while it is made: of each file in it a chunk at a time, with what the manifest says of it.
import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
  name: string;
  /** Of the file itself. */
  bytes: number;
  sha256: string;
}

export type Put = (text: string) => Promise<void>;

export class ZipStream {
  readonly #write: (chunk: Uint8Array) => Promise<void>;
  readonly #mtimeMs: number;
  readonly #zip: Zip;
  #made: Uint8Array[] = [];
  #failure: Error | undefined;

  /** @param mtimeMs when the files in it were made. */
  constructor(write: (chunk: Uint8Array) => Promise<void>, mtimeMs: number) {
    this.#write = write;
    this.#mtimeMs = mtimeMs;
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failure = error;
      else this.#made.push(chunk);
    });
  }

  /** @param fill puts the file's text, chunk after chunk, in UTF-8. One file after the other. */
  async add(name: string, fill: (put: Put) => Promise<void>): Promise<ZipEntry> {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = this.#mtimeMs;
    this.#zip.add(entry);
    const hash = createHash('sha256');
    let bytes = 0;
    await fill(async (text) => {
      const chunk = Buffer.from(text, 'utf8');
      if (chunk.length === 0) return;
      hash.update(chunk);
      bytes += chunk.length;
      entry.push(chunk);
      await this.#flush();
    });
    entry.push(new Uint8Array(0), true);
    await this.#flush();
    return { name, bytes, sha256: hash.digest('hex') };
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const made = this.#made;
    this.#made = [];
    if (this.#failure) throw this.#failure;
    for (const chunk of made) await this.#write(chunk);
  }
}
