// The chain around every HTTP use case: route, caller, parse, read together, authorize, run, answer.
import middy from '@middy/core';
import type { App } from '#shared/app.ts';
import {
  type Caller,
  confirmCaller,
  hasScope,
  mayCall,
  membershipReads,
  reaches,
  type TokenHolder,
  tokenHolder,
} from '#shared/caller.ts';
import type { Database } from '#shared/database.ts';
import { readEnv } from '#shared/env.ts';
import type { Item } from '#shared/found.ts';
import { emptyAnswer, type HttpAnswer, type HttpEvent, jsonAnswer, pageAnswer, pdfAnswer } from '#shared/http-event.ts';
import { cameThroughEdge, networkAddress } from '#shared/origin.ts';
import { type ParsedRequest, parseRequest } from '#shared/parse-request.ts';
import { problemAnswers } from '#shared/problem-answers.ts';
import { Problem } from '#shared/problems.ts';
import { type Reply, type Route, scopesOf } from '#shared/route.ts';
import { demandReason, type GivenWhy, readOfReason, unknownRequest } from '#shared/say-why.ts';
import { clientRead, demandAgreed, demandStanding } from '#shared/standing-client.ts';
import { SERVICE } from '#shared/tables.ts';
import type { TombstoneReader } from '#shared/tombstone.ts';
import { type Request, StaleReadError, type UseCase } from '#shared/use-case.ts';
import { StaleKeyError } from '#shared/vault.ts';
import { isWitnessed, witnessed } from '#shared/witness.ts';

export type Routes = Readonly<Record<string, Route>>;
/** One use case for each row: a row without one does not compile. */
export type UseCases<R extends Routes, A> = { readonly [Id in keyof R]: UseCase<R[Id], A> };

/** All that the chain itself needs of the bag. */
export interface ChainApp extends TombstoneReader {
  readonly db: Pick<Database, 'read' | 'witnessedBy'>;
  readonly newId: App['newId'];
}

/** Runs of a use case whose reads were overtaken by somebody else's write. */
const RUNS = 4;

interface Served<A extends ChainApp> {
  route: Route;
  useCase: UseCase<Route, A>;
}

/**
 * The handler of one API function.
 * @param start makes the bag of side effects, once for each warm function, at the first request.
 */
export function serve<R extends Routes, A extends ChainApp>(routes: R, useCases: UseCases<R, A>, start: () => A) {
  const served = new Map<string, Served<A>>(
    Object.entries(routes).map(([id, route]) => [
      `${route.method} ${route.path}`,
      { route, useCase: useCases[id as keyof R] as unknown as UseCase<Route, A> },
    ]),
  );
  let app: A | undefined;
  let secret: string | undefined;

  const handle = async (event: HttpEvent): Promise<HttpAnswer> => {
    secret ??= readEnv(['ORIGIN_SECRET']).ORIGIN_SECRET;
    const one = served.get(event.routeKey);
    if (!one || !cameThroughEdge(event, secret)) throw new Problem('not-found');
    app ??= start();
    return answer(one.route, event, await perform(app, one, event, networkAddress(event, secret)));
  };

  return middy<HttpEvent, HttpAnswer>().use(problemAnswers()).handler(handle);
}

async function perform<A extends ChainApp>(
  app: A,
  { route, useCase }: Served<A>,
  event: HttpEvent,
  address: string,
): Promise<Reply<Route>> {
  const holder = route.scope === null ? undefined : tokenHolder(event.requestContext.authorizer?.jwt?.claims ?? {});
  if (!scopesOf(route).every((scope) => holder && hasScope(holder, scope))) throw new Problem('forbidden');
  const parsed = parseRequest(route, event);
  const memberships = holder ? membershipReads(holder, parsed.params.clientId) : [];
  const standing = route.ofErased || parsed.params.clientId === SERVICE ? undefined : parsed.params.clientId;
  const ofClient = standing === undefined ? [] : [clientRead(standing)];
  const given = (parsed.query ?? {}) as GivenWhy;
  const ofReason = standing === undefined ? undefined : readOfReason(standing, given);

  for (let run = 1; ; run++) {
    const first = (await useCase.first?.(app, parsed as Request<Route>)) ?? [];
    const wanted = useCase.reads?.({ ...(parsed as Request<Route>), first }) ?? [];
    const found = await app.db.read([...memberships, ...ofClient, ...(ofReason ? [ofReason] : []), ...wanted]);
    const caller =
      holder &&
      authorize(
        route,
        parsed,
        holder,
        memberships.map((read) => found.get(read)),
      );
    if (standing !== undefined) await demandStanding(app, found, standing);
    if (caller && route.asksWhy) demandReason(caller, given);
    if (ofReason && !found.get(ofReason)) throw unknownRequest();
    if (standing !== undefined && route.agreed) demandAgreed(found, standing);
    try {
      const witnessing = caller && isWitnessed(route) ? witnessed(app, route, parsed, caller) : app;
      const request = { ...parsed, caller, networkAddress: address, first, found };
      return await useCase.run(witnessing, request as Request<Route>);
    } catch (error) {
      if (!(error instanceof StaleReadError || error instanceof StaleKeyError)) throw error;
      if (run === RUNS) throw new Problem('try-again', { cause: error });
    }
  }
}

/** A foreign client answers as a missing one; a role that may not, or a withdrawn user, is refused as such. */
function authorize(
  route: Route,
  { params }: ParsedRequest,
  holder: TokenHolder,
  rows: readonly (Item | undefined)[],
): Caller {
  const caller = confirmCaller(holder, rows, route);
  if (params.clientId !== undefined && !reaches(holder, caller, params.clientId)) throw new Problem('not-found');
  if (!caller || !mayCall(caller, route)) throw new Problem('forbidden');
  return caller;
}

/** Only what the row declares leaves: the reply is parsed, undeclared fields are dropped. */
function answer(route: Route, event: HttpEvent, reply: Reply<Route>): HttpAnswer {
  const schema = route.replies[reply.status];
  const headers: Record<string, string> = reply.version === undefined ? {} : { etag: `"${reply.version}"` };
  if (!schema) return emptyAnswer(reply.status, headers);
  const body = schema().parse(reply.body);
  if (route.pdf) return pdfAnswer(reply.status, body as Uint8Array, lastIdOf(event), headers);
  return route.html ? pageAnswer(reply.status, body as string, headers) : jsonAnswer(reply.status, body, headers);
}

/** Nothing personal stands in an id, nor in the name of a file that lies among somebody's downloads. */
const lastIdOf = ({ pathParameters }: HttpEvent): string => Object.values(pathParameters ?? {}).at(-1) ?? 'document';
