// Every quarter of an hour: whatever of the privacy desk has a date is looked after.
import type { Context } from 'aws-lambda';
import { tendAgreements } from '#agreements/tend-agreements.ts';
import { snsTopics } from '#deliveries/sns-topics.ts';
import { tendClientEnds } from '#erasures/tend-client-ends.ts';
import { tendErasures } from '#erasures/tend-erasures.ts';
import type { HandoutApp } from '#jobs/handouts.ts';
import { s3Handouts } from '#jobs/s3-handouts.ts';
import { tendFiles } from '#jobs/tend-files.ts';
import { type JobOrderingApp, tendJobs } from '#jobs/tend-jobs.ts';
import type { Tender } from '#jobs/tender.ts';
import { tendRequests } from '#requests/tend-requests.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { log } from '#shared/log.ts';

/** All that tenders need. */
export interface TendApp extends JobOrderingApp, HandoutApp {}

/** By the name that the log says. Files first: theirs is a promise. */
export const tenders: Readonly<Record<string, Tender<TendApp>>> = {
  files: tendFiles,
  jobs: tendJobs,
  requests: tendRequests,
  agreements: tendAgreements,
  clientEnds: tendClientEnds,
  erasures: tendErasures,
};

/** What a tender does between two questions takes seconds. */
const STOP_BEFORE_MS = 30_000;

let app: TendApp | undefined;

function start(): TendApp {
  const env = readEnv([...tableVariables, 'ORDERS_TOPIC_ARN', 'HANDOUT_BUCKET']);
  return {
    ...makeApp(tableNames(env)),
    topics: snsTopics(env.ORDERS_TOPIC_ARN, undefined),
    handouts: s3Handouts(env.HANDOUT_BUCKET),
  };
}

/** @throws AggregateError when one of them has failed; the others were done all the same. */
export const handler = async (_event: unknown, context: Context): Promise<void> => {
  app ??= start();
  const mayGoOn = () => context.getRemainingTimeInMillis() > STOP_BEFORE_MS;
  const errors: unknown[] = [];
  for (const [name, tend] of Object.entries(tenders)) {
    try {
      log.info('tended', { code: name, count: await tend(app, mayGoOn) });
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Not everything could be looked after');
};
