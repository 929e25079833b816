// The job that searches for the person of a request: store by store, page by page, from where the run before it ended.
import type { Job } from '#jobs/job.ts';
import type { JobRun, Worker } from '#jobs/worker.ts';
import { planOf, type Step, stepsOf } from '#requests/search/plan.ts';
import { questOfRequest, questsOfRequest } from '#requests/search/quest-of-request.ts';
import {
  beginSearchRow,
  changeSearchRow,
  type SearchRow,
  searchRowRead,
  soughtOf,
  toSearchRow,
} from '#requests/search-row.ts';
import { type OpenedRequest, openRequest, requestReads } from '#requests/store.ts';
import { writeFindings, writeWhileLast } from '#requests/write-findings.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { type ItemKey, recordKeys, recordsTable, SERVICE } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';

/** Whoever signs in may be of the staff, who may have another sign-in, and so on: it ends somewhere. */
const MOST_ROUNDS = 6;

/** Where it goes on: ids and numbers. */
interface Place {
  /** Of the plan's steps; behind the last one what is not there any more is cleared away. */
  step: number;
  home: string;
  from?: string | undefined;
  /** Records up to here, in this round, that do not open: a page done again is counted once. */
  unreadable: number;
}

const placeText = ({ step, home, from, unreadable }: Place, round: number): string =>
  JSON.stringify([step, home, from ?? null, unreadable, round]);

const startOf = (home: string): Place => ({ step: 0, home, unreadable: 0 });

/** A place of another round than the one under way is none: whoever began this one died before the place was noted. */
function placeOf(at: string | undefined, round: number, home: string): Place {
  if (at === undefined) return startOf(home);
  const [step, where, from, unreadable, of] = JSON.parse(at) as [number, string, string | null, number, number];
  return of === round ? { step, home: where, from: from ?? undefined, unreadable } : startOf(home);
}

interface Searching {
  request: OpenedRequest;
  job: Job;
  run: JobRun;
  row: SearchRow;
}

/**
 * Costs, beside what each store's pages cost and say: for each page a read and writes of what was found in it, and 1 unit for the
 * place. A page is done again by the run after one that died: it writes the same rows. Whoever starts another search of the
 * request ends this one: from its first transaction on this one writes nothing any more, and clears nothing away.
 */
export const searchForPerson: Worker<App> = async (app, job, run) => {
  const nowMs = app.clock.nowMs();
  const found = await app.db.read([...requestReads(job.clientId, job.refId), searchRowRead(job.refId)]);
  const request = openRequest(found, job.clientId, job.refId, nowMs);
  if (!request || request.searchJobId !== job.id) return 'done';
  try {
    const row = await beginOrGoOn(app, request, job, toSearchRow(found.get(searchRowRead(request.id))));
    return row.doneAtMs === undefined ? await searchOn(app, { request, job, run, row }) : 'done';
  } catch (error) {
    if (error instanceof ConflictError && (await isReplaced(app, request, job))) return 'done';
    throw error;
  }
};

async function isReplaced(app: App, { clientId, id }: OpenedRequest, job: Job): Promise<boolean> {
  const read = { table: 'records' as const, key: recordKeys.request(clientId, id) };
  return (await app.db.read([read])).get(read)?.searchJobId !== job.id;
}

async function beginOrGoOn(app: App, request: OpenedRequest, job: Job, standing: SearchRow | undefined) {
  if (standing?.jobId === job.id) return standing;
  const row: SearchRow = {
    jobId: job.id,
    sought: soughtOf(request, await questOfRequest(app, request)),
    rounds: 1,
    unreadable: 0,
  };
  await app.db.commit(beginSearchRow(request, row));
  return row;
}

async function searchOn(app: App, searching: Searching): Promise<'done' | 'more'> {
  const { request, job, run } = searching;
  const steps = stepsOf(request.clientId);
  let { row } = searching;
  let place = placeOf(job.at, row.rounds, request.clientId);
  let { done } = job;
  let quest = (await questsOfRequest(app, request)).searched;

  for (;;) {
    if (!run.mayGoOn()) return 'more';
    const step = steps[place.step];
    if (!step) break;
    const page = await step.searcher.page(app, place.home, quest, place.from);
    await writeFindings(app, { request, jobId: job.id, quest }, page.records);
    done += page.looked;
    const before = place.step;
    place = await placeAfter(app, { ...place, unreadable: place.unreadable + page.unreadable }, step, page.next);
    if (before !== place.step && place.step === planOf(request.clientId).people.length) {
      const { known, searched } = await questsOfRequest(app, request);
      const sought = soughtOf(request, known);
      quest = searched;
      if (sought !== row.sought && row.rounds < MOST_ROUNDS) {
        row = { ...row, sought, rounds: row.rounds + 1 };
        await app.db.commit([changeSearchRow(request.id, row)]);
        place = startOf(request.clientId);
      }
    }
    await run.note({ done, at: placeText(place, row.rounds) });
  }
  if (!(await clearAway(app, request.id, job.id, run))) return 'more';
  await app.db.commit([
    changeSearchRow(request.id, { ...row, unreadable: place.unreadable, doneAtMs: app.clock.nowMs() }),
  ]);
  return 'done';
}

async function placeAfter(app: App, place: Place, { everywhere }: Step, next: string | undefined): Promise<Place> {
  if (next !== undefined) return { ...place, from: next };
  const home = everywhere ? await homeAfter(app, place.home) : undefined;
  return home === undefined
    ? { ...place, step: place.step + 1, home: everywhere ? SERVICE : place.home, from: undefined }
    : { ...place, home, from: undefined };
}

/** The service itself first, then its clients. One query of 1 unit. */
async function homeAfter(app: App, home: string): Promise<string | undefined> {
  const { pk } = recordKeys.clients();
  const { items } = await app.db.query({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: pk },
    limit: 1,
    consistent: true,
    ...(home !== SERVICE && { startAfter: { pk, sk: home } }),
  });
  return items[0]?.sk as string | undefined;
}

/** Findings of earlier searches that this one has not seen: the record is gone, or is not about the person any more. */
async function clearAway(app: App, requestId: string, jobId: string, run: JobRun): Promise<boolean> {
  let startAfter: Item | undefined;
  do {
    if (startAfter && !run.mayGoOn()) return false;
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: recordKeys.findingsOf(requestId).pk },
      sort: { name: recordsTable.sortKey, from: 'A', until: 'z~' },
      filter: { expression: 'jobId <> :job', values: { ':job': jobId } },
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    await writeWhileLast(
      app,
      requestId,
      jobId,
      items.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as ItemKey })),
    );
    startAfter = next;
  } while (startAfter);
  return true;
}
