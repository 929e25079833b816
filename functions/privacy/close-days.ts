// Closes days of a log: what was kept on a day becomes one signed object, chained to that of the day before, and a row for the API.
import type { ClosingApp } from '#privacy/app.ts';
import { faultBetween, faultInDay, type LoggedDay, saidIn } from '#privacy/check-day.ts';
import { type ClosedDay, parseClosedDay } from '#privacy/closed-day.ts';
import { dayAfter, headText, type LogName } from '#privacy/day-head.ts';
import { hashOf, rootOf } from '#privacy/merkle.ts';
import { lastClosedDay, putClosedDay } from '#privacy/store.ts';
import { utcDay } from '#shared/clock.ts';
import type { Evidence } from '#shared/evidence.ts';
import { log } from '#shared/log.ts';
import { evidencePrefixes } from '#shared/tables.ts';

/** After its end nobody adds to a day: a sweep names the day as it writes, and runs for a quarter of an hour at most. */
const REST_MS = 60 * 60 * 1000;
const DAY_MS = 24 * REST_MS;

type ClosedLog = LoggedDay & ClosedDay;

/** One of the two logs: where its days are closed, and what each is closed over. */
export interface KeptLog {
  readonly log: LogName;
  /** For people. */
  readonly title: string;
  readonly closedIn: 'closed' | 'audit';
  /** The first day of which anything was kept, where none has been closed; undefined where nothing was. */
  firstDay(app: ClosingApp, last: string): Promise<string | undefined>;
  /** @throws Error where something of the day cannot be read. */
  collect(app: ClosingApp, day: string): Promise<Pick<ClosedDay, 'leaves' | 'rows'>>;
}

export interface ClosingReport {
  closed: number;
  /** False where the time was up: the next run goes on. */
  finished: boolean;
}

/**
 * Every day up to the last that ended an hour ago, also those on which nothing was kept: an outage is to be seen. Costs one
 * query, and for each day what it is closed over, one signature, one put and one update.
 *
 * The evidence has the last word. What stands there is never made anew: of two runs at once the second goes on from the
 * object of the first; after a crash, or a restore of the table, the missing rows come from there with the very same heads.
 * @param mayGoOn is asked before each day.
 * @throws Error where something there cannot be read or does not hold: the chain is not made longer than it is whole.
 */
export async function closeDays(app: ClosingApp, kept: KeptLog, mayGoOn: () => boolean): Promise<ClosingReport> {
  const last = utcDay(app.clock.nowMs() - REST_MS - DAY_MS);
  const row = await lastClosedDay(app, kept.log);
  let day = row === undefined ? await firstDay(app, kept, last) : dayAfter(row);
  if (day === undefined || day > last) return { closed: 0, finished: true };
  let before = row === undefined ? undefined : await demandClosed(app.evidence, kept, row);
  for (let closed = 0; ; closed++, day = dayAfter(day)) {
    if (day > last) return { closed, finished: true };
    if (!mayGoOn()) return { closed, finished: false };
    before = await closeDay(app, kept, day, before);
  }
}

/**
 * What is closed has the word: at the end of their time some things of a day may outlive its closed one, and it must not be
 * closed anew. What was kept is looked through only before the first day has been closed.
 */
async function firstDay(app: ClosingApp, kept: KeptLog, last: string): Promise<string | undefined> {
  const prefix = evidencePrefixes[kept.closedIn];
  const [first] = await app.evidence.list(prefix);
  return first === undefined ? kept.firstDay(app, last) : first.slice(prefix.length, prefix.length + last.length);
}

async function closeDay(
  app: ClosingApp,
  kept: KeptLog,
  day: string,
  before: ClosedLog | undefined,
): Promise<ClosedLog> {
  const closed =
    (await readClosed(app.evidence, kept, day)) ??
    (await makeClosed(app, kept, day, before)) ??
    (await demandClosed(app.evidence, kept, day));
  const fault = faultInDay(closed) ?? (before && faultBetween(before, closed));
  if (fault) throw new Error(`The ${kept.title} is broken at ${day}: ${fault}`);
  await putClosedDay(app, kept.log, day, closed);
  const clients = closed.leaves.flatMap((leaf) => saidIn(kept.log, leaf) ?? []);
  log.info(kept.log === 'audit' ? 'audit-day-closed' : 'day-closed', {
    day,
    count: clients.reduce((sum, { count }) => sum + count, 0),
  });
  return closed;
}

const nameIn = ({ closedIn }: KeptLog, day: string): string => `${evidencePrefixes[closedIn]}${day}.json`;

/** As it is looked at. */
const asLogged = ({ log: name }: KeptLog, day: string, closed: ClosedDay): ClosedLog => ({
  ...(name === 'audit' && { log: name }),
  day,
  ...closed,
  own: null,
});

async function readClosed(evidence: Evidence, kept: KeptLog, day: string): Promise<ClosedLog | undefined> {
  const name = nameIn(kept, day);
  const text = await evidence.get(name);
  return text === undefined ? undefined : asLogged(kept, day, parseClosedDay(name, text));
}

async function demandClosed(evidence: Evidence, kept: KeptLog, day: string): Promise<ClosedLog> {
  const closed = await readClosed(evidence, kept, day);
  if (!closed) throw new Error(`${nameIn(kept, day)} is not in the evidence`);
  return closed;
}

/** @returns undefined where another run was faster: its object stands. */
async function makeClosed(
  app: ClosingApp,
  kept: KeptLog,
  day: string,
  before: ClosedLog | undefined,
): Promise<ClosedLog | undefined> {
  const { evidence, signer } = app;
  const made = await kept.collect(app, day);
  const head = headText(day, before ? hashOf(before.head) : null, rootOf(made.leaves), kept.log);
  const closed: ClosedDay = { head, signature: await signer.sign(head), publicKey: await signer.publicKey(), ...made };
  const logged = asLogged(kept, day, closed);
  // It stands for ever.
  const fault = faultInDay(logged);
  if (fault) throw new Error(`${day} was not closed: ${fault}`);
  return (await evidence.put(nameIn(kept, day), JSON.stringify(closed))) ? logged : undefined;
}
