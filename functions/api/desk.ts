// The function behind what an operator sees, and finds, while a caller waits.
import type { DeskApp } from '#desk/app.ts';
import { DirectoryCache } from '#desk/directory-cache.ts';
import { deskRoutes } from '#desk/routes.ts';
import { searchStaff } from '#desk/search-staff.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';
import { jitteredWait } from '#shared/wait.ts';

const useCases = { searchStaff };

/** @param start as in `serve`; tests give their own. */
export const serveDesk = (start: () => DeskApp) => serve(deskRoutes, useCases, start);

export const handler = serveDesk(() => {
  const tables = tableNames(readEnv(tableVariables));
  const client = documentClient();
  const bulk = new BulkWrites(client, tables, jitteredWait);
  return { ...makeApp(tables, client), bulk, directories: new DirectoryCache() };
});
