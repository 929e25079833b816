// Corrects a message: sealed anew under a new key, and sent again, marked, to whoever may have the old text.

import { waitsAsSeen } from '#deliveries/amended-deliveries.ts';
import type { PlannedDelivery } from '#deliveries/plan-deliveries.ts';
import { quietUntilMs } from '#deliveries/quiet-hours.ts';
import { addressOwner, type Delivery } from '#deliveries/store.ts';
import { isWaiting } from '#deliveries/track.ts';
import { type Addition, addDeliveries } from '#messages/add-deliveries.ts';
import { type Amendment, amend, type DemandSame, type Standing } from '#messages/amend.ts';
import type { amendmentRoutes } from '#messages/amendment-routes.ts';
import { contentOf } from '#messages/content.ts';
import { demandSameCorrection, sealCorrectedRequest } from '#messages/corrected-request.ts';
import { mayHaveArrived, type Target, targetReads, targetsOf } from '#messages/correction-targets.ts';
import type { CorrectionInput } from '#messages/schema.ts';
import { isWithdrawn, messageRead, openContent, sealContent } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import type { UseCase } from '#shared/use-case.ts';
import { newKey } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';
import { DEFAULT_WAIT_MINUTES } from '#staff/default-wait.ts';
import { openStaff, staffReads } from '#staff/store.ts';

/**
 * Costs what `amend` costs, and one batch read: 1 unit for each key of an address, 2 for each staff member. In the
 * transaction 2 units for each delivery that waits, and 1 or 2 for the index where it is marked or let go.
 */
export const correctMessage: UseCase<(typeof amendmentRoutes)['correctMessage']> = {
  reads: ({ params }) => [messageRead(params.clientId, params.messageId)],

  async run(app, request) {
    const prepare = (standing: Standing) => correction(app, request.body, request.caller.id, standing);
    return { status: 201, body: await amend(app, request, 'correctMessage', prepare, demandSame) };
  },
};

const demandSame: DemandSame = ({ message, row }, body, remembered) =>
  demandSameCorrection(row.key, message, body, remembered);

async function correction(app: App, body: CorrectionInput, by: string, standing: Standing): Promise<Amendment> {
  const { message, row } = standing;
  const deliveries = standing.deliveries.filter(({ id }) => !isWithdrawn(message, id));
  const people = new Set(deliveries.map(addressOwner).filter((staffId) => staffId !== undefined));
  const found = await app.db.read([
    ...targetReads(deliveries),
    ...[...people].flatMap((staffId) => staffReads(message.clientId, staffId)),
  ]);
  const targets = targetsOf(deliveries, row.stableKey, found);
  const nowMs = app.clock.nowMs();
  const urgency = body.urgency ?? message.urgency;
  const urgent = urgency === 'urgent';

  const key = newKey();
  const { clientId, id } = message;
  const change = {
    content: sealContent(key, clientId, id, contentOf(body, openContent(row.key, message).answered)),
    urgency,
    corrections: [...(message.corrections ?? []), { atMs: nowMs, by }],
    // Nobody has read the new text.
    readBy: {},
  };
  const notBeforeMs = (delivery: Delivery) => (urgent ? undefined : quietUntil(delivery, found, nowMs));
  const again = targets.filter(({ deliveries: all }) => all.some(mayHaveArrived) && !all.some(isWaiting));
  const additions = additionsFor(app, again, { sensitive: body.sensitive, urgent, notBeforeMs });
  const keyWrite: Write = {
    table: 'messageKeys',
    update: { id: message.keyId },
    // Its MAC would go on telling whether a guess at the old text is right.
    change: 'SET #key = :key REMOVE bodyMac',
    condition: {
      expression: 'attribute_exists(#key)',
      names: { '#key': 'key' },
      values: { ':key': key },
    },
  };
  const added = addDeliveries(app, { message, row }, additions, change, keyWrite);
  const marked = new Set(targets.flatMap(({ deliveries: all }) => markOf(all)));
  const more = deliveries.filter(isWaiting).map((delivery) =>
    waitsAsSeen(delivery, {
      mark: marked.has(delivery.id),
      ...(urgent && { urgent: { nowMs, waitMinutes: DEFAULT_WAIT_MINUTES } }),
    }),
  );
  return { added, more, remembered: sealCorrectedRequest(key, message, body) };
}

/** Of what waits for somebody who may have the old text, one says that it is a correction. */
function markOf(all: readonly Delivery[]): string[] {
  const waiting = all.filter(isWaiting);
  if (!all.some(mayHaveArrived) || waiting.some(({ correction: is }) => is)) return [];
  return waiting.slice(0, 1).map(({ id }) => id);
}

/** Those quiet hours hold whose telephone it is. */
function quietUntil(delivery: Delivery, found: Found, nowMs: number): number | undefined {
  const staffId = addressOwner(delivery);
  const quiet = staffId && openStaff(found, delivery.clientId, staffId)?.value.delivery.quietHours;
  return quiet ? quietUntilMs(nowMs, quiet) : undefined;
}

interface Manner {
  sensitive: boolean;
  urgent: boolean;
  notBeforeMs(delivery: Delivery): number | undefined;
}

/** To the address that has the old text, whatever the register says now. What one addressee gets is one track. */
function additionsFor(app: App, targets: readonly Target[], { sensitive, urgent, notBeforeMs }: Manner): Addition[] {
  const tracks = new Map<string | undefined, string>();
  return targets.map(({ address, name, owner, person, deliveries: [first] }): Addition => {
    const id = app.newId('delivery');
    const trackId = tracks.get(first.staffId);
    if (!trackId) tracks.set(first.staffId, id);
    const plan: PlannedDelivery = {
      staffId: first.staffId,
      addressOf: first.addressOf,
      channel: first.channel,
      address,
      name,
      language: first.language,
      // What was a notice stays one.
      content: sensitive ? 'notice' : first.content,
      notBeforeMs: notBeforeMs(first),
      ...(first.step !== undefined && { step: first.step }),
      ...(urgent && { waitMinutes: first.waitMinutes ?? DEFAULT_WAIT_MINUTES }),
    };
    const track = {
      correction: true,
      ...(first.viaStaffId && { viaStaffId: first.viaStaffId }),
      ...(trackId && { trackId }),
    };
    return { id, plan, owner, person, track };
  });
}
