// Finds clients: by the number that was called, or by text.
import { matchText } from '#clients/match-text.ts';
import { numberRead } from '#clients/number-rows.ts';
import { type OwnClient, readOwnClients } from '#clients/own-clients.ts';
import type { clientRoutes } from '#clients/routes.ts';
import { showClient } from '#clients/show-client.ts';
import { openClient } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { parsePhone } from '#shared/phone.ts';
import { readRegister } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * By number: three reads of 1 (membership), 1 (the number's row) and 2 units (client and keys; 3 with the membership of
 * a client's user). By text: the membership, and for people of the service every client with its keys, in two sequences
 * of queries: 1 unit for each 4 KB, some 150 for a thousand clients. A sealed index is to take its place.
 */
export const searchClients: UseCase<(typeof clientRoutes)['searchClients']> = {
  async run(app, { body, caller }) {
    const clients = 'number' in body ? await byNumber(app, caller, body.number) : await within(app, caller);
    const shown = clients.map(({ client, role }) => showClient(client, role));
    return { status: 200, body: { items: 'text' in body ? matchText(shown, body.text) : shown } };
  },
};

async function byNumber(app: App, caller: Caller, number: string): Promise<OwnClient[]> {
  const phone = parsePhone(number);
  if (!phone) return [];
  const read = await numberRead(app, phone.e164);
  const clientId = (await app.db.read([read])).get(read)?.clientId as string | undefined;
  if (clientId === undefined) return [];
  if (caller.clientIds !== 'all' && !caller.clientIds.includes(clientId)) return [];
  return readOwnClients(app, caller, [clientId]);
}

async function within(app: App, caller: Caller): Promise<OwnClient[]> {
  if (caller.clientIds !== 'all') return readOwnClients(app, caller, [...new Set(caller.clientIds)]);
  const { found, sortKeys } = await readRegister(app.db, recordKeys.clients().pk);
  const opened = sortKeys.map((id) => openClient(found, id)).filter((client) => client !== undefined);
  return opened.map((client) => ({ client, role: caller.role }));
}
