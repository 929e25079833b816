// Whom a message goes to first: the recipients that it names, planned, or why it is refused.
import { type OpenedClient, openClient } from '#clients/store.ts';
import { type PlannedDelivery, planDeliveries } from '#deliveries/plan-deliveries.ts';
import type { MessagesApp } from '#messages/app.ts';
import { addresseeOf, addresseesOf, readColleagues } from '#messages/colleagues.ts';
import type { MessageInput } from '#messages/schema.ts';
import type { Found } from '#shared/found.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import { type Lead, openReplacements } from '#staff/replacements.ts';
import { type OpenedStaff, openStaff } from '#staff/store.ts';

/** Whom a message is for, and what its plan goes by. */
type Wanted = Pick<MessageInput, 'staffId' | 'copyTo' | 'urgency' | 'sensitive'>;

interface WantedRequest {
  params: { clientId: string };
  body: Wanted;
  /** With client and recipients. */
  found: Found;
}

/** The recipient first, then those who get a copy; each once. */
export const recipientsOf = ({ staffId, copyTo }: Pick<Wanted, 'staffId' | 'copyTo'>): string[] => [
  ...new Set([...(staffId ? [staffId] : []), ...copyTo]),
];

interface Recipients {
  client: OpenedClient;
  /** Whom it is for: nobody in particular where the general inbox stands in. */
  staffId: string | undefined;
  copyTo: string[];
  /** Recipients, and the colleagues whom their plans begin with. */
  staff: OpenedStaff[];
  planned: PlannedDelivery[];
}

/**
 * A refusal is a value, because a post that was taken before is answered all the same. One batch read more (2 units each)
 * where a plan begins with a colleague; what `openReplacements` costs where a recipient is not in the register.
 * @throws Problem not-found for a client that is not there.
 */
export async function planRecipients(
  app: MessagesApp,
  request: WantedRequest,
  nowMs: number,
): Promise<Recipients | Problem> {
  const { params, body, found } = request;
  const client = openClient(found, params.clientId);
  if (!client) throw new Problem('not-found');
  if (client.status !== 'active') return new Problem('client-not-active');
  const recipients = await openRecipients(app, request);
  if (recipients instanceof Problem) return recipients;
  const { staffId, staff, toGeneralInbox } = recipients;
  const plan = (colleagues: ReadonlyMap<string, Lead>) =>
    planDeliveries({
      addressees: staff.map(addresseeOf),
      toGeneralInbox,
      generalInbox: client.value.generalInbox,
      colleagues: addresseesOf(colleagues),
      clientContentMode: client.contentMode,
      urgent: body.urgency === 'urgent',
      sensitive: body.sensitive,
      smsCountries: app.smsCountries,
      nowMs,
    });
  const { result, colleagues } = await readColleagues(app, params.clientId, staff, plan);
  const { deliveries, unreachable } = result;
  if (unreachable.length > 0) return unreachableBy(body, recipients, unreachable);
  const copyTo = staff.map(({ id }) => id).filter((id) => id !== staffId);
  return { client, staffId, copyTo, staff: [...staff, ...colleagues], planned: deliveries };
}

interface Resolved {
  staffId: string | undefined;
  /** The recipient first; each once. */
  staff: OpenedStaff[];
  toGeneralInbox: boolean;
  /** By the id that is named. */
  leads: ReadonlyMap<string, Lead>;
}

/** Who is named, and who stands in for whoever was erased; or Problem unknown-staff, which points at each other name. */
async function openRecipients(app: MessagesApp, { params, body, found }: WantedRequest): Promise<Resolved | Problem> {
  const named = recipientsOf(body);
  const leads = new Map<string, Lead>(named.map((staffId) => [staffId, openStaff(found, params.clientId, staffId)]));
  const gone = named.filter((staffId) => !leads.get(staffId));
  for (const [staffId, lead] of await openReplacements(app, params.clientId, gone)) leads.set(staffId, lead);
  if (named.some((staffId) => !leads.get(staffId)))
    return new Problem('unknown-staff', {
      errors: pointAt(body, (staffId) => !leads.get(staffId), 'No such staff member'),
    });
  const staff = new Map([...leads.values()].filter((lead) => typeof lead === 'object').map((one) => [one.id, one]));
  const recipient = body.staffId ? leads.get(body.staffId) : undefined;
  return {
    staffId: typeof recipient === 'object' ? recipient.id : undefined,
    staff: [...staff.values()],
    toGeneralInbox: !body.staffId || [...leads.values()].includes('generalInbox'),
    leads,
  };
}

/** Problem no-usable-address, which says what is missing for whom. */
function unreachableBy(body: Wanted, { leads }: Resolved, unreachable: readonly (string | undefined)[]): Problem {
  const reached = (staffId: string) => {
    const lead = leads.get(staffId);
    return typeof lead === 'object' ? lead.id : undefined;
  };
  const errors = pointAt(
    body,
    (staffId) => unreachable.includes(reached(staffId)),
    'No usable e-mail address or mobile number, and the client has no general inbox',
  );
  if (!body.staffId)
    errors.unshift({ pointer: '/staffId', detail: 'Nobody is named, and the client has no general inbox' });
  return new Problem('no-usable-address', { errors });
}

function pointAt(body: Wanted, wrong: (staffId: string) => boolean, detail: string): Finding[] {
  const named = [
    ...(body.staffId ? [{ staffId: body.staffId, pointer: '/staffId' }] : []),
    ...body.copyTo.map((staffId, n) => ({ staffId, pointer: `/copyTo/${n}` })),
  ];
  return named.filter(({ staffId }) => wrong(staffId)).map(({ pointer }) => ({ pointer, detail }));
}
