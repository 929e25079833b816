// Finds clients: by the number that was called, or by text.
import { lineNames } from '#clients/lines.ts';
import { matchText } from '#clients/match-text.ts';
import { numberRead } from '#clients/number-rows.ts';
import { type OwnClient, readOwnClients } from '#clients/own-clients.ts';
import type { clientRoutes } from '#clients/routes.ts';
import { showClient } from '#clients/show-client.ts';
import { openClient } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { parsePhone } from '#shared/phone.ts';
import { readRegister } from '#shared/register-page.ts';
import type { Reply } from '#shared/route.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Request, UseCase } from '#shared/use-case.ts';

type SearchClients = (typeof clientRoutes)['searchClients'];
type Hits = Reply<SearchClients>['body'];

/**
 * By number: two reads, of the number's row beside the membership (2 units), and of client and key (2; 3 with the membership
 * of a client's user). By text: the membership, and for people of the service every client with its keys, in two sequences
 * of queries: 1 unit for each 4 KB, some 150 for a thousand clients.
 */
export const searchClients: UseCase<SearchClients> = {
  /** Where the number's row stands: the service's key says it, once for each warm function. */
  async first(app, { body }) {
    const phone = 'number' in body ? parsePhone(body.number) : undefined;
    return phone ? [(await numberRead(app, phone.e164)).key] : [];
  },

  reads: ({ first }) => first.map(rowAt),

  async run(app, request) {
    const { body } = request;
    return {
      status: 200,
      body: 'number' in body ? await byNumber(app, request, body.number) : await byText(app, request, body.text),
    };
  },
};

const rowAt = ({ pk, sk }: Item): ReadRequest => ({ table: 'records', key: { pk: pk as string, sk: sk as string } });

async function byNumber(app: App, { caller, first, found }: Request<SearchClients>, number: string): Promise<Hits> {
  const [row] = first.map((address) => found.get(rowAt(address)));
  const clientId = row?.clientId as string | undefined;
  const reached = clientId !== undefined && (caller.clientIds === 'all' || caller.clientIds.includes(clientId));
  const clients = reached ? await readOwnClients(app, caller, [clientId]) : [];
  const nameLine = await lineNames(app);
  return {
    items: clients.map(({ client, role }) => showClient(client, role, nameLine)),
    line: clients.length > 0 ? nameLine(parsePhone(number)?.e164 ?? '') : null,
  };
}

async function byText(app: App, { caller }: Request<SearchClients>, text: string): Promise<Hits> {
  const clients = await within(app, caller);
  const nameLine = await lineNames(app);
  const shown = clients.map(({ client, role }) => showClient(client, role, nameLine));
  return { items: matchText(shown, text), line: null };
}

async function within(app: App, caller: Caller): Promise<OwnClient[]> {
  if (caller.clientIds !== 'all') return readOwnClients(app, caller, [...new Set(caller.clientIds)]);
  const { found, sortKeys } = await readRegister(app.db, recordKeys.clients().pk);
  const opened = sortKeys.map((id) => openClient(found, id)).filter((client) => client !== undefined);
  return opened.map((client) => ({ client, role: caller.role }));
}
