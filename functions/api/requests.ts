// The function behind subject requests.
import { changeSubjectRequest } from '#requests/change-subject-request.ts';
import { createSubjectRequest } from '#requests/create-subject-request.ts';
import { listAllSubjectRequests } from '#requests/list-all-subject-requests.ts';
import { listSubjectRequests } from '#requests/list-subject-requests.ts';
import { readSubjectRequest } from '#requests/read-subject-request.ts';
import { requestRoutes } from '#requests/routes.ts';
import { stepSubjectRequest } from '#requests/step-subject-request.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const useCases = {
  createSubjectRequest,
  listSubjectRequests,
  listAllSubjectRequests,
  readSubjectRequest,
  changeSubjectRequest,
  stepSubjectRequest,
};

/** @param start as in `serve`; tests give their own. */
export const serveRequests = (start: () => App) => serve(requestRoutes, useCases, start);

export const handler = serveRequests(() => makeApp(tableNames(readEnv(tableVariables))));
