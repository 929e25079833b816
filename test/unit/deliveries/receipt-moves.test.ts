// Where receipts move a delivery: in any order, twice, late, and beside a sender that goes on by itself.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOf, type ReceiptCode, receiptCodes } from '#deliveries/outcomes.ts';
import { moveByReceipt, type Received } from '#deliveries/receipt-moves.ts';
import type { Receipt } from '#deliveries/receipts.ts';
import type { Attempt, DeliveryState } from '#deliveries/schema.ts';

const RUNS = 1_000;
const PROVIDER_ID = 'provider-1';

const aReceipt = (code: ReceiptCode, changes: Partial<Receipt> = {}): Receipt => ({
  code,
  providerId: PROVIDER_ID,
  atMs: 2_000,
  ...changes,
});
const anAttempt = (changes: Partial<Attempt> = {}): Attempt => ({
  atMs: 1_000,
  outcome: 'accepted',
  providerId: PROVIDER_ID,
  ...changes,
});
const aDelivery = (state: DeliveryState, ...attempts: Attempt[]): Received => ({
  state,
  attempts: attempts.length > 0 ? attempts : [anAttempt()],
});

function after(delivery: Received, receipt: Receipt): Received {
  const move = moveByReceipt(delivery, receipt);
  return move ? { state: move.to, attempts: delivery.attempts.with(move.position, move.attempt) } : delivery;
}
const afterAll = (delivery: Received, ...codes: ReceiptCode[]) =>
  codes.reduce((now, code, n) => after(now, aReceipt(code, { atMs: 2_000 + n })), delivery);

const gaveUp: Attempt = { atMs: 1_500, outcome: 'failed', code: 'GaveUp' };
const lost: Attempt = { atMs: 1_000, outcome: 'unknown', code: 'NoAnswer' };
const refused: Attempt = { atMs: 1_500, outcome: 'failed', code: 'MessageRejected' };

describe('what was delivered', () => {
  test.each<[string, Received]>([
    ['accepted', aDelivery('accepted')],
    ['still being sent', aDelivery('sending', { atMs: 1_000, outcome: 'sending', claim: 'x' })],
    ['waiting to go again', aDelivery('queued', lost)],
    ['unknown', aDelivery('unknown', lost)],
    ['given up', aDelivery('failed', lost, gaveUp)],
    ['refused the second time', aDelivery('failed', lost, refused)],
  ])('is delivered, though it was %s, by the attempt that may have been taken', (_, before) => {
    const move = moveByReceipt(before, aReceipt('Delivery'));

    expect(move).toEqual({
      to: 'delivered',
      due: 'never',
      position: 0,
      attempt: {
        atMs: 1_000,
        outcome: 'delivered',
        code: 'Delivery',
        providerId: PROVIDER_ID,
        answeredAtMs: 2_000,
      },
    });
  });

  test('is written on the attempt that it is about', () => {
    const before = aDelivery('accepted', anAttempt({ providerId: 'one' }), anAttempt({ providerId: 'two' }));

    expect(moveByReceipt(before, aReceipt('Delivery', { providerId: 'one' }))?.position).toBe(0);
  });

  test.each<[string, Received]>([
    ['held', aDelivery('held')],
    [
      'cancelled before anything was sent',
      aDelivery('cancelled', { atMs: 1_000, outcome: 'retry', code: 'Throttling' }),
    ],
    ['never tried', { state: 'queued', attempts: [] }],
    ['delivered', afterAll(aDelivery('accepted'), 'Delivery')],
    ['returned for certain', afterAll(aDelivery('accepted'), 'BouncePermanentNoEmail')],
  ])('tells nothing of what is %s', (_, before) => {
    expect(moveByReceipt(before, aReceipt('Delivery', { atMs: 9_000 }))).toBeUndefined();
  });
});

describe('what was taken back after an attempt of which nobody knew', () => {
  const withdrawn: Attempt = { atMs: 1_500, outcome: 'failed', code: 'Withdrawn' };

  test.each<[string, Received]>([
    ['waiting for the next one', aDelivery('cancelled', lost)],
    ['at the next one', aDelivery('cancelled', lost, withdrawn)],
  ])('%s: is delivered all the same, by that attempt', (_, before) => {
    const { state, attempts } = after(before, aReceipt('Delivery'));

    expect([state, attempts[0]?.outcome, ...attempts.slice(1)]).toEqual([
      'delivered',
      'delivered',
      ...before.attempts.slice(1),
    ]);
  });

  test('stays cancelled where it comes back, and says so', () => {
    const { state, attempts } = after(aDelivery('cancelled', lost), aReceipt('BouncePermanentNoEmail'));

    expect([state, attempts[0]?.outcome]).toEqual(['cancelled', 'returned']);
  });
});

