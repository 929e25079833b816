// Carries out one order: claim the delivery, open what it needs, hand it over once, write down what happened.
import { backoffSeconds, type Handover, moveAfter } from '#deliveries/handover.ts';
import { claimDelivery, settleDelivery } from '#deliveries/moves.ts';
import type { Attempt, Channel, DeliveryOrder, DeliveryState } from '#deliveries/schema.ts';
import { type Delivery, openName, openTo, ownerAddress, personAddress, STUCK_MS } from '#deliveries/store.ts';
import { overdueAtMs } from '#deliveries/track.ts';
import type { Rendering } from '#messages/rendering.ts';
import { isExpired, keyRowRead, messageRead, openContent, toKeyRow, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import type { QueueResult } from '#shared/queue-batch.ts';
import { keyRead, keyRowOf } from '#shared/register.ts';

export interface SendingApp extends App {
  readonly portalUrl: string;
  readonly channel: Channel;
  /** What to write down instead of sending, where the channel has limits. Nothing has been handed over yet. */
  refuse?(delivery: Delivery, to: string): Promise<Handover | undefined>;
  /** Renders and sends, once. */
  handOver(delivery: Delivery, to: string, rendering: Rendering): Promise<Handover>;
}

/** Longer waits are left to the tick: the queue's patience is for short ones. */
const LONGEST_QUEUE_WAIT_SECONDS = backoffSeconds[2];

/**
 * Costs one update (claim), one batch read (message, key, the key of the address) and one update (outcome); an SMS one
 * update more, which counts it. An order that
 * comes twice, late or for something erased costs one refused update and changes nothing.
 */
export async function sendDelivery(app: SendingApp, order: DeliveryOrder): Promise<QueueResult> {
  const claimed = await claimDelivery(app, order);
  if (!claimed) return {};
  const opened = await prepare(app, claimed).catch((error: unknown) => notPrepared(claimed, error));
  if (opened && 'outcome' in opened)
    return settle(app, claimed, moveAfter(app.channel, opened, claimed.attempts.length), opened);
  if (!opened) return settle(app, claimed, { state: 'cancelled' }, { outcome: 'failed', code: 'Erased' });
  const handover = await app.handOver(claimed, opened.to, opened.rendering);
  return settle(app, claimed, moveAfter(app.channel, handover, claimed.attempts.length), handover);
}

function notPrepared({ id, channel }: Delivery, error: unknown): Handover {
  log.error('delivery-not-prepared', error, { deliveryId: id, channel });
  return { outcome: 'retry', code: 'NotPrepared' };
}

interface Opened {
  to: string;
  rendering: Rendering;
}

/** Everything before the hand-over: what fails here may be tried again, an SMS too. */
async function prepare(app: SendingApp, delivery: Delivery): Promise<Opened | Handover | undefined> {
  const opened = await openDelivery(app, delivery);
  if (!opened || 'outcome' in opened) return opened;
  return (await app.refuse?.(delivery, opened.to)) ?? opened;
}

/**
 * @returns undefined where message, key or the owner of the address is gone: erased, and so a quiet end. A colleague who is
 *   gone is none: whom it is meant for has heard of nothing yet.
 */
async function openDelivery(app: SendingApp, delivery: Delivery): Promise<Opened | Handover | undefined> {
  const reads = {
    message: messageRead(delivery.clientId, delivery.messageId),
    key: keyRowRead(delivery.keyId),
    owner: keyRead(ownerAddress(delivery)),
  };
  const person = personAddress(delivery);
  const found = await app.db.read([...Object.values(reads), ...(person ? [keyRead(person)] : [])]);
  const item = found.get(reads.message);
  const key = toKeyRow(found.get(reads.key))?.key;
  const owner = keyRowOf(found.get(reads.owner));
  if (!item || !key) return undefined;
  const message = toMessageRecord(item);
  if (isExpired(message, app.clock.nowMs())) return undefined;
  if (!owner) return delivery.viaStaffId === undefined ? undefined : { outcome: 'failed', code: 'ColleagueGone' };
  const { address, name } = openTo(delivery, owner);
  const rendering: Rendering = {
    content: delivery.content === 'full' ? openContent(key, message) : undefined,
    name: name ?? openName(delivery, person && keyRowOf(found.get(keyRead(person)))),
    language: delivery.language,
    urgent: message.urgency === 'urgent',
    takenAtMs: message.takenAtMs,
    expiresAt: message.expiresAt,
    portalUrl: app.portalUrl,
  };
  return { to: address, rendering };
}

/** An urgent one is looked at when its wait is over, however long the next attempt is put off. */
function soonerIfUrgent({ waitMinutes, createdAtMs }: Delivery, dueAtMs: number, nowMs: number): number {
  const overdueMs = waitMinutes === undefined ? 0 : overdueAtMs({ waitMinutes, createdAtMs });
  return overdueMs > nowMs ? Math.min(dueAtMs, overdueMs) : dueAtMs;
}

async function settle(
  app: SendingApp,
  claimed: Delivery,
  move: { state: DeliveryState; waitSeconds?: number },
  handover: Handover,
): Promise<QueueResult> {
  const { waitSeconds } = move;
  const atMs = claimed.attempts.at(-1)?.atMs ?? app.clock.nowMs();
  // The last of all attempts is not followed by another, whatever the provider said.
  const gaveUp = move.state === 'failed' && handover.outcome === 'retry';
  const attempt: Attempt = { atMs, ...handover, ...(gaveUp && { outcome: 'failed', code: 'GaveUp' }) };
  const viaQueue = waitSeconds !== undefined && waitSeconds <= LONGEST_QUEUE_WAIT_SECONDS;
  const notBeforeMs = app.clock.nowMs() + (waitSeconds ?? 0) * 1000;
  const dueAtMs = soonerIfUrgent(claimed, notBeforeMs + (viaQueue ? STUCK_MS : 0), app.clock.nowMs());
  const next = waitSeconds === undefined ? undefined : { notBeforeMs, dueAtMs };
  const settled = await settleDelivery(app, claimed, { state: move.state, attempt, ...(next && { next }) });
  if (!settled) {
    log.warn('delivery-overtaken', { deliveryId: claimed.id, channel: app.channel });
    return {};
  }
  log.info('delivery', {
    deliveryId: claimed.id,
    channel: app.channel,
    state: move.state,
    ...('code' in handover && { code: handover.code }),
  });
  return viaQueue ? { againAfterSeconds: waitSeconds } : {};
}
