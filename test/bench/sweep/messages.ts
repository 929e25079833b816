// Messages as they stand in the tables after their life: read, handled, delivered; made by the stores, with real keys and sealed content.
import { hash } from 'node:crypto';
import type { PlannedDelivery } from '#deliveries/plan-deliveries.ts';
import { newDelivery } from '#deliveries/store.ts';
import { newKeyRow, newMessage, sealContent } from '#messages/store.ts';
import type { BulkWrite } from '#shared/bulk-writes.ts';
import { bodyMac } from '#shared/idempotency.ts';
import { type IdKind, idRange } from '#shared/ids.ts';
import type { KeyRow } from '#shared/register.ts';
import { expiresAtSeconds, type Retention } from '#shared/retention.ts';
import { newKey } from '#shared/vault.ts';

/** How many messages stand in the tables, and how many of them are due. */
export interface Backlog {
  readonly messages: number;
  readonly due: number;
  /** Whose they are. Default: of so many as a service of that size has. */
  readonly clients?: number;
}

/** When the sweep is: the clock stands still. */
export const NOW_MS = Date.parse('2026-11-23T11:00:00Z');
const RETENTION: Retention = { months: 6 };
/** The due ones expired within these hours. */
export const DUE_HOURS = 6;

const HOUR_MS = 3_600_000;
const CLIENTS = 40;
const STAFF = 250;

/** What is taken until now, and no later, is due now. */
const LAST_DUE_MS = (() => {
  const guess = NOW_MS - 184 * 24 * HOUR_MS;
  return guess - (expiresAtSeconds(guess, RETENTION) * 1000 - NOW_MS);
})();

/** The due ones over the last hours, all others over the days from now to six months on, as they are taken in life. */
const takenAt = (n: number, { messages, due }: Backlog): number =>
  Math.floor(
    n < due
      ? LAST_DUE_MS - (n / due) * DUE_HOURS * HOUR_MS
      : LAST_DUE_MS + 1_000 + ((n - due) / (messages - due)) * (NOW_MS - LAST_DUE_MS - HOUR_MS),
  );

/** The same id for the same message in every filling: requests that were recorded on one can be played on another. */
const idOf = (kind: IdKind, atMs: number, n: number) =>
  idRange(kind, atMs, atMs).from.slice(0, -10) + String(n).padStart(10, '0');

/** The client of message number `n`. */
export const clientOf = (n: number, { clients = CLIENTS }: Backlog): string => idOf('client', LAST_DUE_MS, n % clients);

const keysOf = new Map<string, KeyRow>();
function ownerKeys(staffId: string): KeyRow {
  const known = keysOf.get(staffId) ?? { key: newKey(), stableKey: newKey() };
  keysOf.set(staffId, known);
  return known;
}

const content = {
  caller: { name: 'Åsa Björk', company: 'Bygg & Fog', phone: '+46701740605' },
  matter: 'Ringer om offerten på taket. '.repeat(7).slice(0, 200),
  callBack: true,
  sensitive: false,
};

const plans = (staffId: string): PlannedDelivery[] => {
  const common = {
    staffId,
    addressOf: 'staff' as const,
    name: 'Åsa Björk',
    language: 'sv' as const,
    content: 'full' as const,
    notBeforeMs: undefined,
  };
  return [
    { ...common, channel: 'email', address: 'asa.bjork@nordvik.example' },
    { ...common, channel: 'sms', address: '+46701740605' },
  ];
};

/** The four items of message number `n`: the row of its key, its record, and its two deliveries. */
export function messageItems(n: number, backlog: Backlog): BulkWrite[] {
  const takenAtMs = takenAt(n, backlog);
  const clientId = clientOf(n, backlog);
  const staffId = idOf('staff', LAST_DUE_MS, n % STAFF);
  const messageId = idOf('message', takenAtMs, n);
  const keyId = hash('sha256', messageId, 'base64url');
  const key = newKey();
  const stableKey = newKey();
  const common = { clientId, messageId, keyId, expiresAt: expiresAtSeconds(takenAtMs, RETENTION) };
  const deliveries = plans(staffId).map((plan, place) =>
    settled(
      newDelivery({
        ...common,
        id: idOf('delivery', takenAtMs, 2 * n + place),
        plan,
        messageKey: stableKey,
        owner: ownerKeys(staffId),
        person: ownerKeys(staffId),
        inboxOf: place === 0 ? staffId : undefined,
        nowMs: takenAtMs,
      }).put,
    ),
  );
  const { put } = newMessage({
    ...common,
    staffId,
    copyTo: [],
    urgency: 'normal',
    takenBy: idOf('user', LAST_DUE_MS, n % CLIENTS),
    takenAtMs,
    content: sealContent(key, clientId, messageId, content),
    deliveryIds: deliveries.map(({ sk }) => sk),
  });
  const keyRow = newKeyRow({
    ...common,
    key,
    stableKey,
    bodyMac: bodyMac(stableKey, content),
    takenAtMs,
    retention: RETENTION,
  });
  return [
    { table: 'messageKeys', put: keyRow.put },
    { table: 'records', put: handled(put, staffId, takenAtMs + HOUR_MS) },
    ...deliveries.map((delivery) => ({ table: 'records' as const, put: delivery })),
  ];
}

/** As `settleDelivery` leaves it: accepted at the first attempt, and out of the index of what is due. */
function settled<Item extends ReturnType<typeof newDelivery>['put']>({ duePk: _, dueAt: __, ...delivery }: Item) {
  const attempt = { atMs: delivery.createdAtMs + 1_000, outcome: 'accepted', providerId: '0'.repeat(60) };
  return { ...delivery, state: 'accepted', attempts: [attempt] };
}

const handled = (message: ReturnType<typeof newMessage>['put'], by: string, atMs: number) => ({
  ...message,
  version: 3,
  state: 'handled',
  readBy: { [by]: atMs },
  handledBy: by,
  handledAtMs: atMs,
});
