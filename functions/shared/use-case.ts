// What implements a route: which items it needs, read together with the caller's membership, and what it does with them.
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import type { Body, Params, Query, Reply, Route } from '#shared/route.ts';

/** What a row's use case is given. Everything is parsed; the caller is confirmed and reaches the client in the path. */
export interface Request<R extends Route> {
  params: Params<R>;
  query: Query<R>;
  body: Body<R>;
  /** With rows that say `ifMatch`: the version. */
  ifMatch: R['ifMatch'] extends true ? number : undefined;
  idempotencyKey: string | undefined;
  caller: Caller;
  /** Where the request came from: personal, and nothing that logs may hold. */
  networkAddress: string;
  /** What the use case asked for `first`. */
  first: readonly Item[];
  /** What `reads` asked for. */
  found: Found;
}

type Asked<R extends Route> = Pick<Request<R>, 'params' | 'query' | 'body'>;

export interface UseCase<R extends Route, A = App> {
  /**
   * Asked before the batch read, where only what stands there says what is to be read: it is handed to `reads` and `run`.
   * Nobody is authorized yet: nothing of it may be told, not even that there is nothing.
   */
  first?(app: A, request: Asked<R>): Promise<Item[]>;
  /** At most what fits one batch read (100 items, less one for the membership). */
  reads?(request: Asked<R> & { first: readonly Item[] }): ReadRequest[];
  /** @throws Problem for every expected refusal. Run again with fresh reads on StaleReadError or StaleKeyError. */
  run(app: A, request: Request<R>): Promise<Reply<R>>;
}

/** What was read has changed before it could be written: the chain reads again and runs the use case once more. */
export class StaleReadError extends Error {
  override name = 'StaleReadError';
}