describe('what has come back', () => {
  test.each<[DeliveryState, 'now' | 'asItIs', Attempt]>([
    ['queued', 'now', lost],
    ['sending', 'now', { atMs: 1_000, outcome: 'sending', claim: 'x' }],
    ['accepted', 'now', anAttempt()],
    ['unknown', 'asItIs', lost],
    ['failed', 'asItIs', gaveUp],
  ])('has failed, and of what was %s the tick hears %s', (state, due, attempt) => {
    const move = moveByReceipt(aDelivery(state, attempt), aReceipt('SmsPhoneUnavailable'));

    expect(move).toMatchObject({ to: 'failed', due, attempt: { outcome: 'returned', code: 'SmsPhoneUnavailable' } });
  });

  test('after it was delivered is shown on the attempt, and stays delivered', () => {
    const move = moveByReceipt(afterAll(aDelivery('accepted'), 'Delivery'), aReceipt('BounceTransientMailboxFull'));

    expect(move).toMatchObject({ to: 'delivered', due: 'asItIs', attempt: { outcome: 'returned' } });
  });

  test('as what may be an automatic reply says nothing against a delivery, whichever came first', () => {
    const first = afterAll(aDelivery('accepted'), 'BounceTransientGeneral', 'Delivery');
    const second = afterAll(aDelivery('accepted'), 'Delivery', 'BounceTransientGeneral');
    const alone = afterAll(aDelivery('accepted'), 'BounceTransientGeneral');

    expect([first.state, second.state, alone.state]).toEqual(['delivered', 'delivered', 'failed']);
    expect([first, second].map(({ attempts }) => attempts[0]?.outcome)).toEqual(['delivered', 'delivered']);
  });

  test('for certain takes the place of what may have been an automatic reply', () => {
    const end = afterAll(aDelivery('accepted'), 'BounceTransientGeneral', 'BouncePermanentNoEmail', 'Delivery');

    expect([end.state, end.attempts[0]?.code]).toEqual(['failed', 'BouncePermanentNoEmail']);
  });
});

describe('what is only shown', () => {
  test('moves nothing', () => {
    const end = afterAll(aDelivery('accepted'), 'DeliveryDelayMailboxFull');

    expect([end.state, end.attempts[0]?.outcome, end.attempts[0]?.code]).toEqual([
      'accepted',
      'accepted',
      'DeliveryDelayMailboxFull',
    ]);
  });

  test('is not told of what is known better, but for a complaint', () => {
    const delivered = afterAll(aDelivery('accepted'), 'SmsDelivered', 'SmsWithCarrier');
    const complained = afterAll(aDelivery('accepted'), 'Delivery', 'Complaint', 'Delivery');

    expect(delivered.attempts[0]?.code).toBe('SmsDelivered');
    expect([complained.state, complained.attempts[0]?.code]).toEqual(['delivered', 'Complaint']);
  });

  test('a complaint is told of still, where it comes before what says that the message arrived', () => {
    const end = afterAll(aDelivery('accepted'), 'Complaint', 'Delivery');

    expect([end.state, end.attempts[0]?.outcome, end.attempts[0]?.code]).toEqual([
      'delivered',
      'delivered',
      'Complaint',
    ]);
    expect(after(end, aReceipt('Complaint'))).toEqual(end);
  });
});

const someCodes = fc.array(fc.constantFrom(...receiptCodes), { maxLength: 8 });
/** Each once or twice, in any order. */
const arrivals = someCodes.chain((codes) =>
  fc.shuffledSubarray([...codes, ...codes], { minLength: codes.length }).map((arrived) => arrived),
);

