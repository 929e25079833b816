// How many entries with an address stand in a client's own record.
import { openClient } from '#clients/store.ts';
import type { Found } from '#shared/found.ts';

export function contactsIn(found: Found, clientId: string): number {
  const { contacts = [], generalInbox } = openClient(found, clientId)?.value ?? {};
  return contacts.length + (generalInbox?.emails.length ?? 0) + (generalInbox?.phones.length ?? 0);
}
