// The function that answers with papers: it sets type, and holds a typeface.
import { agreementPaperRoutes } from '#agreements/paper-routes.ts';
import { readAgreementDocument } from '#agreements/read-agreement-document.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

/** @param start as in `serve`; tests give their own. */
export const serveDocuments = (start: () => App) => serve(agreementPaperRoutes, { readAgreementDocument }, start);

export const handler = serveDocuments(() => makeApp(tableNames(readEnv(tableVariables))));
