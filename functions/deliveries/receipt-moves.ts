// Where a receipt moves a delivery: pure, monotonic, and the same however often the receipt comes.
import { meaningOf } from '#deliveries/outcomes.ts';
import type { Receipt } from '#deliveries/receipts.ts';
import { type Attempt, cameBack, type DeliveryState } from '#deliveries/schema.ts';

export interface Received {
  state: DeliveryState;
  attempts: readonly Attempt[];
}

export interface ReceiptMove {
  to: DeliveryState;
  /** Which attempt the receipt is about, and what stands there afterwards. */
  position: number;
  attempt: Attempt;
  /** `now`: the tick is to move on what has failed. `never`: there is nothing left to look after. */
  due: 'now' | 'never' | 'asItIs';
}

const onTheirWay: readonly DeliveryState[] = ['queued', 'sending', 'accepted'];

/** Nothing was taken by a provider: there is nothing that a receipt could be about. */
const notTaken: readonly Attempt['outcome'][] = ['retry', 'failed'];

/**
 * The rules, by what stands and what the receipt means (outcomes.ts):
 *   on its way, unknown, failed without a firm bounce + delivered → delivered
 *   on its way, unknown, failed                       + returned  → failed
 *   delivered + returned → stays delivered, and the attempt says that it came back
 *   shown → only the words of an attempt of which nothing firmer is known
 *   cancelled, though an attempt may have been taken, + delivered → delivered: whoever took it back is told that it arrived
 *   cancelled + returned → stays cancelled, and the attempt says that it came back
 * One that is held was never sent: a receipt for it is of a restored past.
 * @returns undefined where the receipt tells nothing new.
 */
export function moveByReceipt({ state, attempts }: Received, receipt: Receipt): ReceiptMove | undefined {
  const position = positionOf(attempts, receipt.providerId);
  const before = attempts[position];
  if (!before || state === 'held') return undefined;
  if (state === 'cancelled' && notTaken.includes(before.outcome)) return undefined;
  const { means, maybeAutomatic } = meaningOf(receipt.code);
  if (means === 'shown') return show(state, position, before, receipt);
  // A bounce that is certain takes the place of one that may have been an automatic reply; nothing takes its own.
  if (cameBack(before) || (before.outcome === means && (means === 'delivered' || maybeAutomatic))) return undefined;
  const move = { position, attempt: answered(before, means, receipt) };
  if (means === 'delivered') return { ...move, to: 'delivered', due: 'never' };
  if (state === 'delivered') return maybeAutomatic ? undefined : { ...move, to: 'delivered', due: 'asItIs' };
  if (state === 'cancelled') return { ...move, to: state, due: 'asItIs' };
  return { ...move, to: 'failed', due: onTheirWay.includes(state) ? 'now' : 'asItIs' };
}

/**
 * The last with the provider's id; or the last that may have been taken, for of one that was never answered nobody knows the
 * id; or the last.
 */
function positionOf(attempts: readonly Attempt[], providerId: string): number {
  const named = attempts.findLastIndex((attempt) => attempt.providerId === providerId);
  if (named !== -1) return named;
  const taken = attempts.findLastIndex(({ outcome }) => !notTaken.includes(outcome));
  return taken === -1 ? attempts.length - 1 : taken;
}

/** EventBridge tells whole seconds: nothing arrives before it is sent. */
const whenAnswered = (before: Attempt, { atMs }: Receipt) => Math.max(before.atMs, atMs);

/** Whoever complains of a message has it: that is told still when the provider says that it arrived. */
const codeAfter = (before: Attempt, outcome: Attempt['outcome'], code: Receipt['code']) =>
  outcome === 'delivered' && before.code === 'Complaint' ? before.code : code;

function answered(before: Attempt, outcome: Attempt['outcome'], receipt: Receipt): Attempt {
  const code = codeAfter(before, outcome, receipt.code);
  const providerId = before.providerId ?? receipt.providerId;
  return { atMs: before.atMs, outcome, code, providerId, answeredAtMs: whenAnswered(before, receipt) };
}

/** Of several the latest is shown; a complaint also about what was delivered. */
function show(to: DeliveryState, position: number, before: Attempt, receipt: Receipt): ReceiptMove | undefined {
  const complaint = receipt.code === 'Complaint';
  const answeredAtMs = whenAnswered(before, receipt);
  const open = before.outcome === 'sending' || before.outcome === 'accepted' || before.outcome === 'unknown';
  const told = before.code === 'Complaint' || (before.answeredAtMs ?? 0) >= answeredAtMs;
  if (complaint ? before.code === 'Complaint' || before.outcome === 'returned' : told || !open) return undefined;
  const { code, providerId } = receipt;
  const attempt = { ...before, code, answeredAtMs, providerId: before.providerId ?? providerId };
  return { to, position, attempt, due: 'asItIs' };
}
