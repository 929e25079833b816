// The worker of erasures: counts what there is, or does what was confirmed, and certifies it.
import { raiseTask } from '#attention/raise-task.ts';
import { clientReads } from '#clients/store.ts';
import type { ErasureApp } from '#erasures/app.ts';
import { contactsIn } from '#erasures/contacts-in.ts';
import { countClient } from '#erasures/count-client.ts';
import { countPerson } from '#erasures/count-person.ts';
import { erasePerson, type Outcome, type Remains } from '#erasures/erase-person.ts';
import { eraseRegister } from '#erasures/erase-register.ts';
import { issueCertificate } from '#erasures/issue-certificate.ts';
import { type Counted, type ErasureRecord, erasureRead, toErasureRecord, writeErasure } from '#erasures/store.ts';
import { tellSecondPerson } from '#erasures/tell.ts';
import { type Job, newJob } from '#jobs/job.ts';
import type { JobRun, Worker } from '#jobs/worker.ts';
import { eraseMessage } from '#messages/delete-message.ts';
import { messageRead, toMessageRecord } from '#messages/store.ts';
import { type OpenedRequest, openRequest, requestReads } from '#requests/store.ts';
import type { LongRun } from '#shared/long-run.ts';

/**
 * A run goes over everything that is to go: what one that died has done is not there any more. What stood there when the
 * erasing began is written down before the first record goes.
 * @throws AggregateError for what could not be erased: the next run finds it.
 */
export const workErasure: Worker<ErasureApp> = async (app, job, { mayGoOn, note }) => {
  const read = erasureRead(job.clientId, job.refId);
  const item = (await app.db.read([read])).get(read);
  const erasure = item && toErasureRecord(item);
  // Another job has taken its place.
  if (!erasure || erasure.jobId !== job.id) return 'done';
  const run = { mayGoOn, note, errors: [] as unknown[] };
  if (erasure.state !== 'counting' && erasure.state !== 'running') return 'done';
  const request = await requestOf(app, erasure);
  if (erasure.what === 'person' && !request) return stopWithoutRequest(app, erasure);
  if (erasure.state === 'counting') return count(app, run, erasure, request);
  const outcome = await act(app, run, await begin(app, run, erasure), { request, job });
  if (run.errors.length > 0) throw new AggregateError(run.errors, 'Not everything could be erased');
  if (outcome === 'more') return 'more';
  const all = total(outcome.erasure);
  await note({ done: all, total: all });
  if ('goesOn' in outcome) await goOn(app, outcome.erasure);
  else await conclude(app, outcome);
  return 'done';
};

/** Of a person. @returns undefined where its time is over, and with it what was found: there is nothing more to go by. */
async function requestOf(app: ErasureApp, { clientId, requestId }: ErasureRecord): Promise<OpenedRequest | undefined> {
  if (!requestId) return undefined;
  return openRequest(await app.db.read(requestReads(clientId, requestId)), clientId, requestId, app.clock.nowMs());
}

async function conclude(app: ErasureApp, { erasure, left, again }: Remains): Promise<void> {
  const { clientId, id: refId } = erasure;
  if (again || left.length > 0) {
    const task = raiseTask(app, { clientId, about: 'erasureByHand', refId });
    await writeErasure(app, { ...erasure, state: 'byHand', byHand: left }, task);
  } else await issueCertificate(app, erasure);
}

async function goOn(app: ErasureApp, erasure: ErasureRecord): Promise<void> {
  const { clientId, id: refId, askedBy, ownRecordsGo, rounds = 1 } = erasure;
  const { jobId, writes } = newJob(app, { clientId, work: 'erase', refId, askedBy });
  await writeErasure(app, { ...erasure, jobId, rounds: ownRecordsGo ? rounds + 1 : rounds }, writes);
}

/** It ends without a certificate, and a supervisor is told. */
async function stopWithoutRequest(app: ErasureApp, erasure: ErasureRecord): Promise<'done'> {
  const { clientId, id: refId } = erasure;
  const withdrawn = { because: 'requestGone' as const, atMs: app.clock.nowMs() };
  const task = raiseTask(app, { clientId, about: 'erasureStopped', refId });
  await writeErasure(app, { ...erasure, state: 'withdrawn', withdrawn }, task);
  return 'done';
}

const total = ({ begun }: ErasureRecord) => Object.values(begun?.counts ?? {}).reduce((sum, count) => sum + count, 0);

/** @returns undefined where the time was up. */
async function counted(app: ErasureApp, run: LongRun, erasure: ErasureRecord): Promise<Counted | undefined> {
  const { clientId, what, messages } = erasure;
  if (what === 'message') return countMessage(app, erasure);
  const registerOnly = what === 'register';
  const all = await countClient(app, run, { clientId, registerOnly, messages: !registerOnly || messages === 'erase' });
  if (!all || registerOnly) return all;
  const contacts = contactsIn(await app.db.read(clientReads(clientId)), clientId);
  return { ...all, counts: { ...all.counts, client: 1, contacts } };
}

async function count(
  app: ErasureApp,
  run: LongRun,
  erasure: ErasureRecord,
  request: OpenedRequest | undefined,
): Promise<'done'> {
  const found = request ? await countPerson(app, request) : await countedInTime(app, run, erasure);
  await writeErasure(app, { ...erasure, state: 'asked', counted: found }, tellSecondPerson(app, erasure));
  return 'done';
}

async function begin(app: ErasureApp, run: LongRun, erasure: ErasureRecord): Promise<ErasureRecord> {
  // A person's is counted pass by pass.
  if (erasure.begun || erasure.what === 'person') return erasure;
  return writeErasure(app, { ...erasure, begun: await countedInTime(app, run, erasure) });
}

/** @throws Error where a run has not the time for it: another counts anew, and after five nobody does. */
async function countedInTime(app: ErasureApp, run: LongRun, erasure: ErasureRecord): Promise<Counted> {
  const found = await counted(app, run, erasure);
  if (!found) throw new Error('Counting takes longer than a run may');
  return found;
}

const nothingLeft = (erasure: ErasureRecord): Remains => ({ erasure, left: [], again: false });

async function act(
  app: ErasureApp,
  run: LongRun & Pick<JobRun, 'note'>,
  erasure: ErasureRecord,
  { request, job }: { request: OpenedRequest | undefined; job: Job },
): Promise<Outcome> {
  if (request) return erasePerson(app, run, erasure, { request, job });
  switch (erasure.what) {
    case 'register':
      return (await eraseRegister(app, run, erasure)) ? nothingLeft(erasure) : 'more';
    default:
      await eraseOne(app, erasure);
      return nothingLeft(erasure);
  }
}

const messageOf = async ({ db }: ErasureApp, { clientId, messageId = '' }: ErasureRecord) =>
  (await db.read([messageRead(clientId, messageId)])).get(messageRead(clientId, messageId));

/** One that is gone by now, by its time or by another hand, is not erased by this: nobody certifies that it was. */
async function countMessage(app: ErasureApp, erasure: ErasureRecord): Promise<Counted | undefined> {
  const { counted } = erasure;
  return counted && !(await messageOf(app, erasure)) ? { ...counted, counts: {}, months: [] } : counted;
}

async function eraseOne(app: ErasureApp, erasure: ErasureRecord): Promise<void> {
  const item = await messageOf(app, erasure);
  if (item) await eraseMessage(app, toMessageRecord(item));
}
