// The function behind what an operator sees, and finds, while a caller waits.
import type { DeskApp } from '#desk/app.ts';
import { readCallerNotice } from '#desk/read-caller-notice.ts';
import { readDesk } from '#desk/read-desk.ts';
import { deskRoutes } from '#desk/routes.ts';
import { searchStaff } from '#desk/search-staff.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const useCases = { readDesk, readCallerNotice, searchStaff };

/** @param start as in `serve`; tests give their own. */
export const serveDesk = (start: () => DeskApp) => serve(deskRoutes, useCases, start);

export const handler = serveDesk(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS', 'PORTAL_URL']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS, portalUrl: env.PORTAL_URL };
});
