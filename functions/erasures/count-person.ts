// Counts what goes of a person: what was found, decided to be theirs, and still stands.
import type { ErasureApp } from '#erasures/app.ts';
import { countContacts } from '#erasures/erase-contacts.ts';
import { mayErase, storesInOrder } from '#erasures/erase-finding.ts';
import { countSuppressed } from '#erasures/erase-suppressed.ts';
import type { Counted, Tally } from '#erasures/store.ts';
import { messageRead, toMessageRecord } from '#messages/store.ts';
import { eachFindingPage, type Finding } from '#requests/findings.ts';
import type { Quest } from '#requests/search/quest.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { ReadRequest } from '#shared/found.ts';
import { type ItemKey, recordKeys } from '#shared/tables.ts';
import { homesIn, membershipIn, membershipRead } from '#users/store.ts';

const nothing = { messages: 0, deliveries: 0, staff: 0, users: 0, contacts: 0, suppressions: 0 };

/**
 * Costs what `questOfRequest` does, a query of the findings for each store and of the agreements (1 unit for some forty), 1 unit
 * for each message and staff member among them, 2 for each user, and what `countContacts` and `countSuppressed` do.
 * @param stores those that are erased next.
 */
export async function countPerson(
  app: ErasureApp,
  request: OpenedRequest,
  stores: readonly string[] = storesInOrder,
): Promise<Counted> {
  const quest = await questOfRequest(app, request);
  let counted: Counted = { atMs: app.clock.nowMs(), counts: nothing, months: [], usersElsewhere: 0 };
  for (const store of stores)
    for await (const page of eachFindingPage(app, request.id, { store }))
      counted = bothOf(counted, await countPage(app, request.clientId, quest, page.filter(mayErase)));
  return { ...counted, agreements: await countAgreements(app, request.id) };
}

async function countAgreements(app: ErasureApp, requestId: string): Promise<number> {
  let count = 0;
  for await (const page of eachFindingPage(app, requestId, { store: 'agreement' }))
    count += page.filter(({ decision }) => decision === 'include').length;
  return count;
}

/** What another hand has erased since it was found is not there to be counted. */
async function countPage(app: ErasureApp, clientId: string, quest: Quest, goes: readonly Finding[]): Promise<Counted> {
  const messageReads = of(goes, 'message').map(({ recordId }) => messageRead(clientId, recordId));
  const staffReads = of(goes, 'staff').map(({ recordId }) => rowRead(recordKeys.staff(clientId, recordId)));
  const userIds = of(goes, 'membership').map(({ recordId }) => recordId);
  const userReads = userIds.flatMap((id) => [membershipRead(clientId, id), rowRead(recordKeys.user(id))]);
  const found = await app.db.read([...messageReads, ...staffReads, ...userReads]);
  const messages = messageReads.map((read) => found.get(read)).filter((item) => item !== undefined);
  const members = userIds.filter((userId) => membershipIn(found, clientId, userId));
  const isElsewhere = (userId: string) => homesIn(found, userId)?.memberOf.some((home) => home !== clientId);
  const contacts = of(goes, 'client').map(({ home }) => countContacts(app, { home, quest }));
  const suppressed = of(goes, 'suppression').map(({ home, recordId }) =>
    countSuppressed(app, { home, recordId, quest }),
  );
  return {
    atMs: app.clock.nowMs(),
    counts: {
      messages: messages.length,
      deliveries: sum(messages.map((item) => toMessageRecord(item).deliveryIds.length)),
      staff: staffReads.filter((read) => found.get(read)).length,
      users: members.length,
      contacts: sum(await Promise.all(contacts)),
      suppressions: sum(await Promise.all(suppressed)),
    },
    months: [],
    usersElsewhere: members.filter(isElsewhere).length,
  };
}

const rowRead = (key: ItemKey): ReadRequest => ({ table: 'records', key });
const of = (findings: readonly Finding[], store: string) => findings.filter((finding) => finding.store === store);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What was there before, and what has come since; what stays is the same both times. */
export function bothOf(before: Counted, after: Counted): Counted {
  const counts: Record<string, number> = { ...before.counts };
  for (const [kind, count] of Object.entries(after.counts)) counts[kind] = (counts[kind] ?? 0) + count;
  return {
    ...before,
    counts: counts as Tally,
    usersElsewhere: before.usersElsewhere + after.usersElsewhere,
    agreements: Math.max(before.agreements ?? 0, after.agreements ?? 0),
  };
}
