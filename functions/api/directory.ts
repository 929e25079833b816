// The function behind clients and staff members.
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
import { changeStaffMember } from '#staff/change-staff-member.ts';
import { createStaffMember } from '#staff/create-staff-member.ts';
import { endAbsence } from '#staff/end-absence.ts';
import { eraseStaffMember } from '#staff/erase-staff-member.ts';
import { listStaff } from '#staff/list-staff.ts';
import { readStaffMember } from '#staff/read-staff-member.ts';
import { staffRoutes } from '#staff/routes.ts';
import { setAbsence } from '#staff/set-absence.ts';

const useCases = {
  createClient,
  listClients,
  searchClients,
  readClient,
  changeClient,
  createStaffMember,
  listStaff,
  readStaffMember,
  changeStaffMember,
  eraseStaffMember,
  setAbsence,
  endAbsence,
};

/** @param start as in `serve`; tests give their own. */
export const serveDirectory = (start: () => ClientsApp) => serve({ ...clientRoutes, ...staffRoutes }, useCases, start);

export const handler = serveDirectory(() => {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS };
});
