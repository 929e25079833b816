// The function behind subject requests.
import { changeSubjectRequest } from '#requests/change-subject-request.ts';
import { createSubjectRequest } from '#requests/create-subject-request.ts';
import { decideFindings } from '#requests/decide-findings.ts';
import { listAllSubjectRequests } from '#requests/list-all-subject-requests.ts';
import { listFindings } from '#requests/list-findings.ts';
import { listSubjectRequests } from '#requests/list-subject-requests.ts';
import { makeAccessReport } from '#requests/make-access-report.ts';
import { readAccessReport } from '#requests/read-access-report.ts';
import { readSubjectRequest } from '#requests/read-subject-request.ts';
import { requestRoutes } from '#requests/routes.ts';
import { searchRoutes } from '#requests/search-routes.ts';
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
  listFindings,
  decideFindings,
  makeAccessReport,
  readAccessReport,
};

/** @param start as in `serve`; tests give their own. */
export const serveRequests = (start: () => App) => serve({ ...requestRoutes, ...searchRoutes }, useCases, start);

export const handler = serveRequests(() => makeApp(tableNames(readEnv(tableVariables))));
