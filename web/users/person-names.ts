// The names of a client's staff by id: whom a user is, in words.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { everyPage } from '#web/users/pages.ts';

export type PersonNames = ReadonlyMap<string, string>;

export const personNamesOf = (clientId: string): Cached<PersonNames> =>
  cached(`names:${clientId}`, async () => {
    const names = await everyPage(
      (query) => ask(api.GET('/v1/clients/{clientId}/staff', { params: { path: { clientId }, query } })),
      ({ id, name }): [string, string] => [id, name],
    );
    return names.kind === 'ok' ? { ...names, value: new Map(names.value) } : names;
  });
