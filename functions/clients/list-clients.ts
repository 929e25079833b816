// Lists clients, newest first: all of them, or those that the caller is bound to.
import { lineNames } from '#clients/lines.ts';
import { type OwnClient, readOwnClients } from '#clients/own-clients.ts';
import type { clientRoutes } from '#clients/routes.ts';
import { showClient } from '#clients/show-client.ts';
import { openClient } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import type { Item } from '#shared/found.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

interface ClientPage {
  clients: OwnClient[];
  next: Item | undefined;
}

interface PageOfClients {
  limit: number;
  startAfter: Item | undefined;
}

/**
 * Costs one read of 1 unit (membership) and, for people of the service, a query of the page (1 unit for each 4 KB of
 * records: 25 take some 4) and one of its keys (1 unit for 25). For others one batch read of 2 or 3 units a client.
 */
export const listClients: UseCase<(typeof clientRoutes)['listClients']> = {
  async run(app, { query, caller }) {
    const scope = {
      clientId: SERVICE,
      routeId: 'listClients',
      filters: { of: caller.clientIds === 'all' ? undefined : caller.id },
    };
    const page = { limit: query.limit, startAfter: await openCursor(app.serviceKeys, scope, query.cursor) };
    const { clients, next } =
      caller.clientIds === 'all' ? await pageOfAll(app, caller, page) : await pageOfOwn(app, caller, page);
    const nameLine = await lineNames(app);
    return {
      status: 200,
      body: {
        items: clients.map(({ client, role }) => showClient(client, role, nameLine)),
        nextCursor: await sealCursor(app.serviceKeys, scope, next),
      },
    };
  },
};

async function pageOfAll(app: App, { role }: Caller, page: PageOfClients): Promise<ClientPage> {
  const { found, sortKeys, next } = await readRegisterPage(app.db, recordKeys.clients().pk, page);
  const opened = sortKeys.map((id) => openClient(found, id)).filter((client) => client !== undefined);
  return { clients: opened.map((client) => ({ client, role })), next };
}

async function pageOfOwn(app: App, caller: Caller, { limit, startAfter }: PageOfClients): Promise<ClientPage> {
  const ids = [...new Set(caller.clientIds)].sort().reverse();
  const left = startAfter ? ids.filter((id) => id < String(startAfter.sk)) : ids;
  const wanted = left.slice(0, limit);
  return {
    clients: await readOwnClients(app, caller, wanted),
    next: left.length > limit ? { sk: wanted.at(-1) } : undefined,
  };
}
