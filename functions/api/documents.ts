// The function that answers with papers: it sets type, and holds a typeface.
import { agreementPaperRoutes } from '#agreements/paper-routes.ts';
import { readAgreementDocument } from '#agreements/read-agreement-document.ts';
import { certificatePaperRoutes } from '#erasures/paper-routes.ts';
import { readCertificateDocument } from '#erasures/read-certificate-document.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const documentRoutes = { ...agreementPaperRoutes, ...certificatePaperRoutes };

/** @param start as in `serve`; tests give their own. */
export const serveDocuments = (start: () => App) =>
  serve(documentRoutes, { readAgreementDocument, readCertificateDocument }, start);

export const handler = serveDocuments(() => makeApp(tableNames(readEnv(tableVariables))));
