// The function behind the routes of privacy.

import { askForErasure } from '#erasures/ask-for-erasure.ts';
import { confirmErasure } from '#erasures/confirm-erasure.ts';
import { continueErasure } from '#erasures/continue-erasure.ts';
import { listAllErasures } from '#erasures/list-all-erasures.ts';
import { listCertificates } from '#erasures/list-certificates.ts';
import { listErasures } from '#erasures/list-erasures.ts';
import { readCertificate } from '#erasures/read-certificate.ts';
import { readErasure } from '#erasures/read-erasure.ts';
import { erasureRoutes } from '#erasures/routes.ts';
import { withdrawErasure } from '#erasures/withdraw-erasure.ts';
import { createExport } from '#exports/create-export.ts';
import { listExports } from '#exports/list-exports.ts';
import { readExport } from '#exports/read-export.ts';
import { exportRoutes } from '#exports/routes.ts';
import { type LinkingApp, linkFile } from '#jobs/link-file.ts';
import { fileRoutes } from '#jobs/routes.ts';
import { linkVariables, s3Links } from '#jobs/s3-links.ts';
import { auditRoutes } from '#privacy/audit-routes.ts';
import { listAudit } from '#privacy/list-audit.ts';
import { listAuditLog } from '#privacy/list-audit-log.ts';
import { listErasureLog } from '#privacy/list-erasure-log.ts';
import { privacyRoutes } from '#privacy/routes.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const routes = { ...privacyRoutes, ...auditRoutes, ...fileRoutes, ...exportRoutes, ...erasureRoutes };
const useCases = {
  listErasureLog,
  listAudit,
  listAuditLog,
  linkFile,
  createExport,
  listExports,
  readExport,
  askForErasure,
  listErasures,
  listAllErasures,
  readErasure,
  confirmErasure,
  continueErasure,
  withdrawErasure,
  listCertificates,
  readCertificate,
};

/** @param start as in `serve`; tests give their own. */
export const servePrivacy = (start: () => LinkingApp) => serve(routes, useCases, start);

function start(): LinkingApp {
  const env = readEnv([...tableVariables, ...linkVariables]);
  return { ...makeApp(tableNames(env)), link: s3Links(env) };
}

export const handler = servePrivacy(start);
