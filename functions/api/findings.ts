// The function behind the search for a person, what it found, and the access report.
import { decideFindings } from '#requests/decide-findings.ts';
import { listFindings } from '#requests/list-findings.ts';
import { makeAccessReport } from '#requests/make-access-report.ts';
import { readAccessReport } from '#requests/read-access-report.ts';
import { searchRoutes } from '#requests/search-routes.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const useCases = { listFindings, decideFindings, makeAccessReport, readAccessReport };

/** @param start as in `serve`; tests give their own. */
export const serveFindings = (start: () => App) => serve(searchRoutes, useCases, start);

export const handler = serveFindings(() => makeApp(tableNames(readEnv(tableVariables))));
