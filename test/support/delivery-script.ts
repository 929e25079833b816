// Scripts of what may happen to the deliveries of one message, in any order.
import fc from 'fast-check';
import type { ReceiptCode } from '#deliveries/outcomes.ts';
import type { Channel } from '#deliveries/schema.ts';
import { later, refused, silent } from '#test/support/delivering.ts';

export const died = new Error('It died');

/** Plans that a script may begin with; `inbox` is nobody in particular. */
const plans = ['planned', 'withoutWishes', 'goneColleague', 'smsThenMail', 'inbox'] as const;
export type PlanName = (typeof plans)[number];

const often = ['order', 'twice', 'tick', 'twoTicks', 'published', 'wait'] as const;
/** `atOnce`: a receipt, a tick and a sender, none of whom waits for the others. */
const receipts = ['receipt', 'receiptTwice', 'receiptMeanwhile', 'atOnce'] as const;
const seldom = ['topic', 'erase', 'read', 'handle'] as const;
const amendments = ['correct', 'forward', 'redirect'] as const;
export type Does =
  | (typeof often)[number]
  | (typeof receipts)[number]
  | (typeof seldom)[number]
  | (typeof amendments)[number]
  | 'answer';

export interface Happening {
  does: Does;
  which: number;
  /** Of a receipt: what it says. */
  says: number;
}

export interface Script {
  plan: PlanName;
  copy: boolean;
  urgent: boolean;
  happenings: readonly Happening[];
  /** Receipts that come when all has come to rest. */
  late: readonly Happening[];
}

const happening = (does: fc.Arbitrary<Does>): fc.Arbitrary<Happening> =>
  fc.record({ does, which: fc.nat(7), says: fc.nat(7) });

export const scripts: fc.Arbitrary<Script> = fc.record({
  plan: fc.constantFrom(...plans),
  copy: fc.boolean(),
  urgent: fc.boolean(),
  happenings: fc.array(
    happening(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...often) },
        { weight: 9, arbitrary: fc.constant('answer' as const) },
        { weight: 8, arbitrary: fc.constantFrom(...receipts) },
        { weight: 2, arbitrary: fc.constantFrom(...amendments) },
        { weight: 1, arbitrary: fc.constantFrom(...seldom) },
      ),
    ),
    { minLength: 3, maxLength: 16 },
  ),
  late: fc.array(happening(fc.constant('receipt' as const)), { maxLength: 3 }),
});

export const waitsMs = [1_000, 5_000, 15_000, 60_000, 120_000, 300_000, 3_600_000, 8 * 3_600_000];
export const answers = [later, later, refused, refused, silent, silent, died, refused];
export const says: Record<Channel, readonly ReceiptCode[]> = {
  email: [
    'Delivery',
    'Delivery',
    'Delivery',
    'BouncePermanentGeneral',
    'BounceTransientMailboxFull',
    'BounceTransientGeneral',
    'Complaint',
    'DeliveryDelayGeneral',
  ],
  sms: [
    'SmsDelivered',
    'SmsDelivered',
    'SmsDelivered',
    'SmsPhoneUnavailable',
    'SmsInvalidNumber',
    'SmsWithCarrier',
    'SmsWithCarrier',
    'SmsOtherFailure',
  ],
};
