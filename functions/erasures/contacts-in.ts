// How many entries with an address stand in a client's own record.
import { type OpenedClient, openClient } from '#clients/store.ts';
import type { Found } from '#shared/found.ts';

export const entriesIn = ({ contacts, generalInbox }: OpenedClient['value']): number =>
  contacts.length + (generalInbox?.emails.length ?? 0) + (generalInbox?.phones.length ?? 0);

export function contactsIn(found: Found, clientId: string): number {
  const client = openClient(found, clientId);
  return client ? entriesIn(client.value) : 0;
}
