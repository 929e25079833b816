// The function behind what needs attention, the addresses that are sent nothing more, and calls that became no message.
import { changeTask } from '#attention/change-task.ts';
import { listAttention } from '#attention/list-attention.ts';
import { attentionRoutes } from '#attention/routes.ts';
import { liftSuppression } from '#deliveries/lift-suppression.ts';
import { listSuppressions } from '#deliveries/list-suppressions.ts';
import { deliveryRoutes } from '#deliveries/routes.ts';
import { callRoutes } from '#desk/calls-routes.ts';
import { countCall } from '#desk/count-call.ts';
import { listCalls } from '#desk/list-calls.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { serve } from '#shared/serve.ts';

const routes = { ...attentionRoutes, ...deliveryRoutes, ...callRoutes };
const useCases = { listAttention, changeTask, listSuppressions, liftSuppression, countCall, listCalls };

/** @param start as in `serve`; tests give their own. */
export const serveAttention = (start: () => App) => serve(routes, useCases, start);

export const handler = serveAttention(() => makeApp(tableNames(readEnv(tableVariables))));