/** Another way to say the rules, for one attempt that was accepted: by what was heard, and what of it first. */
function reference(heard: readonly ReceiptCode[]): { state: DeliveryState; outcome: Attempt['outcome'] } {
  const isFirm = (code: ReceiptCode) => meaningOf(code).means === 'returned' && !meaningOf(code).maybeAutomatic;
  const delivered = heard.findIndex((code) => meaningOf(code).means === 'delivered');
  const firm = heard.findIndex(isFirm);
  if (delivered !== -1 && (firm === -1 || delivered < firm))
    return { state: 'delivered', outcome: firm === -1 ? 'delivered' : 'returned' };
  if (heard.some((code) => meaningOf(code).means === 'returned')) return { state: 'failed', outcome: 'returned' };
  return { state: 'accepted', outcome: 'accepted' };
}

test('receipts of one attempt in any order, twice and late, come to what the reference says, and nothing repeats', () => {
  fc.assert(
    fc.property(
      arrivals,
      fc.constantFrom<DeliveryState>('accepted', 'queued', 'unknown', 'sending'),
      (codes, state) => {
        const start = aDelivery(state, anAttempt({ outcome: state === 'accepted' ? 'accepted' : 'unknown' }));

        const end = afterAll(start, ...codes);

        const expected = reference(codes);
        expect(end.state).toBe(expected.state === 'accepted' ? state : expected.state);
        expect(end.attempts).toHaveLength(1);
        if (expected.state !== 'accepted') expect(end.attempts[0]?.outcome).toBe(expected.outcome);
        for (const [n, code] of codes.entries()) expect(after(end, aReceipt(code, { atMs: 2_000 + n }))).toEqual(end);
      },
    ),
    { numRuns: RUNS },
  );
});

type Step =
  | { does: 'claim' | 'accepted' | 'lost' | 'refused' | 'giveUp' }
  | { does: 'receipt'; code: ReceiptCode; of: number };
const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constantFrom('claim', 'accepted', 'lost', 'refused', 'giveUp') }),
    fc.record({ does: fc.constant('receipt'), code: fc.constantFrom(...receiptCodes), of: fc.nat(3) }),
  ) as fc.Arbitrary<Step>,
  { maxLength: 24 },
);

/** The sender's and the tick's own moves, each on the condition that its update has. */
function afterStep(now: Received, step: Step, n: number): Received {
  const { state, attempts } = now;
  const last = attempts.length - 1;
  const settled = (to: DeliveryState, attempt: Attempt): Received =>
    state === 'sending' || state === 'unknown' ? { state: to, attempts: attempts.with(last, attempt) } : now;
  switch (step.does) {
    case 'claim':
      return state === 'queued' ? { state: 'sending', attempts: [...attempts, { atMs: n, outcome: 'sending' }] } : now;
    case 'accepted':
      return settled('accepted', { atMs: n, outcome: 'accepted', providerId: `provider-${last}` });
    case 'lost':
      return state === 'sending' ? settled('queued', { atMs: n, outcome: 'unknown', code: 'TimeoutError' }) : now;
    case 'refused':
      return state === 'sending' ? settled('failed', { atMs: n, outcome: 'failed', code: 'MessageRejected' }) : now;
    case 'giveUp':
      return state === 'queued' && last >= 0
        ? { state: 'failed', attempts: [...attempts, { atMs: n, outcome: 'failed', code: 'GaveUp' }] }
        : now;
    case 'receipt':
      return after(now, aReceipt(step.code, { providerId: `provider-${step.of}`, atMs: n }));
  }
}

test('beside a sender nothing is delivered without a receipt, nothing comes back from there, and no attempt is added', () => {
  fc.assert(
    fc.property(steps, (script) => {
      let now: Received = { state: 'queued', attempts: [] };
      let heardOfDelivery = false;
      for (const [n, step] of script.entries()) {
        const before = now;
        now = afterStep(before, step, n + 1);
        if (step.does === 'receipt') {
          heardOfDelivery ||= meaningOf(step.code).means === 'delivered';
          expect(now.attempts).toHaveLength(before.attempts.length);
          if (now.state !== before.state) expect(['delivered', 'failed']).toContain(now.state);
          expect(afterStep(now, step, n + 1)).toEqual(now);
        }
        if (now.state === 'delivered') expect(heardOfDelivery).toBe(true);
        if (before.state === 'delivered') expect(now.state).toBe('delivered');
      }
    }),
    { numRuns: RUNS },
  );
});
