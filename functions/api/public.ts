// The function behind the open routes, and behind every route that does not exist.
import { publicRoutes } from '#api/public-routes.ts';
import { type Clock, systemClock } from '#shared/clock.ts';
import { readEnv } from '#shared/env.ts';
import { Found } from '#shared/found.ts';
import { serve, type UseCases } from '#shared/serve.ts';
import openApi from '../../docs/openapi.json' with { type: 'json' };

/** No table: it has nothing but its name, and the time that the chain asks for. */
interface PublicApp {
  clock: Clock;
  db: { read(): Promise<Found> };
  stage: string;
}

const useCases: UseCases<typeof publicRoutes, PublicApp> = {
  readHealth: { run: async ({ stage }) => ({ status: 200, body: { status: 'ok', stage } }) },
  readOpenApi: { run: async () => ({ status: 200, body: openApi }) },
};

export const handler = serve(publicRoutes, useCases, () => ({
  clock: systemClock,
  db: { read: async () => new Found() },
  stage: readEnv(['STAGE']).STAGE,
}));
