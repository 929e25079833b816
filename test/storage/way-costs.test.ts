// What a message costs in DynamoDB on its whole way, from the call to the last receipt, beside the least that could do it.
import { expect, test } from 'vitest';
import { noteReceipt } from '#attention/note-receipt.ts';
import { dispatchDeliveries } from '#deliveries/dispatch-deliveries.ts';
import type { ReceiptCode } from '#deliveries/outcomes.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { ordersOf } from '#test/support/delivering.ts';
import { deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
muteLogs('info', 'warn');

test('a message of 200 characters by e-mail and SMS, both told as delivered: 17 requests, 21 units read and 22 written', async () => {
  const world = await deliveryWorld(engine);
  const { meter } = world;

  const taking = await meter.measure(() => world.takeAnother());
  const [email, sms] = ordersOf(taking.result) as [ChannelOrder, ChannelOrder];
  const receipt = ({ channel, order }: ChannelOrder, code: ReceiptCode) => {
    const delivery = channel === 'email' ? { delivery: order } : {};
    const providerId = `provider-${order.deliveryId}`;
    return noteReceipt(world.app, { code, providerId, atMs: world.clock.nowMs(), ...delivery }, 1);
  };
  const inserted = [email, sms].map(({ channel, order }) => ({
    eventName: 'INSERT' as const,
    sequenceNumber: order.deliveryId,
    image: { kind: 'delivery' as const, pk: '', sk: order.deliveryId, channel, state: 'queued' as const, ...order },
  }));
  const dispatching = await meter.measure(() => dispatchDeliveries(world.house.topics, inserted));
  const mailing = await meter.measure(() => world.house.send(email));
  const texting = await meter.measure(() => world.house.send(sms));
  const mailReceipt = await meter.measure(() => receipt(email, 'Delivery'));
  const smsReceipt = await meter.measure(() => receipt(sms, 'SmsDelivered'));

  const steps = { taking, dispatching, mailing, texting, mailReceipt, smsReceipt };
  const costs = Object.values(steps).map(({ tally: { requests, readUnits, writeUnits } }) => [
    Object.values(requests).reduce((sum, count) => sum + count, 0),
    readUnits,
    writeUnits,
  ]);
  expect(Object.fromEntries(Object.keys(steps).map((name, n) => [name, costs[n]]))).toEqual({
    // Least: a read of what is looked up (membership, client with key, recipient with key), and one transaction: message, key
    // and two deliveries, 2 each, and 1 for each place in an index: where it ends, the inbox, and twice what is due.
    taking: [2, 5, 12],
    // Least: the stream is not paid for by Lambda, and the orders hold all that is needed.
    dispatching: [0, 0, 0],
    // Least: a claim, a read (client, message, its key, the address's key, what is suppressed), an outcome. DynamoDB takes 2
    // units more for the claim, which moves it in the index of what is due: the engine does not count that.
    mailing: [3, 5, 3],
    // Beside the same, 1 to count it against the cap and 1 to be found by SNS's id: neither can go with another write, for one
    // counts a retry again and the other has to stand before the outcome is told.
    texting: [5, 5, 5],
    // Least would be the update alone. A read tells that it is news, and one whether a task is to be closed: none is, mostly.
    mailReceipt: [3, 2, 1],
    // As before, and the row that the number of SNS leads to.
    smsReceipt: [4, 4, 1],
  });
  const sum = costs.reduce((total, step) => total.map((value, n) => value + (step[n] ?? 0)), [0, 0, 0]);
  expect(sum).toEqual([17, 21, 22]);
});
