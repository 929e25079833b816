// Deliveries that go wrong in every way there is: a provider that is busy, fails, refuses or falls silent; dead letters.
import { GetQueueAttributesCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Json } from '#test/support/http-world.ts';
import type { TestRunner } from '#test/support/runner.ts';

interface Given {
  readonly runner: TestRunner;
  /** Takes a message for e-mail and SMS. */
  take(): Promise<Json>;
  /** How many orders were given up, and became tasks. */
  tasks(): Promise<number>;
  /** What happens when they have. */
  whileDead(): Promise<void>;
}

/** @returns the messages; their deliveries are on their way. */
export async function troubledDeliveries({ runner, take, tasks, whileDead }: Given): Promise<Json[]> {
  const endpoint = await runner.addressOf('SQS, SNS, SES, S3, KMS, Cognito');
  const sqs = new SQSClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    const queue = await emailQueue(runner, sqs, endpoint);
    await queue.mostReceives(1);
    const messages: Json[] = [];
    for (const faults of [
      { sms: 'timeout-after-accept', email: '500' },
      { sms: 'throttle', email: 'throttle' },
      { sms: 'reject' },
    ]) {
      await runner.setFaults({ ...faults, count: 1 });
      messages.push(await take());
      await until(async () => Object.values(await runner.faults()).every((fault) => fault === null));
    }
    await until(async () => (await tasks()) === 2);
    await whileDead();
    await queue.mostReceives(5);
    return messages;
  } finally {
    sqs.destroy();
  }
}

async function emailQueue(runner: TestRunner, sqs: SQSClient, endpoint: string) {
  const name = (await runner.queues()).map((one) => one.name).find((one) => one.startsWith('EmailLaneOrders'));
  const QueueUrl = `${endpoint}/000000000000/${name}`;
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }));
  const { deadLetterTargetArn } = JSON.parse(Attributes?.RedrivePolicy ?? '{}') as { deadLetterTargetArn: string };
  return {
    mostReceives: (maxReceiveCount: number) => {
      const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount });
      return sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { RedrivePolicy } }));
    },
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error('It does not come to that');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
