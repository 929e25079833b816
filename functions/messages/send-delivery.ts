// Carries out one order: claim the delivery, open what it needs, hand it over once, write down what happened.
import { backoffSeconds, type Handover, moveAfter } from '#deliveries/handover.ts';
import { claimDelivery, settleDelivery } from '#deliveries/moves.ts';
import type { Attempt, Channel, DeliveryOrder, DeliveryState } from '#deliveries/schema.ts';
import {
  addressOwner,
  type Delivery,
  openName,
  openTo,
  ownerAddress,
  personAddress,
  STUCK_MS,
} from '#deliveries/store.ts';
import { isSuppressed, openSuppressed, ownerOf, suppressionRead } from '#deliveries/suppressions.ts';
import { overdueAtMs } from '#deliveries/track.ts';
import type { Rendering } from '#messages/rendering.ts';
import {
  isExpired,
  isWithdrawn,
  keyRowRead,
  messageRead,
  openContent,
  toLiveKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import type { QueueResult } from '#shared/queue-batch.ts';
import { keyRead, keyRowOf } from '#shared/register.ts';
import { clientRead } from '#shared/standing-client.ts';

export interface SendingApp extends App {
  readonly portalUrl: string;
  readonly channel: Channel;
  /** What to write down instead of sending, where the channel has limits. Nothing has been handed over yet. */
  refuse?(delivery: Delivery, to: string): Promise<Handover | undefined>;
  /** What is noted as soon as the provider has it. Never throws: the answer must be written down. */
  accepted?(delivery: Delivery, providerId: string): Promise<void>;
  /** Renders and sends, once. */
  handOver(delivery: Delivery, to: string, rendering: Rendering): Promise<Handover>;
}

/** Longer waits are left to the tick: the queue's patience is for short ones. */
const LONGEST_QUEUE_WAIT_SECONDS = backoffSeconds[2];

/**
 * Costs one update (claim), one batch read (client, message, key, the key of the address, what is suppressed) and one
 * update (outcome); an SMS two updates more, which count it and point to it. An order that comes twice, late or for
 * something erased costs one refused update and changes nothing; one of a client that is gone ends as cancelled.
 */
export async function sendDelivery(app: SendingApp, order: DeliveryOrder): Promise<QueueResult> {
  const claimed = await claimDelivery(app, order);
  if (!claimed) return {};
  const opened = await prepare(app, claimed).catch((error: unknown) => notPrepared(claimed, error));
  if (opened && 'outcome' in opened) {
    const withdrawn = 'code' in opened && opened.code === 'Withdrawn';
    const move = withdrawn ? { state: 'cancelled' as const } : moveAfter(app.channel, opened, claimed.attempts.length);
    return settle(app, claimed, move, opened);
  }
  if (!opened) return settle(app, claimed, { state: 'cancelled' }, { outcome: 'failed', code: 'Erased' });
  const handover = await app.handOver(claimed, opened.to, opened.rendering);
  if (handover.outcome === 'accepted' && handover.providerId) await app.accepted?.(claimed, handover.providerId);
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
 * @returns undefined where client, message or key is gone: erased, and so a quiet end.
 */
async function openDelivery(app: SendingApp, delivery: Delivery): Promise<Opened | Handover | undefined> {
  const reads = {
    client: clientRead(delivery.clientId),
    message: messageRead(delivery.clientId, delivery.messageId),
    key: keyRowRead(delivery.keyId),
    owner: keyRead(ownerAddress(delivery)),
    suppressed: suppressionRead(ownerOf(delivery)),
  };
  const person = personAddress(delivery);
  const found = await app.db.read([...Object.values(reads), ...(person ? [keyRead(person)] : [])]);
  const item = found.get(reads.message);
  const keys = toLiveKeyRow(found.get(reads.key));
  const owner = keyRowOf(found.get(reads.owner));
  if (!found.get(reads.client) || !item || !keys) return undefined;
  const message = toMessageRecord(item);
  if (isExpired(message, app.clock.nowMs())) return undefined;
  if (isWithdrawn(message, delivery.id)) return { outcome: 'failed', code: 'Withdrawn' };
  if (!owner) return withoutOwner(delivery);
  const { address, name } = openTo(delivery, keys.stableKey, owner);
  const suppressed = openSuppressed(found.get(reads.suppressed), ownerOf(delivery), owner);
  if (isSuppressed(suppressed, delivery.channel, address)) return { outcome: 'failed', code: 'AddressSuppressed' };
  const content = openContent(keys.key, message);
  const rendering: Rendering = {
    // A correction may have found that it is sensitive.
    content: delivery.content === 'full' && !content.sensitive ? content : undefined,
    correction: delivery.correction ?? false,
    test: message.test,
    name: name ?? openName(delivery, keys.stableKey, person && keyRowOf(found.get(keyRead(person)))),
    language: delivery.language,
    urgent: message.urgency === 'urgent',
    takenAtMs: message.takenAtMs,
    enteredAtMs: message.enteredAtMs,
    expiresAt: message.expiresAt,
    portalUrl: app.portalUrl,
  };
  return { to: address, rendering };
}

/** A person who is gone is no quiet end: the message stands, and has come to nobody yet. */
function withoutOwner(delivery: Delivery): Handover | undefined {
  if (addressOwner(delivery) === undefined) return undefined;
  return { outcome: 'failed', code: delivery.viaStaffId === undefined ? 'RecipientGone' : 'ColleagueGone' };
}

/** An urgent one is looked at when its wait is over, however long the next attempt is put off. */
function soonerIfUrgent(delivery: Delivery, dueAtMs: number, nowMs: number): number {
  const overdueMs = overdueAtMs(delivery);
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
