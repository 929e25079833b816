// The next step of a track, as the register is now: who is reached by it, or who stands in, and the writes that make it.
import { clientReads, openClient } from '#clients/store.ts';
import { planStep } from '#deliveries/plan-deliveries.ts';
import { type Delivery, trackOf } from '#deliveries/store.ts';
import { addresseeNow, nextStepOf } from '#deliveries/track.ts';
import { type Added, addDeliveries, MAX_DELIVERIES } from '#messages/add-deliveries.ts';
import { addresseeOf, addresseesOf, readColleagues } from '#messages/colleagues.ts';
import { readersOf } from '#messages/find-message.ts';
import { handedOver } from '#messages/handed-over.ts';
import { keysFor } from '#messages/planned-items.ts';
import type { Track } from '#messages/read-track.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { type Lead, openReplacements } from '#staff/replacements.ts';
import { openStaff, staffReads } from '#staff/store.ts';

export interface StepsApp extends App {
  /** Countries that SMS may go to, ISO 3166. */
  readonly smsCountries: readonly string[];
}

/**
 * Costs one batch read (client, person: 2 units each), and one more where the plan has come to a colleague; what
 * `openReplacements` costs where the person has been erased: the message is handed on to who stands in, and goes by their
 * plan, or else to the general inbox.
 * @returns undefined where nothing is left: no step reaches anybody, nobody knows of the person, or the message holds no
 *   more deliveries.
 */
export async function nextStep(app: StepsApp, { message, row, deliveries }: Track): Promise<Added | undefined> {
  const [first] = deliveries as [Delivery];
  const { clientId } = first;
  const staffId = addresseeNow(deliveries);
  const found = await app.db.read([
    ...clientReads(clientId),
    ...(staffId === undefined ? [] : staffReads(clientId, staffId)),
  ]);
  const client = openClient(found, clientId);
  const lead = staffId === undefined ? 'generalInbox' : await leadOf(app, found, clientId, staffId);
  if (!client || !lead) return undefined;
  const person = typeof lead === 'object' ? lead : undefined;
  const own = deliveries.filter((one) => one.staffId === person?.id);
  // The inbox of all has had it already, by a step of whoever is gone.
  if (!person && own.length === 0 && deliveries.some(({ addressOf }) => addressOf === 'client')) return undefined;
  const staff = person ? [person] : [];
  const { result, colleagues } = await readColleagues(app, clientId, staff, (known) =>
    planStep(
      {
        generalInbox: client.value.generalInbox,
        colleagues: addresseesOf(known),
        clientContentMode: client.contentMode,
        urgent: message.urgency === 'urgent',
        // A sensitive message was told as a notice by each of them; whether it is sensitive is sealed.
        sensitive: deliveries.every(({ content }) => content === 'notice'),
        smsCountries: app.smsCountries,
        nowMs: app.clock.nowMs(),
      },
      person && addresseeOf(person),
      own.length > 0 ? nextStepOf(own) : 0,
    ),
  );
  const planned = result.deliveries;
  if (planned.length === 0 || message.deliveryIds.length + planned.length > MAX_DELIVERIES) return undefined;
  const register = { client, staff: [...staff, ...colleagues] };
  const track = { trackId: trackOf(first), ...(deliveries.at(-1)?.correction && { correction: true }) };
  const isHandedOn = staffId !== undefined && staffId !== person?.id && readersOf(message).includes(staffId);
  return addDeliveries(
    app,
    { message, row },
    planned.map((plan) => ({ plan, ...keysFor(plan, register), track })),
    isHandedOn ? handedOver(message, staffId, person?.id) : {},
  );
}

/** Whom the person's own record, or the tombstone, leads to. */
async function leadOf(app: App, found: Found, clientId: string, staffId: string): Promise<Lead> {
  return openStaff(found, clientId, staffId) ?? (await openReplacements(app, clientId, [staffId])).get(staffId);
}
