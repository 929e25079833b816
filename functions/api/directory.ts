// The function behind clients.
import type { ClientsApp } from '#clients/app.ts';
import { changeClient } from '#clients/change-client.ts';
import { createClient } from '#clients/create-client.ts';
import { listClients } from '#clients/list-clients.ts';
import { readClient } from '#clients/read-client.ts';
import { clientRoutes } from '#clients/routes.ts';
import { searchClients } from '#clients/search-clients.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const useCases = { createClient, listClients, searchClients, readClient, changeClient };

/** @param start as in `serve`; tests give their own. */
export const serveDirectory = (start: () => ClientsApp) => serve(clientRoutes, useCases, start);

export const handler = serveDirectory(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS };
});
