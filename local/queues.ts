// Topics and queues on fauxqs, in this process: made as the templates say, kept in DATA_DIR. Its S3 beside them.
import { type BuildAppOptions, buildApp } from 'fauxqs';
import type { S3 } from '#local/buckets.ts';
import type { Resource, Resources } from '#local/resources.ts';

type Stores = NonNullable<BuildAppOptions['stores']>;
type Queue = NonNullable<ReturnType<Stores['sqsStore']['getQueueByArn']>>;

export interface QueueReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What S3 answers: an object's bytes are not always a text. */
export interface ObjectReply extends Omit<QueueReply, 'body'> {
  readonly body: string | Buffer;
}

export interface Queues {
  /** Makes what the templates hold, and leaves the messages of the run before where they are. */
  make(resources: Resources): void;
  byArn(arn: string): Queue;
  all(): Queue[];
  send(arn: string, body: string): void;
  /** An SQS or SNS request as the SDK wrote it. */
  answer(headers: Record<string, string>, body: string): Promise<QueueReply>;
  readonly s3: S3;
  stop(): Promise<void>;
}

interface Persistence {
  db: { exec(sql: string): void; prepare(sql: string): { run(...values: unknown[]): void } };
  load(...stores: unknown[]): void;
  updateMessageReady(messageId: string): void;
  close(): void;
}

// startFauxqs listens on every network interface and can only be asked over HTTP; its parts, which it does not export, need neither.
async function openStores(folder: string): Promise<Stores & { persistence: Persistence; SqsStore: SqsStoreClass }> {
  const part = (path: string) => import(new URL(path, import.meta.resolve('fauxqs')).href);
  const [{ SqsStore }, { SnsStore }, { S3Store }, { PersistenceManager }] = await Promise.all(
    ['./sqs/sqsStore.js', './sns/snsStore.js', './s3/s3Store.js', './persistence.js'].map(part),
  );
  const persistence: Persistence = new PersistenceManager(folder);
  // The log survives the runner's death, if not the machine's: an fsync a message would halve the speed.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  // fauxqs 2.4.1 nulls the receive count here, a column that is NOT NULL: a visibility set to 0 would lose the message.
  const ready = persistence.db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  );
  persistence.updateMessageReady = (messageId) => ready.run(messageId);
  const [sqsStore, snsStore, s3Store] = [new SqsStore(), new SnsStore(), new S3Store()];
  persistence.load(sqsStore, snsStore, s3Store);
  sqsStore.persistence = persistence;
  snsStore.persistence = persistence;
  s3Store.persistence = persistence;
  for (const queue of sqsStore.allQueues()) queue.persistence = persistence;
  return { sqsStore, snsStore, s3Store, persistence, SqsStore };
}

interface SqsStoreClass {
  createMessage(body: string): Parameters<Queue['enqueue']>[0];
}

export async function openQueues(folder: string, region: string): Promise<Queues> {
  const { SqsStore, persistence, ...stores } = await openStores(folder);
  const { sqsStore, snsStore, s3Store } = stores;
  const app = buildApp({ logger: false, defaultRegion: region, stores });
  await app.ready();

  const byArn = (arn: string): Queue => {
    const queue = sqsStore.getQueueByArn(arn);
    if (!queue) throw new Error(`there is no queue ${arn}`);
    return queue;
  };

  return {
    byArn,
    all: () => [...sqsStore.allQueues()],
    send: (arn, body) => byArn(arn).enqueue(SqsStore.createMessage(body)),
    make(resources) {
      const queues = resources.of('AWS::SQS::Queue');
      for (const { physical, properties } of queues) {
        const { Arn = '', QueueName = '' } = physical.attributes;
        const attributes = queueAttributes(properties);
        const existing = sqsStore.getQueueByArn(Arn);
        if (existing) existing.setAttributes(attributes);
        else sqsStore.createQueue(QueueName, physical.ref, Arn, attributes);
        delayAll(byArn(Arn));
      }
      for (const { physical } of resources.of('AWS::SNS::Topic')) {
        snsStore.createTopic(physical.attributes.TopicName ?? '', {}, {}, region);
      }
      // Subscriptions hold no messages: they are made anew, so that a changed filter counts.
      for (const subscriptionArn of [...snsStore.subscriptions.keys()]) snsStore.unsubscribe(subscriptionArn);
      for (const subscription of resources.of('AWS::SNS::Subscription')) subscribe(subscription);
    },
    async answer(headers, body) {
      const reply = await app.inject({ method: 'POST', url: '/', headers, payload: body });
      return {
        status: reply.statusCode,
        headers: {
          'content-type': String(reply.headers['content-type'] ?? 'text/plain'),
          ...queryError(reply.headers),
        },
        body: reply.body,
      };
    },
    s3: {
      createBucket: (name) => s3Store.createBucket(name),
      async send({ method, url, headers, body }) {
        const reply = await app.inject({ method: method as 'GET', url, headers, payload: body });
        return {
          status: reply.statusCode,
          headers: {
            'content-type': String(reply.headers['content-type'] ?? 'application/xml'),
            ...(reply.headers.etag !== undefined && { etag: String(reply.headers.etag) }),
          },
          body: reply.rawPayload,
        };
      },
    },
    async stop() {
      await app.close();
      persistence.close();
    },
  };

  function subscribe({ logicalId, properties }: Resource): void {
    // Alarms by e-mail come from CloudWatch, which is not here.
    if (properties.Protocol === 'email') return;
    if (properties.Protocol !== 'sqs') throw new Error(`${logicalId}: the runner subscribes queues only`);
    const attributes: Record<string, string> = {};
    if (properties.RawMessageDelivery) attributes.RawMessageDelivery = 'true';
    if (properties.FilterPolicy) attributes.FilterPolicy = JSON.stringify(properties.FilterPolicy);
    if (properties.FilterPolicyScope) attributes.FilterPolicyScope = String(properties.FilterPolicyScope);
    snsStore.subscribe(String(properties.TopicArn), 'sqs', String(properties.Endpoint), attributes);
  }
}

/** fauxqs 2.4.1 forgets the queue's own delay for what a topic hands on; SQS does not. */
function delayAll(queue: Queue): void {
  const enqueue = queue.enqueue.bind(queue);
  queue.enqueue = (message) => {
    const delaySeconds = Number(queue.attributes.DelaySeconds ?? 0);
    if (delaySeconds > 0) message.delayUntil ??= Date.now() + delaySeconds * 1_000;
    enqueue(message);
  };
}

const settable = [
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'DelaySeconds',
  'MaximumMessageSize',
  'ReceiveMessageWaitTimeSeconds',
];

function queueAttributes(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of settable) if (properties[name] !== undefined) attributes[name] = String(properties[name]);
  if (properties.RedrivePolicy) attributes.RedrivePolicy = JSON.stringify(properties.RedrivePolicy);
  return attributes;
}

function queryError(headers: Record<string, unknown>): Record<string, string> {
  const value = headers['x-amzn-query-error'];
  return value ? { 'x-amzn-query-error': String(value) } : {};
}
