// The two records of a client that its page changes: the client itself, and how its calls are answered; each with its version.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body, Client, Reply } from '#web/api/types.ts';

export type Answering = Reply<'readAnswering'>;
export type AnsweringChange = Body<'changeAnswering'>;
export type ClientChange = Body<'changeClient'>;

export interface Versioned<R> {
  record: R;
  etag: string;
}

/** @template R what is read @template C what may be sent. */
export interface Source<R, C> {
  readonly read: Cached<Versioned<R>>;
  /** What the service answers is what is shown from then on. */
  send(changes: C, etag: string): Promise<Outcome<Versioned<R>>>;
}

async function versioned<R>(asked: Promise<Outcome<R>>): Promise<Outcome<Versioned<R>>> {
  const outcome = await asked;
  return outcome.kind === 'ok' ? { ...outcome, value: { record: outcome.value, etag: outcome.etag ?? '' } } : outcome;
}

function sourceOf<R, C>(
  key: string,
  load: () => Promise<Outcome<R>>,
  change: (changes: C, etag: string) => Promise<Outcome<R>>,
): Source<R, C> {
  const read = cached<Versioned<R>>(key, () => versioned(load()));
  return {
    read,
    send(changes, etag) {
      const shown = read.value.peek();
      const commit = () => versioned(change(changes, etag));
      return shown ? read.change(shown, commit) : commit();
    },
  };
}

export function answeringOf(clientId: string): Source<Answering, AnsweringChange> {
  const path = { clientId };
  return sourceOf<Answering, AnsweringChange>(
    `answering:${clientId}`,
    () => ask(api.GET('/v1/clients/{clientId}/answering', { params: { path } })),
    (body, etag) =>
      ask(api.PATCH('/v1/clients/{clientId}/answering', { params: { path, header: { 'If-Match': etag } }, body })),
  );
}

export function clientOf(clientId: string): Source<Client, ClientChange> {
  const path = { clientId };
  return sourceOf<Client, ClientChange>(
    `client:${clientId}`,
    () => ask(api.GET('/v1/clients/{clientId}', { params: { path } })),
    (body, etag) => ask(api.PATCH('/v1/clients/{clientId}', { params: { path, header: { 'If-Match': etag } }, body })),
  );
}
