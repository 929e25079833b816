// The function behind agreements.
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

export const handler = serve({}, {}, () => makeApp(tableNames(readEnv(tableVariables))));
