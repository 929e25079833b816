// What senders and the tick log of deliveries: alarms count these lines, and nothing else tells of a delivery that failed.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { type Delivering, later, refused, silent } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeliveryWorld;
let house: Delivering;
let sms: ChannelOrder;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  ({ house, sms } = world);
});

describe('the log, by which the engineers are warned, has a line for a delivery that', () => {
  const lines = () =>
    [...vi.mocked(console.info).mock.calls, ...vi.mocked(console.warn).mock.calls]
      .map(([line]) => JSON.parse(line as string))
      .filter(({ event }) => event === 'delivery')
      .map(({ deliveryId, channel, state, code }) => ({ deliveryId, channel, state, code }));

  beforeEach(() => {
    vi.mocked(console.info).mockClear();
    vi.mocked(console.warn).mockClear();
  });

  test.each([
    ['was accepted', undefined, 'accepted', undefined],
    ['failed', refused, 'failed', 'InvalidParameterException'],
    ['is put off', later, 'queued', 'ThrottlingException'],
    ['nobody knows of', silent, 'unknown', 'TimeoutError'],
  ])('%s', async (_, answer, state, code) => {
    if (answer) house.answers.push(answer);

    await house.send(sms);

    expect(lines()).toEqual([{ deliveryId: sms.order.deliveryId, channel: 'sms', state, code }]);
  });

  test('the tick has given up', async () => {
    await world.raw.send(
      new UpdateCommand({
        TableName: world.tables.records,
        Key: { pk: `DELIVERIES#${sms.order.messageId}`, sk: sms.order.deliveryId },
        UpdateExpression: 'SET createdAtMs = :long',
        ExpressionAttributeValues: { ':long': 0 },
      }),
    );
    world.clock.advance(2 * MINUTE_MS);
    await house.tick();

    expect(lines()).toEqual([{ deliveryId: sms.order.deliveryId, channel: 'sms', state: 'failed', code: undefined }]);
  });
});
