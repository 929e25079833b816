// The next step of a track, as the register is now: who is reached by it, and the writes that make it.
import { clientReads, openClient } from '#clients/store.ts';
import { planStep } from '#deliveries/plan-deliveries.ts';
import { type Delivery, trackOf } from '#deliveries/store.ts';
import { nextStepOf } from '#deliveries/track.ts';
import { type Added, addDeliveries, MAX_DELIVERIES } from '#messages/add-deliveries.ts';
import { addresseeOf, readColleagues } from '#messages/colleagues.ts';
import { keysFor } from '#messages/planned-items.ts';
import type { Track } from '#messages/read-track.ts';
import type { App } from '#shared/app.ts';
import { openStaff, staffReads } from '#staff/store.ts';

export interface StepsApp extends App {
  /** Countries that SMS may go to, ISO 3166. */
  readonly smsCountries: readonly string[];
}

/**
 * Costs one batch read (client, person: 2 units each), and one more where the plan has come to a colleague.
 * @returns undefined where nothing is left: no step reaches anybody, the person is erased, or the message holds no more
 *   deliveries.
 */
export async function nextStep(app: StepsApp, { message, row, deliveries }: Track): Promise<Added | undefined> {
  const [first] = deliveries as [Delivery];
  const { clientId, staffId } = first;
  const found = await app.db.read([
    ...clientReads(clientId),
    ...(staffId === undefined ? [] : staffReads(clientId, staffId)),
  ]);
  const client = openClient(found, clientId);
  const person = staffId === undefined ? undefined : openStaff(found, clientId, staffId);
  if (!client || (staffId !== undefined && !person)) return undefined;
  const staff = person ? [person] : [];
  const { result, colleagues } = await readColleagues(app, clientId, staff, (known) =>
    planStep(
      {
        generalInbox: client.value.generalInbox,
        colleagues: new Map([...known].map(([id, one]) => [id, one && addresseeOf(one)])),
        clientContentMode: client.contentMode,
        urgent: message.urgency === 'urgent',
        // A sensitive message was told as a notice by each of them; whether it is sensitive is sealed.
        sensitive: deliveries.every(({ content }) => content === 'notice'),
        smsCountries: app.smsCountries,
        nowMs: app.clock.nowMs(),
      },
      person && addresseeOf(person),
      nextStepOf(deliveries),
    ),
  );
  const planned = result.deliveries;
  if (planned.length === 0 || message.deliveryIds.length + planned.length > MAX_DELIVERIES) return undefined;
  const register = { client, staff: [...staff, ...colleagues] };
  const track = { trackId: trackOf(first), ...(deliveries.at(-1)?.correction && { correction: true }) };
  return addDeliveries(
    app,
    { message, row },
    planned.map((plan) => ({ plan, ...keysFor(plan, register), track })),
  );
}
