// The clients of the service: page by page, newest first, or those that fit what is sought.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Client } from '#web/api/types.ts';

export interface Clients {
  readonly items: readonly Client[];
  readonly nextCursor: string | null;
}

const read = (cursor?: string): Promise<Outcome<Clients>> =>
  ask(api.GET('/v1/clients', { params: { query: { limit: 50, ...(cursor !== undefined && { cursor }) } } }));

export const clientList = (): Cached<Clients> => cached('clients', () => read());

export async function moreClients(list: Cached<Clients>): Promise<Outcome<Clients>> {
  const known = list.value.peek() ?? { items: [], nextCursor: null };
  return list.change(known, async () => {
    const next = await read(known.nextCursor ?? undefined);
    return next.kind === 'ok'
      ? { ...next, value: { ...next.value, items: [...known.items, ...next.value.items] } }
      : next;
  });
}

/** Seven digits or more are a number that is called; written as 402000-0107 they are an organisation number. */
export function clientSearchBody(text: string): { number: string } | { text: string } {
  const isNumber = !/\p{L}/u.test(text) && (text.match(/\d/g)?.length ?? 0) >= 7 && !/^\d{6}-\d{4}$/.test(text);
  return isNumber ? { number: text } : { text };
}

export async function findClients(text: string, signal: AbortSignal): Promise<Outcome<readonly Client[]>> {
  const found = await ask(api.POST('/v1/clients/search', { body: clientSearchBody(text), signal }));
  return found.kind === 'ok' ? { ...found, value: found.value.items } : found;
}
