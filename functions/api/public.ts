// The function behind the open routes, and behind every route that does not exist.
import { publicRoutes } from '#api/public-routes.ts';
import { systemClock } from '#shared/clock.ts';
import { readEnv } from '#shared/env.ts';
import { Found } from '#shared/found.ts';
import { type ChainApp, serve, type UseCases } from '#shared/serve.ts';
import openApi from '../../docs/openapi.json' with { type: 'json' };

/** No table: it has nothing but its name, and the time that the chain asks for. */
interface PublicApp extends ChainApp {
  stage: string;
}

const changesNothing = () => {
  throw new Error('No open route changes anything');
};

const useCases: UseCases<typeof publicRoutes, PublicApp> = {
  readHealth: { run: async ({ stage }) => ({ status: 200, body: { status: 'ok', stage } }) },
  readOpenApi: { run: async () => ({ status: 200, body: openApi }) },
};

export const handler = serve(publicRoutes, useCases, () => ({
  clock: systemClock,
  db: { read: async () => new Found(), witnessedBy: changesNothing },
  newId: changesNothing,
  stage: readEnv(['STAGE']).STAGE,
}));
