// Makes an export: one ZIP, sealed while it is written, and its row told of it in the transaction in which it is ready.
import { clientReads, openClient } from '#clients/store.ts';
import { csvWriting } from '#exports/csv.ts';
import { addMessages } from '#exports/export-messages.ts';
import { addRegister, demandNobodyHidden, whoIsIn } from '#exports/export-people.ts';
import { LeftOut } from '#exports/left-out.ts';
import type { ExportCounts } from '#exports/schema.ts';
import { type ExportRecord, exportedIn, exportRead, madeExport, toExport } from '#exports/store.ts';
import { type ZipEntry, ZipStream } from '#exports/zip-stream.ts';
import type { HandoutApp } from '#jobs/handouts.ts';
import { beginFile } from '#jobs/make-file.ts';
import type { JobRun, Worker } from '#jobs/worker.ts';
import { rfc3339 } from '#shared/clock.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Between two notes of how far it is. */
const NOTED_EVERY = 1_000;

/**
 * Costs five times the register and its keys (some 500 units for a thousand people; of messages alone twice), twice the
 * messages (some 400 units for a hundred), and what a file costs. A run that dies leaves nothing that could be fetched, and the next begins anew: what was
 * erased in between is in none of it.
 * @throws Error where a run has not the time for it, or somebody in it is protected since it began.
 */
export const workExport: Worker<HandoutApp> = async (app, job, run) => {
  const { clientId } = job;
  const read = exportRead(clientId, job.refId);
  const found = await app.db.read([read, ...clientReads(clientId)]);
  const item = found.get(read);
  const client = openClient(found, clientId);
  const record = item && toExport(item);
  if (!client || !record || record.fileId !== undefined) return 'done';

  const nowMs = app.clock.nowMs();
  const endsAtMs = nowMs + record.days * DAY_MS;
  const name = `answeronline-export-${rfc3339(nowMs).slice(0, 10)}.zip`;
  const plan = { clientId, what: 'export', refId: record.id, format: 'zip', name, endsAtMs } as const;
  const file = await beginFile(app, plan);
  const zip = new ZipStream((chunk) => file.write(chunk), nowMs);
  const leftOut = new LeftOut();
  const step = stepper(run);
  const files: ZipEntry[] = [];
  let messages = 0;

  const people = await whoIsIn(app, clientId, record.protectedStaff, leftOut);
  if (record.what.includes('register')) files.push(...(await addRegister(app, zip, client, people, () => step(0))));
  if (record.what.includes('messages')) {
    const wanted = { clientId, untilMs: record.askedAtMs, endsAtMs };
    const added = await addMessages(app, zip, wanted, people, leftOut, step);
    files.push(...added.entries);
    messages = added.count;
  }
  const counts: ExportCounts = {
    staff: record.what.includes('register') ? people.names.size : 0,
    messages,
    leftOut: leftOut.all(),
  };
  await zip.add('manifest.json', (put) => put(manifest(record, { madeAtMs: nowMs, endsAtMs, counts, files })));
  await zip.end();
  await run.note({ done: exportedIn(counts), total: exportedIn(counts) });
  await demandNobodyHidden(app, clientId, people);
  await file.finish([madeExport(clientId, record.id, file.id, counts)]);
  return 'done';
};

/** Notes how many messages have been written, now and then, and minds the time. */
function stepper({ mayGoOn, note }: JobRun): (count: number) => Promise<void> {
  let done = 0;
  let noted = 0;
  return async (count) => {
    if (!mayGoOn()) throw new Error('The export takes longer than a run may');
    done += count;
    if (done - noted < NOTED_EVERY) return;
    noted = done;
    await note({ done });
  };
}

interface Made {
  madeAtMs: number;
  endsAtMs: number;
  counts: ExportCounts;
  files: readonly ZipEntry[];
}

const manifest = ({ id, clientId, what }: ExportRecord, { madeAtMs, endsAtMs, counts, files }: Made) =>
  `${JSON.stringify(
    {
      schema: 'answeronline-export/1',
      exportId: id,
      clientId,
      what,
      madeAt: rfc3339(madeAtMs),
      fetchedUntil: rfc3339(endsAtMs),
      counts,
      csv: csvWriting,
      files,
    },
    null,
    2,
  )}\n`;
