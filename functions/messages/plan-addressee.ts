// One addressee of a message that stands, planned as if it were taken now: somebody of the register, or the general inbox.
import type { OpenedClient } from '#clients/store.ts';
import { planDeliveries } from '#deliveries/plan-deliveries.ts';
import type { Addition } from '#messages/add-deliveries.ts';
import type { MessagesApp } from '#messages/app.ts';
import { addresseesOf, readColleagues } from '#messages/colleagues.ts';
import { keysFor } from '#messages/planned-items.ts';
import { type MessageKeyRow, type MessageRecord, openContent } from '#messages/store.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import type { Lead } from '#staff/replacements.ts';
import type { OpenedStaff } from '#staff/store.ts';

interface Wanted {
  message: MessageRecord;
  row: MessageKeyRow & { key: Uint8Array };
  client: OpenedClient;
  /** undefined: the general inbox. */
  staff: OpenedStaff | undefined;
  /** Of that person's own, or of the general inbox; undefined: as that person wishes. */
  contacts?: readonly string[] | undefined;
}

/**
 * What one addressee gets is one track. One batch read more (2 units each) where that person's plan begins with a colleague.
 * @throws Problem invalid-request for a contact that is not in the register, or that no SMS may go to; no-usable-address.
 */
export async function planAddressee(app: MessagesApp, wanted: Wanted): Promise<Addition[]> {
  const { message, row, client, staff, contacts } = wanted;
  const own = ownContacts(wanted);
  refuseContacts(contacts, (contact) => !own.has(contact), "Not in the client's register, for this addressee");
  const inbox = client.value.generalInbox;
  const known = staff ? [staff] : [];
  const plan = (colleagues: ReadonlyMap<string, Lead>) =>
    planDeliveries({
      addressees: staff ? [narrowedTo(staff, contacts)] : [],
      colleagues: addresseesOf(colleagues),
      toGeneralInbox: !staff,
      // Addresses that are named are not stood in for by others.
      generalInbox: contacts ? (staff || !inbox ? null : narrowed(inbox, contacts)) : inbox,
      clientContentMode: client.contentMode,
      urgent: message.urgency === 'urgent',
      sensitive: openContent(row.key, message).sensitive,
      smsCountries: app.smsCountries,
      nowMs: app.clock.nowMs(),
    });
  const { result, colleagues } = await readColleagues(app, message.clientId, known, plan);
  const planned = result.deliveries;
  const reached = new Set(planned.map(({ address }) => address));
  if (planned.length > 0 || !contacts)
    refuseContacts(contacts, (contact) => !reached.has(contact), 'Not a mobile number that SMS may go to');
  if (planned.length === 0)
    throw new Problem('no-usable-address', {
      errors: [{ pointer: '/staffId', detail: 'No usable e-mail address or mobile number' }],
    });
  const register = { client, staff: [...known, ...colleagues] };
  const ids = planned.map(() => app.newId('delivery'));
  const [trackId] = ids;
  return planned.map((plan, n): Addition => {
    const id = ids[n] as string;
    return { id, plan, ...keysFor(plan, register), ...(trackId && id !== trackId && { track: { trackId } }) };
  });
}

function ownContacts({ client, staff }: Wanted): Set<string> {
  const { emails = [], phones = [] } = client.value.generalInbox ?? {};
  return new Set(
    staff
      ? [...staff.value.emails.map(({ address }) => address), ...staff.value.phones.map(({ number }) => number)]
      : [...emails, ...phones],
  );
}

function refuseContacts(
  contacts: readonly string[] | undefined,
  isWrong: (contact: string) => boolean,
  detail: string,
): void {
  const errors = (contacts ?? []).flatMap((contact, n): Finding[] =>
    isWrong(contact) ? [{ pointer: `/contacts/${n}`, detail }] : [],
  );
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

/** Named contacts take the place of the person's wishes; quiet hours hold all the same. */
function narrowedTo({ id, value }: OpenedStaff, contacts: readonly string[] | undefined) {
  if (!contacts) return { ...value, staffId: id };
  const isEmail = (contact: string) => contact.includes('@');
  const channels = [
    ...(contacts.some(isEmail) ? ['email' as const] : []),
    ...(contacts.every(isEmail) ? [] : ['sms' as const]),
  ];
  const steps = [{ channels, contacts }];
  return { ...value, staffId: id, delivery: { quietHours: value.delivery.quietHours, normal: steps, urgent: steps } };
}

const narrowed = <Inbox extends { emails: readonly string[]; phones: readonly string[] }>(
  inbox: Inbox,
  contacts: readonly string[],
) => ({
  ...inbox,
  emails: inbox.emails.filter((address) => contacts.includes(address)),
  phones: inbox.phones.filter((number) => contacts.includes(number)),
});
