// The function behind what is done to messages that stand: corrected, sent on, taken back from a wrong recipient.
import { redirectMessage } from '#attention/redirect-message.ts';
import { redirectionRoutes } from '#attention/redirection-routes.ts';
import { amendmentRoutes } from '#messages/amendment-routes.ts';
import type { MessagesApp } from '#messages/app.ts';
import { correctMessage } from '#messages/correct-message.ts';
import { forwardMessage } from '#messages/forward-message.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const routes = { ...amendmentRoutes, ...redirectionRoutes };
const useCases = { correctMessage, forwardMessage, redirectMessage };

/** @param start as in `serve`; tests give their own. */
export const serveAmendments = (start: () => MessagesApp) => serve(routes, useCases, start);

export const handler = serveAmendments(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS', 'SMS_COUNTRIES']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS, smsCountries: env.SMS_COUNTRIES };
});
