// Every minute: deliveries that are held, stuck or waiting are looked after.
import { lookAfterDue, type TickApp } from '#deliveries/look-after-due.ts';
import { snsTopics } from '#deliveries/sns-topics.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';

let app: TickApp | undefined;

function start(): TickApp {
  const env = readEnv([...tableVariables, 'ORDERS_TOPIC_ARN']);
  return { ...makeApp(tableNames(env)), topics: snsTopics(env.ORDERS_TOPIC_ARN, undefined) };
}

export const handler = async (): Promise<void> => {
  app ??= start();
  await lookAfterDue(app);
};
