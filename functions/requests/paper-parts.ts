// An access report in the making: what is known of it, how its files are named, and its parts for people.
import type { FilePlan } from '#jobs/file.ts';
import type { HandoutApp } from '#jobs/handouts.ts';
import { beginFile } from '#jobs/make-file.ts';
import type { JobRun } from '#jobs/worker.ts';
import { renderPaper } from '#papers/render-paper.ts';
import type { ReportWords } from '#requests/report/words.ts';
import type { Gathering } from '#requests/report-pages.ts';
import { reportPaper } from '#requests/report-paper.ts';
import type { MadeFile, ReportRow } from '#requests/report-row.ts';
import type { AccessReport, ReportEntry, ReportFoot, ReportHead, ReportSection } from '#requests/report-schema.ts';
import type { SearchRow } from '#requests/search-row.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { SERVICE } from '#shared/tables.ts';

/** What the job needs. */
export interface ReportApp extends App, HandoutApp {}

/** Some 600 pages of paper, and as many MB of memory as it takes to print them. */
const ENTRIES_OF_A_PART = 1_000;

export interface Writing {
  request: OpenedRequest;
  search: SearchRow;
  row: ReportRow;
  run: JobRun;
  endsAtMs: number;
  total: number;
  words: ReportWords;
  gathering: Gathering;
}

const fileNames = { sv: 'registerutdrag', en: 'access-report' } as const;

export const planOf = ({ request, row, endsAtMs }: Writing, format: 'json' | 'pdf', part?: number): FilePlan => ({
  clientId: request.clientId,
  what: 'report',
  refId: request.id,
  format,
  name: `${fileNames[row.language]}-${request.id}${part === undefined ? '' : `-${part}`}.${format}`,
  endsAtMs,
  heldBack: request.clientId !== SERVICE,
});

/** A report for people in parts: each is printed as soon as it is full, and forgotten. */
export class PaperParts {
  readonly #app: ReportApp;
  readonly #writing: Writing;
  readonly #head: ReportHead;
  readonly #made: MadeFile[] = [];
  #sections: ReportSection[] = [];
  #entries = 0;

  constructor(app: ReportApp, writing: Writing, head: ReportHead) {
    this.#app = app;
    this.#writing = writing;
    this.#head = head;
  }

  async add(section: Omit<ReportSection, 'entries'>, entries: readonly ReportEntry[]): Promise<void> {
    for (let from = 0; from < entries.length; ) {
      if (this.#entries === ENTRIES_OF_A_PART) await this.#print({ searched: [], leftOut: [] }, false);
      const taken = entries.slice(from, from + ENTRIES_OF_A_PART - this.#entries);
      const last = this.#sections.at(-1);
      if (last?.store === section.store) last.entries.push(...taken);
      else this.#sections.push({ ...section, entries: [...taken] });
      this.#entries += taken.length;
      from += taken.length;
    }
  }

  async end(foot: ReportFoot): Promise<MadeFile[]> {
    await this.#print(foot, true);
    return this.#made;
  }

  async #print(foot: ReportFoot, last: boolean): Promise<void> {
    const only = last && this.#made.length === 0;
    const number = this.#made.length + 1;
    const report: AccessReport = {
      ...this.#head,
      title: this.#writing.words.title(only ? undefined : number),
      part: only ? null : { number, last },
      sections: this.#sections,
      ...foot,
    };
    const file = await beginFile(this.#app, planOf(this.#writing, 'pdf', only ? undefined : number));
    await file.write(await renderPaper(reportPaper(report)));
    await file.finish();
    this.#made.push({ fileId: file.id, format: 'pdf' });
    this.#sections = [];
    this.#entries = 0;
  }
}
