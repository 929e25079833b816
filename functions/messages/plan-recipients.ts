// Whom a message goes to first: the recipients that it names, planned, or why it is refused.
import { type OpenedClient, openClient } from '#clients/store.ts';
import { type PlannedDelivery, planDeliveries } from '#deliveries/plan-deliveries.ts';
import type { MessagesApp } from '#messages/app.ts';
import { addresseeOf, readColleagues } from '#messages/colleagues.ts';
import type { messageRoutes } from '#messages/routes.ts';
import type { MessageInput } from '#messages/schema.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import type { Request } from '#shared/use-case.ts';
import { type OpenedStaff, openStaff } from '#staff/store.ts';

type TakeRequest = Request<(typeof messageRoutes)['takeMessage']>;

/** The recipient first, then those who get a copy; each once. */
export const recipientsOf = ({ staffId, copyTo }: MessageInput): string[] => [
  ...new Set([...(staffId ? [staffId] : []), ...copyTo]),
];

interface Recipients {
  client: OpenedClient;
  /** Recipients, and the colleagues whom their plans begin with. */
  staff: OpenedStaff[];
  planned: PlannedDelivery[];
}

/**
 * A refusal is a value, because a post that was taken before is answered all the same. One batch read more (2 units each)
 * where a plan begins with a colleague.
 * @throws Problem not-found for a client that is not there.
 */
export async function planRecipients(
  app: MessagesApp,
  request: TakeRequest,
  nowMs: number,
): Promise<Recipients | Problem> {
  const { params, body, found } = request;
  const client = openClient(found, params.clientId);
  if (!client) throw new Problem('not-found');
  if (client.status !== 'active') return new Problem('client-not-active');
  const staff = openRecipients(request);
  if (staff instanceof Problem) return staff;
  const plan = (colleagues: ReadonlyMap<string, OpenedStaff | undefined>) =>
    planDeliveries({
      addressees: staff.map(addresseeOf),
      toGeneralInbox: !body.staffId,
      generalInbox: client.value.generalInbox,
      colleagues: new Map([...colleagues].map(([id, one]) => [id, one && addresseeOf(one)])),
      clientContentMode: client.contentMode,
      urgent: body.urgency === 'urgent',
      sensitive: body.sensitive,
      smsCountries: app.smsCountries,
      nowMs,
    });
  const { result, colleagues } = await readColleagues(app, params.clientId, staff, plan);
  const { deliveries, unreachable } = result;
  if (unreachable.length > 0) return unreachableBy(body, unreachable);
  return { client, staff: [...staff, ...colleagues], planned: deliveries };
}

/** Or Problem unknown-staff, which points at each name that is not in the register. */
function openRecipients({ params, body, found }: TakeRequest): OpenedStaff[] | Problem {
  const opened = recipientsOf(body).map((staffId) => openStaff(found, params.clientId, staffId));
  const known = opened.filter((staff) => staff !== undefined);
  if (known.length === opened.length) return known;
  const ids = new Set(known.map(({ id }) => id));
  return new Problem('unknown-staff', {
    errors: pointAt(body, (staffId) => !ids.has(staffId), 'No such staff member'),
  });
}

/** Problem no-usable-address, which says what is missing for whom. */
function unreachableBy(body: MessageInput, unreachable: readonly (string | undefined)[]): Problem {
  const errors = pointAt(
    body,
    (staffId) => unreachable.includes(staffId),
    'No usable e-mail address or mobile number, and the client has no general inbox',
  );
  if (!body.staffId)
    errors.unshift({ pointer: '/staffId', detail: 'Nobody is named, and the client has no general inbox' });
  return new Problem('no-usable-address', { errors });
}

function pointAt(body: MessageInput, wrong: (staffId: string) => boolean, detail: string): Finding[] {
  const named = [
    ...(body.staffId ? [{ staffId: body.staffId, pointer: '/staffId' }] : []),
    ...body.copyTo.map((staffId, n) => ({ staffId, pointer: `/copyTo/${n}` })),
  ];
  return named.filter(({ staffId }) => wrong(staffId)).map(({ pointer }) => ({ pointer, detail }));
}
