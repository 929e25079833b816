// Before Cognito makes a token: adds to the access token whom it is bound to. Shape: PreTokenGenerationV3TriggerEvent.

import { tableNames } from '#shared/app.ts';
import { Database } from '#shared/database.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { jitteredWait } from '#shared/wait.ts';
import { type TokenEvent, tokenChanges } from '#users/token-claims.ts';

let db: Database | undefined;
const start = () => new Database(documentClient(), tableNames(readEnv(tableVariables)), jitteredWait);

export const handler = async (event: TokenEvent) => {
  db ??= start();
  const accessTokenGeneration = await tokenChanges(db, event);
  return { ...event, response: { claimsAndScopeOverrideDetails: { accessTokenGeneration } } };
};
