// The function behind the routes of privacy.
import { eraseClient } from '#privacy/erase-client.ts';
import { listAudit } from '#privacy/list-audit.ts';
import { listErasureLog } from '#privacy/list-erasure-log.ts';
import { readClientErasure } from '#privacy/read-client-erasure.ts';
import { privacyRoutes } from '#privacy/routes.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

/** @param start as in `serve`; tests give their own. */
export const servePrivacy = (start: () => App) =>
  serve(privacyRoutes, { eraseClient, readClientErasure, listErasureLog, listAudit }, start);

export const handler = servePrivacy(() => makeApp(tableNames(readEnv(tableVariables))));
