// The function behind agreements.
import { addSubProcessor } from '#agreements/add-sub-processor.ts';
import type { AgreementsApp } from '#agreements/app.ts';
import { changeServiceDetails } from '#agreements/change-service-details.ts';
import { changeSubProcessor } from '#agreements/change-sub-processor.ts';
import { listAgreements } from '#agreements/list-agreements.ts';
import { listStandings } from '#agreements/list-standings.ts';
import { listSubProcessors } from '#agreements/list-sub-processors.ts';
import { objectToSubProcessor } from '#agreements/object-to-sub-processor.ts';
import { readAgreement } from '#agreements/read-agreement.ts';
import { readCurrentAgreement } from '#agreements/read-current-agreement.ts';
import { readServiceDetails } from '#agreements/read-service-details.ts';
import { agreementRoutes } from '#agreements/routes.ts';
import { signAgreement } from '#agreements/sign-agreement.ts';
import { portalSigning } from '#agreements/signing-method.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { kmsSigner } from '#shared/kms-signer.ts';
import { serve } from '#shared/serve.ts';

const useCases = {
  readCurrentAgreement,
  listStandings,
  listAgreements,
  readAgreement,
  signAgreement,
  objectToSubProcessor,
  readServiceDetails,
  changeServiceDetails,
  listSubProcessors,
  addSubProcessor,
  changeSubProcessor,
};

/** @param start as in `serve`; tests give their own. */
export const serveAgreements = (start: () => AgreementsApp) => serve(agreementRoutes, useCases, start);

export const handler = serveAgreements(() => {
  const env = readEnv([...tableVariables, 'SEALING_KEY_ID']);
  return { ...makeApp(tableNames(env)), sealer: kmsSigner(env.SEALING_KEY_ID), signing: portalSigning };
});
