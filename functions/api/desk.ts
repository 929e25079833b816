// The function behind what an operator sees, and finds, while a caller waits.
import { deskRoutes } from '#desk/routes.ts';
import { searchStaff } from '#desk/search-staff.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const useCases = { searchStaff };

/** @param start as in `serve`; tests give their own. */
export const serveDesk = (start: () => App) => serve(deskRoutes, useCases, start);

export const handler = serveDesk(() => makeApp(tableNames(readEnv(tableVariables))));
