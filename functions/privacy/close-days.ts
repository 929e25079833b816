// Closes days: what was kept on a day becomes one signed object, chained to that of the day before, and a row for the API.
import type { ClosingApp } from '#privacy/app.ts';
import { faultBetween, faultInDay, type LoggedDay } from '#privacy/check-day.ts';
import { type ClosedDay, parseClosedDay } from '#privacy/closed-day.ts';
import { clientLeafOf, dayAfter, headText, type KeptObject, leavesOf } from '#privacy/day-log.ts';
import { hashOf, rootOf } from '#privacy/merkle.ts';
import { lastClosedDay, putClosedDay } from '#privacy/store.ts';
import { type Evidence, evidenceDay, evidenceNames } from '#shared/evidence.ts';
import { log } from '#shared/log.ts';
import { evidencePrefixes } from '#shared/tables.ts';

/** After its end nobody adds to a day: a sweep names the day as it writes, and runs for a quarter of an hour at most. */
const REST_MS = 60 * 60 * 1000;
const DAY_MS = 24 * REST_MS;
/** Objects that are read side by side. */
const AT_ONCE = 16;

type ClosedLog = LoggedDay & ClosedDay;

export interface ClosingReport {
  closed: number;
  /** False where the time was up: the next run goes on. */
  finished: boolean;
}

/**
 * Every day up to the last that ended an hour ago, also those on which nothing was kept: an outage is to be seen. Costs one
 * query, and for each day its listing, its objects, one signature, one put and one update.
 *
 * The evidence has the last word. What stands there is never made anew: of two runs at once the second goes on from the
 * object of the first; after a crash, or a restore of the table, the missing rows come from there with the very same heads.
 * @param mayGoOn is asked before each day.
 * @throws Error where something there cannot be read or does not hold: the chain is not made longer than it is whole.
 */
export async function closeDays(app: ClosingApp, mayGoOn: () => boolean): Promise<ClosingReport> {
  const last = evidenceDay(app.clock.nowMs() - REST_MS - DAY_MS);
  const row = await lastClosedDay(app);
  let day = row === undefined ? await firstDay(app.evidence) : dayAfter(row);
  if (day === undefined || day > last) return { closed: 0, finished: true };
  let before = row === undefined ? undefined : await demandClosed(app.evidence, row);
  for (let closed = 0; ; closed++, day = dayAfter(day)) {
    if (day > last) return { closed, finished: true };
    if (!mayGoOn()) return { closed, finished: false };
    before = await closeDay(app, day, before);
  }
}

/**
 * What is closed has the word: at the end of their time some objects of a day may outlive its closed one, and it must not be
 * closed anew. All objects are listed only before the first day has been closed.
 */
async function firstDay(evidence: Evidence): Promise<string | undefined> {
  for (const prefix of [evidencePrefixes.closed, evidencePrefixes.days]) {
    const [first] = await evidence.list(prefix);
    if (first) return first.slice(prefix.length, prefix.length + '2027-05-23'.length);
  }
  return undefined;
}

async function closeDay(app: ClosingApp, day: string, before: ClosedLog | undefined): Promise<ClosedLog> {
  const closed =
    (await readClosed(app.evidence, day)) ??
    (await makeClosed(app, day, before)) ??
    (await demandClosed(app.evidence, day));
  const fault = faultInDay(closed) ?? (before && faultBetween(before, closed));
  if (fault) throw new Error(`The erasure log is broken at ${day}: ${fault}`);
  await putClosedDay(app, day, closed);
  const clients = closed.leaves.flatMap((leaf) => clientLeafOf(leaf) ?? []);
  log.info('day-closed', { day, count: clients.reduce((sum, { erased }) => sum + erased, 0) });
  return closed;
}

async function readClosed(evidence: Evidence, day: string): Promise<ClosedLog | undefined> {
  const name = evidenceNames.closed(day);
  const text = await evidence.get(name);
  return text === undefined ? undefined : { day, ...parseClosedDay(name, text), own: null };
}

async function demandClosed(evidence: Evidence, day: string): Promise<ClosedLog> {
  const closed = await readClosed(evidence, day);
  if (!closed) throw new Error(`${evidenceNames.closed(day)} is not in the evidence`);
  return closed;
}

/** @returns undefined where another run was faster: its object stands. */
async function makeClosed(
  { evidence, signer }: ClosingApp,
  day: string,
  before: ClosedLog | undefined,
): Promise<ClosedLog | undefined> {
  const leaves = leavesOf(await readObjects(evidence, day));
  const head = headText(day, before ? hashOf(before.head) : null, rootOf(leaves));
  const closed: ClosedDay = { head, signature: await signer.sign(head), publicKey: await signer.publicKey(), leaves };
  const logged: ClosedLog = { day, ...closed, own: null };
  // It stands for ever.
  const fault = faultInDay(logged);
  if (fault) throw new Error(`${day} was not closed: ${fault}`);
  return (await evidence.put(evidenceNames.closed(day), JSON.stringify(closed))) ? logged : undefined;
}

async function readObjects(evidence: Evidence, day: string): Promise<KeptObject[]> {
  const names = await evidence.list(evidenceNames.ofDay(day));
  const objects: KeptObject[] = [];
  for (let start = 0; start < names.length; start += AT_ONCE)
    objects.push(...(await Promise.all(names.slice(start, start + AT_ONCE).map((name) => readObject(evidence, name)))));
  return objects;
}

async function readObject(evidence: Evidence, name: string): Promise<KeptObject> {
  const text = await evidence.get(name);
  if (text === undefined) throw new Error(`${name} is listed, and not there`);
  return { name, text };
}
