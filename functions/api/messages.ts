// The function behind messages: taken, listed, read, changed, erased; behind the list of what needs attention, and the addresses
// that are sent nothing more.
import { changeTask } from '#attention/change-task.ts';
import { listAttention } from '#attention/list-attention.ts';
import { attentionRoutes } from '#attention/routes.ts';
import { liftSuppression } from '#deliveries/lift-suppression.ts';
import { listSuppressions } from '#deliveries/list-suppressions.ts';
import { deliveryRoutes } from '#deliveries/routes.ts';
import type { MessagesApp } from '#messages/app.ts';
import { changeMessage } from '#messages/change-message.ts';
import { deleteMessage } from '#messages/delete-message.ts';
import { getMessage } from '#messages/get-message.ts';
import { listMessages } from '#messages/list-messages.ts';
import { messageRoutes } from '#messages/routes.ts';
import { takeMessage } from '#messages/take-message.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const routes = { ...messageRoutes, ...attentionRoutes, ...deliveryRoutes };
const useCases = {
  takeMessage,
  listMessages,
  getMessage,
  changeMessage,
  deleteMessage,
  listAttention,
  changeTask,
  listSuppressions,
  liftSuppression,
};

/** @param start as in `serve`; tests give their own. */
export const serveMessages = (start: () => MessagesApp) => serve(routes, useCases, start);

export const handler = serveMessages(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS', 'SMS_COUNTRIES']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS, smsCountries: env.SMS_COUNTRIES };
});
