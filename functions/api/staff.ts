// The function behind staff members and their absence.
import { previewStaffErasure } from '#messages/preview-staff-erasure.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
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
  createStaffMember,
  listStaff,
  readStaffMember,
  changeStaffMember,
  eraseStaffMember,
  previewStaffErasure,
  setAbsence,
  endAbsence,
};

/** @param start as in `serve`; tests give their own. */
export const serveStaff = (start: () => App) => serve(staffRoutes, useCases, start);

export const handler = serveStaff(() => makeApp(tableNames(readEnv(tableVariables))));
