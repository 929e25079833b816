// The function behind the routes of privacy.

import { auditRoutes } from '#privacy/audit-routes.ts';
import { eraseClient } from '#privacy/erase-client.ts';
import { listAudit } from '#privacy/list-audit.ts';
import { listAuditLog } from '#privacy/list-audit-log.ts';
import { listErasureLog } from '#privacy/list-erasure-log.ts';
import { readClientErasure } from '#privacy/read-client-erasure.ts';
import { privacyRoutes } from '#privacy/routes.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const useCases = { eraseClient, readClientErasure, listErasureLog, listAudit, listAuditLog };

/** @param start as in `serve`; tests give their own. */
export const servePrivacy = (start: () => App) => serve({ ...privacyRoutes, ...auditRoutes }, useCases, start);

export const handler = servePrivacy(() => makeApp(tableNames(readEnv(tableVariables))));
