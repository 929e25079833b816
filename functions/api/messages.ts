// The function behind messages: taken, listed, read, changed, erased.
import type { MessagesApp } from '#messages/app.ts';
import { changeMessage } from '#messages/change-message.ts';
import { deleteMessage } from '#messages/delete-message.ts';
import { getMessage } from '#messages/get-message.ts';
import { listMessages } from '#messages/list-messages.ts';
import { messageRoutes } from '#messages/routes.ts';
import { sendTestMessage } from '#messages/send-test-message.ts';
import { takeMessage } from '#messages/take-message.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const useCases = { takeMessage, sendTestMessage, listMessages, getMessage, changeMessage, deleteMessage };

/** @param start as in `serve`; tests give their own. */
export const serveMessages = (start: () => MessagesApp) => serve(messageRoutes, useCases, start);

export const handler = serveMessages(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS', 'SMS_COUNTRIES']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS, smsCountries: env.SMS_COUNTRIES };
});
