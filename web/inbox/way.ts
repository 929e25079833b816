// The way of a message to its recipients: what it came to in one word, and line by line with times. Pure.
import type { Delivery } from '#web/api/types.ts';

export type Came = 'delivered' | 'sent' | 'pending' | 'unknown' | 'failed';

const cameOf: Record<Delivery['state'], Came | undefined> = {
  delivered: 'delivered',
  accepted: 'sent',
  held: 'pending',
  queued: 'pending',
  sending: 'pending',
  unknown: 'unknown',
  failed: 'failed',
  cancelled: undefined,
};

/** What went best counts: whoever has the message by one way has it. */
const bestFirst: readonly Came[] = ['delivered', 'sent', 'pending', 'unknown', 'failed'];

export function cameTo(deliveries: readonly Delivery[]): Came | undefined {
  const all = new Set(deliveries.filter(({ withdrawn }) => !withdrawn).map(({ state }) => cameOf[state]));
  return bestFirst.find((came) => all.has(came));
}

export const cameOfOne = ({ state }: Delivery): Came | undefined => cameOf[state];

/** Accepted may still become delivered, held begins only in the morning. */
const final: ReadonlySet<Delivery['state']> = new Set(['delivered', 'failed', 'unknown', 'cancelled']);
export const isFinal = (deliveries: readonly Delivery[]): boolean => deliveries.every(({ state }) => final.has(state));

type Attempt = Delivery['attempts'][number];

export interface WayLine {
  readonly at: string;
  readonly kind: 'went' | 'arrived' | 'wait' | 'doubt' | 'lost';
  /** undefined: it was taken over for sending, which the receipt that came later does not tell. */
  readonly words: Attempt['words'] | undefined;
}

const kindOf: Record<Attempt['outcome'], WayLine['kind']> = {
  sending: 'wait',
  accepted: 'went',
  retry: 'wait',
  failed: 'lost',
  unknown: 'doubt',
  delivered: 'arrived',
  returned: 'lost',
};

/** A receipt is written on the attempt that it is about: that makes two lines, one when it went and one when it was answered. */
export const wayLines = ({ attempts }: Delivery): WayLine[] =>
  attempts.flatMap(({ at, answeredAt, outcome, words }): WayLine[] => {
    const kind = kindOf[outcome];
    if (answeredAt === null) return [{ at, kind, words }];
    return [
      { at, kind: 'went', words: undefined },
      { at: answeredAt, kind, words },
    ];
  });
