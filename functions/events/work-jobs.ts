// The lane of jobs: one order at a time, and whoever does that kind of work.
import type { Context, SQSEvent } from 'aws-lambda';
import { sesMailer } from '#deliveries/ses-mailer.ts';
import { workExport } from '#exports/work-export.ts';
import type { HandoutApp } from '#jobs/handouts.ts';
import { s3Handouts } from '#jobs/s3-handouts.ts';
import { type WorkingApp, workJobs } from '#jobs/work-jobs.ts';
import type { Workers } from '#jobs/worker.ts';
import { type LetterApp, sendLetter } from '#letters/send-letter.ts';
import { searchForPerson } from '#requests/search-for-person.ts';
import { type ReportApp, writeAccessReport } from '#requests/write-access-report.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { sqsPatience } from '#shared/sqs-patience.ts';
import { jitteredWait } from '#shared/wait.ts';

/** All that workers need. */
export interface WorkApp extends WorkingApp, HandoutApp, LetterApp, ReportApp {}

export const workers: Workers<WorkApp> = {
  export: workExport,
  letter: sendLetter,
  report: writeAccessReport,
  search: searchForPerson,
};

let app: WorkApp | undefined;

function start(): WorkApp {
  const env = readEnv([
    ...tableVariables,
    'JOB_QUEUE_URL',
    'HANDOUT_BUCKET',
    'SENDER_ADDRESS',
    'CONFIGURATION_SET',
    'PORTAL_URL',
  ]);
  const tables = tableNames(env);
  const client = documentClient();
  return {
    ...makeApp(tables, client),
    bulk: new BulkWrites(client, tables, jitteredWait),
    patience: sqsPatience(env.JOB_QUEUE_URL),
    handouts: s3Handouts(env.HANDOUT_BUCKET),
    mailer: sesMailer({ address: env.SENDER_ADDRESS, configurationSet: env.CONFIGURATION_SET }),
    portalUrl: env.PORTAL_URL,
  };
}

export const handler = (event: SQSEvent, context: Context) => {
  app ??= start();
  return workJobs(app, workers, event, () => context.getRemainingTimeInMillis());
};
