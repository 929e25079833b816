// The lane of jobs: one order at a time, and whoever does that kind of work.
import type { Context, SQSEvent } from 'aws-lambda';
import { taskOfStopped } from '#attention/task-of-stopped.ts';
import { sesMailer } from '#deliveries/ses-mailer.ts';
import type { ErasureApp } from '#erasures/app.ts';
import { workErasure } from '#erasures/work-erasure.ts';
import { workExport } from '#exports/work-export.ts';
import type { HandoutApp } from '#jobs/handouts.ts';
import { s3Handouts } from '#jobs/s3-handouts.ts';
import { type WorkingApp, workJobs } from '#jobs/work-jobs.ts';
import type { Workers } from '#jobs/worker.ts';
import { type LetterApp, sendLetter } from '#letters/send-letter.ts';
import type { ReportApp } from '#requests/paper-parts.ts';
import { searchForPerson } from '#requests/search-for-person.ts';
import { writeAccessReport } from '#requests/write-access-report.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { kmsSigner } from '#shared/kms-signer.ts';
import { s3Evidence } from '#shared/s3-evidence.ts';
import { sqsPatience } from '#shared/sqs-patience.ts';
import { jitteredWait } from '#shared/wait.ts';
import { cognitoIdentityProvider } from '#users/cognito-identity-provider.ts';

/** All that workers need. */
export interface WorkApp extends WorkingApp, HandoutApp, LetterApp, ReportApp, ErasureApp {}

export const workers: Workers<WorkApp> = {
  erase: workErasure,
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
    'EVIDENCE_BUCKET',
    'SEALING_KEY_ID',
    'USER_POOL_ID',
  ]);
  const tables = tableNames(env);
  const client = documentClient();
  return {
    ...makeApp(tables, client),
    bulk: new BulkWrites(client, tables, jitteredWait),
    evidence: s3Evidence(env.EVIDENCE_BUCKET),
    signer: kmsSigner(env.SEALING_KEY_ID),
    identity: cognitoIdentityProvider(env.USER_POOL_ID),
    patience: sqsPatience(env.JOB_QUEUE_URL),
    handouts: s3Handouts(env.HANDOUT_BUCKET),
    mailer: sesMailer({ address: env.SENDER_ADDRESS, configurationSet: env.CONFIGURATION_SET }),
    portalUrl: env.PORTAL_URL,
  };
}

export const handler = (event: SQSEvent, context: Context) => {
  app ??= start();
  return workJobs(app, workers, event, () => context.getRemainingTimeInMillis(), taskOfStopped);
};
