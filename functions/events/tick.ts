// Every minute: deliveries that are held, stuck or waiting are looked after, and tracks that came to nobody move on.
import { moveTrackOn } from '#attention/move-track-on.ts';
import { lookAfterDue, type TickApp } from '#deliveries/look-after-due.ts';
import { snsTopics } from '#deliveries/sns-topics.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';

let app: TickApp | undefined;

function start(): TickApp {
  const env = readEnv([...tableVariables, 'ORDERS_TOPIC_ARN', 'SMS_COUNTRIES']);
  const base = { ...makeApp(tableNames(env)), smsCountries: env.SMS_COUNTRIES };
  return {
    ...base,
    topics: snsTopics(env.ORDERS_TOPIC_ARN, undefined),
    moveTrackOn: (due) => moveTrackOn(base, due),
  };
}

export const handler = async (): Promise<void> => {
  app ??= start();
  await lookAfterDue(app);
};
