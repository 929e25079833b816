// Takes a person out of what a client has said about itself: contacts and addresses of the general inbox, under a new key.
import { changedClient, clientReads, type OpenedClient, openClient } from '#clients/store.ts';
import { entriesIn } from '#erasures/contacts-in.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import { clientSearcher } from '#requests/search/client.ts';
import { sureSlots } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { App } from '#shared/app.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';

interface Place {
  home: string;
  quest: Quest;
}

/** How many entries of the client's own record are the person's beyond doubt: two reads of 2 units. */
export async function countContacts(app: App, place: Place): Promise<number> {
  const found = await withoutPerson(app, place);
  return found ? entriesIn(found.client.value) - entriesIn(found.value) : 0;
}

/**
 * Costs two reads of 2 units, and one transaction of 6 where there is something to take out.
 * @throws StaleReadError where the client has changed since it was read.
 */
export async function eraseContacts(app: App, place: Place): Promise<void> {
  const found = await withoutPerson(app, place);
  if (!found) return;
  const { client, value } = found;
  if (entriesIn(value) === entriesIn(client.value)) return;
  const { keys, ...content } = client;
  try {
    await app.db.commit([
      ...changedClient({ ...content, updatedAtMs: app.clock.nowMs(), value }, keys),
      endFilesOf(place.home),
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('Changed meanwhile', { cause: error });
  }
}

type Value = OpenedClient['value'];

/** What may be somebody else's stays, and is found again. @returns undefined where it is gone. */
async function withoutPerson(
  app: App,
  { home, quest }: Place,
): Promise<{ client: OpenedClient; value: Value } | undefined> {
  const { records } = await clientSearcher.open(app, home, quest, [home]);
  const [record] = records;
  const slots = record && sureSlots(record, quest);
  const client = openClient(await app.db.read(clientReads(home)), home);
  if (!slots || !client) return undefined;
  const stays = (slot: string) => (_: unknown, n: number) => !slots.has(`${slot}.${n}`);
  const { contacts, generalInbox } = client.value;
  const inbox = generalInbox && {
    ...generalInbox,
    emails: generalInbox.emails.filter(stays('inbox.email')),
    phones: generalInbox.phones.filter(stays('inbox.phone')),
  };
  const value: Value = {
    ...client.value,
    contacts: contacts.filter(stays('contact')),
    generalInbox: inbox && inbox.emails.length + inbox.phones.length > 0 ? inbox : null,
  };
  return { client, value };
}
