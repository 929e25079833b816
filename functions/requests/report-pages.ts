// The data of an access report, page by page: sections in their order, and in each the entries that are told.
import { eachFindingPage, type Finding, reviewAgain } from '#requests/findings.ts';
import { openFindings } from '#requests/open-findings.ts';
import { isReported } from '#requests/report/given-by-person.ts';
import { hasChanged, type Reporting, reportEntry } from '#requests/report/report-entry.ts';
import { sectionsIn } from '#requests/report/sections.ts';
import type { ReportEntry, ReportSection } from '#requests/report-schema.ts';
import type { Readable } from '#requests/search/field.ts';
import { lookAt, shownFields } from '#requests/search/look-at.ts';
import { searcherOf } from '#requests/search/plan.ts';
import type { App } from '#shared/app.ts';

/** One page of one section. `of` counts findings that are done with it, told or not. */
export interface ReportPage {
  section: Omit<ReportSection, 'entries'>;
  entries: ReportEntry[];
  of: number;
}

/** What is not told, and why. */
interface LeftOut {
  expiring: number;
  notThePerson: number;
  gone: number;
  /** By store: of a file that is to be moved, what the person has not given. */
  notGiven: Map<string, number>;
  /** Told, but hidden: changed since somebody looked at it. */
  changed: number;
}

export interface Gathering extends Reporting {
  /** Messages that are gone by then, in epoch milliseconds, are left out. */
  notBeforeMs: number;
  /** Counted meanwhile. */
  left: LeftOut;
}

const PAGE = 100;

/** Each page costs a query and what the stores say of reading single records; nothing is held but a page. */
export async function* reportPages(app: App, gathering: Gathering): AsyncGenerator<ReportPage> {
  const { request, words } = gathering;
  for (const [store, { title, about, retention }] of sectionsIn(request.clientId, words)) {
    const section = { store, title, about, retention };
    for await (const findings of eachFindingPage(app, request.id, { store, limit: PAGE })) {
      const told = findings.filter((finding) => isTold(finding, gathering));
      const rows = searcherOf(request.clientId, store).rows;
      if (rows) {
        for (const finding of told)
          for await (const entries of rowsOf(app, finding, gathering)) yield { section, entries, of: 0 };
        yield { section, entries: [], of: findings.length };
      } else yield { section, entries: await entriesOf(app, told, gathering), of: findings.length };
    }
  }
}

function isTold(finding: Finding, { left, notBeforeMs, request }: Gathering): boolean {
  const { decision, expiresAt, store } = finding;
  if (decision !== 'include') {
    left.notThePerson++;
    return false;
  }
  if (!isReported(request.kind, finding)) {
    left.notGiven.set(store, (left.notGiven.get(store) ?? 0) + 1);
    return false;
  }
  if (expiresAt !== undefined && expiresAt * 1000 < notBeforeMs) {
    left.expiring++;
    return false;
  }
  return true;
}

async function entriesOf(app: App, told: readonly Finding[], gathering: Gathering): Promise<ReportEntry[]> {
  const { request, quest, left } = gathering;
  const opened = await openFindings(app, request, quest, told);
  left.gone += told.length - opened.length;
  const changed = opened.filter((one) => hasChanged(one, gathering));
  if (changed.length > 0) {
    left.changed += changed.length;
    for (const { finding } of changed) await reviewAgain(app, request.clientId, finding);
  }
  return opened.map((one) => reportEntry(one, gathering, changed.includes(one)));
}

/** Rows about one id, newest last. */
async function* rowsOf(app: App, finding: Finding, gathering: Gathering): AsyncGenerator<ReportEntry[]> {
  const { request, quest } = gathering;
  const { rows } = searcherOf(request.clientId, finding.store);
  let from: string | undefined;
  do {
    const page = await rows?.(app, finding.home, quest, finding.recordId, from);
    const entries = (page?.records ?? []).flatMap((record) => rowEntry(finding, record, gathering));
    if (entries.length > 0) yield entries;
    from = page?.next;
  } while (from !== undefined);
}

function rowEntry(finding: Finding, record: Readable, gathering: Gathering): ReportEntry[] {
  const sight = lookAt(record, gathering.quest);
  return sight ? [reportEntry({ finding, record, sight, shown: shownFields(record, sight) }, gathering, false)] : [];
}
