// The function behind clients and how their calls are answered.
import { answeringRoutes } from '#clients/answering-routes.ts';
import type { ClientsApp } from '#clients/app.ts';
import { changeAnswering } from '#clients/change-answering.ts';
import { changeClient } from '#clients/change-client.ts';
import { changeNotice } from '#clients/change-notice.ts';
import { createClient } from '#clients/create-client.ts';
import { createNotice } from '#clients/create-notice.ts';
import { deleteNotice } from '#clients/delete-notice.ts';
import { listClients } from '#clients/list-clients.ts';
import { previewAnsweringDays } from '#clients/preview-answering-days.ts';
import { readAnswering } from '#clients/read-answering.ts';
import { readClient } from '#clients/read-client.ts';
import { clientRoutes } from '#clients/routes.ts';
import { searchClients } from '#clients/search-clients.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const routes = { ...clientRoutes, ...answeringRoutes };

const useCases = {
  createClient,
  listClients,
  searchClients,
  readClient,
  changeClient,
  readAnswering,
  changeAnswering,
  previewAnsweringDays,
  createNotice,
  changeNotice,
  deleteNotice,
};

/** @param start as in `serve`; tests give their own. */
export const serveDirectory = (start: () => ClientsApp) => serve(routes, useCases, start);

export const handler = serveDirectory(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS };
});
