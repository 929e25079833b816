// The function behind the routes of privacy.
import { askForErasure } from '#erasures/ask-for-erasure.ts';
import { confirmErasure } from '#erasures/confirm-erasure.ts';
import { continueErasure } from '#erasures/continue-erasure.ts';
import { listCertificates } from '#erasures/list-certificates.ts';
import { listErasures } from '#erasures/list-erasures.ts';
import { readCertificate } from '#erasures/read-certificate.ts';
import { readErasure } from '#erasures/read-erasure.ts';
import { erasureRoutes } from '#erasures/routes.ts';
import { withdrawErasure } from '#erasures/withdraw-erasure.ts';
import { listAudit } from '#privacy/list-audit.ts';
import { listErasureLog } from '#privacy/list-erasure-log.ts';
import { privacyRoutes } from '#privacy/routes.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const routes = { ...privacyRoutes, ...erasureRoutes };
const useCases = {
  listErasureLog,
  listAudit,
  askForErasure,
  listErasures,
  readErasure,
  confirmErasure,
  continueErasure,
  withdrawErasure,
  listCertificates,
  readCertificate,
};

/** @param start as in `serve`; tests give their own. */
export const servePrivacy = (start: () => App) => serve(routes, useCases, start);

export const handler = servePrivacy(() => makeApp(tableNames(readEnv(tableVariables))));
