// Writes an access report as JSON piece by piece: no more than a page of it is in memory.
import type { ReportEntry, ReportFoot, ReportHead, ReportSection } from '#requests/report-schema.ts';

export type Write = (chunk: Uint8Array) => Promise<void>;

/** An object or a list without its end. */
const begun = (text: string) => text.slice(0, -1);

export class ReportJson {
  readonly #write: Write;
  #sections = 0;
  #entries = 0;

  constructor(write: Write) {
    this.#write = write;
  }

  async begin(head: ReportHead): Promise<void> {
    await this.#put(`${begun(JSON.stringify(head))},"sections":[`);
  }

  async section(section: Omit<ReportSection, 'entries'>): Promise<void> {
    await this.#endSection();
    await this.#put(`${this.#sections++ > 0 ? ',' : ''}${begun(JSON.stringify(section))},"entries":[`);
    this.#entries = 0;
  }

  async entries(entries: readonly ReportEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const text = entries.map((entry) => JSON.stringify(entry)).join(',');
    await this.#put(`${this.#entries > 0 ? ',' : ''}${text}`);
    this.#entries += entries.length;
  }

  async end(foot: ReportFoot): Promise<void> {
    await this.#endSection();
    await this.#put(`],${JSON.stringify(foot).slice(1)}`);
  }

  async #endSection(): Promise<void> {
    if (this.#sections > 0) await this.#put(']}');
  }

  #put(text: string): Promise<void> {
    return this.#write(Buffer.from(text, 'utf8'));
  }
}
