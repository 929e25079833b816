// The function behind what an operator sees, and finds, while a caller waits; and the page for callers.
import type { DeskApp } from '#desk/app.ts';
import { DirectoryCache } from '#desk/directory-cache.ts';
import { readCallerNotice } from '#desk/read-caller-notice.ts';
import { readDesk } from '#desk/read-desk.ts';
import { deskRoutes } from '#desk/routes.ts';
import { searchStaff } from '#desk/search-staff.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';
import { jitteredWait } from '#shared/wait.ts';

const useCases = { readDesk, readCallerNotice, searchStaff };

/** @param start as in `serve`; tests give their own. */
export const serveDesk = (start: () => DeskApp) => serve(deskRoutes, useCases, start);

export const handler = serveDesk(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS', 'PORTAL_URL']);
  const tables = tableNames(env);
  const client = documentClient();
  return {
    ...makeApp(tables, client),
    bulk: new BulkWrites(client, tables, jitteredWait),
    directories: new DirectoryCache(),
    retentionMonths: env.RETENTION_MONTHS,
    portalUrl: env.PORTAL_URL,
  };
});
