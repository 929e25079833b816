// The adversary beside a runner: takes copies of what its stores hold, and of what goes between them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { dynamoAt } from '#local/dynamo.ts';
import type { Kind } from '#shared/tables.ts';
import { bucketCopies } from '#test/support/adversary/bucket-copies.ts';
import { type Copies, copiesShelf } from '#test/support/adversary/copies.ts';
import type { Item } from '#test/support/adversary/plain-item.ts';
import { scan, versionsOf } from '#test/support/adversary/table-versions.ts';
import { storesOnTape } from '#test/support/adversary/tape-stores.ts';
import { mayBeKey } from '#test/support/adversary/unseal.ts';
import type { TestRunner } from '#test/support/runner.ts';

const DAY_MS = 24 * 3_600_000;

export interface Spy {
  readonly copies: Copies;
  /** After each step: every version of Records since the last look, and RegisterKeys as it stands. */
  look(): Promise<void>;
  /** All else that lies about: logs, queues, dead letters, files, and the tape with what has passed since. */
  gather(): Promise<void>;
  /** The keys that can be had now: MessageKeys as it is, RegisterKeys as it was at any time within a day. */
  keys(): Promise<Uint8Array[]>;
  close(): void;
}

export async function spyOn(runner: TestRunner): Promise<Spy> {
  const copies = copiesShelf();
  const dynamo = dynamoAt(await runner.addressOf('DynamoDB'));
  const awsEndpoint = await runner.addressOf('SQS, SNS, SES, S3, KMS, Cognito');
  const { TableNames } = (await dynamo.call('ListTables', {})) as { TableNames: string[] };
  const [records = '', messageKeys = '', registerKeys = ''] = [/Records/i, /MessageKeys/i, /RegisterKeys/i].map(
    (words) => TableNames.find((name) => words.test(name)),
  );
  const versions = await versionsOf(dynamo, records);
  const keyHistory: { atMs: number; keys: Uint8Array[] }[] = [];
  let tapeRead = 0;

  const keysIn = (rows: readonly Item[]) => rows.flatMap((row) => Object.values(row).filter(isKey));

  return {
    copies,
    async look() {
      for (const image of await versions()) {
        copies.keep((image.kind ?? 'records') as Kind, image);
        copies.keep('recordsStream', image);
      }
      const rows = await scan(dynamo, registerKeys);
      keyHistory.push({ atMs: Date.parse(await runner.now()), keys: keysIn(rows) });
      copies.stand('registerKeys', rows);
    },
    async gather() {
      for (const item of await scan(dynamo, records)) copies.keep((item.kind ?? 'records') as Kind, item);
      copies.stand('messageKeys', await scan(dynamo, messageKeys));
      const file = (name: string) => readFileSync(join(runner.dataDir, name));
      const filesIn = (folder: string) => readdirSync(join(runner.dataDir, folder)).map((name) => `${folder}/${name}`);
      for (const log of filesIn('logs')) copies.keep('functionLogs', file(log));
      for (const name of filesIn('queues')) for (const store of inQueueFiles) copies.keep(store, file(name));
      for (const name of filesIn('engine')) copies.pass('records', file(name));
      for (const name of ['signing.json', 'clock.json', 'streams.json', 'seed.json', 'tape.jsonl'])
        copies.keep('runnerFiles', file(name));
      copies.stand('userPool', [file('accounts.json')]);
      for (const sent of linesOf(file('outbox.jsonl')))
        copies.keep(sent.includes('"channel":"sms"') ? 'telephones' : 'mailboxes', sent);
      const tape = linesOf(file('tape.jsonl'));
      for (const line of tape.slice(tapeRead))
        for (const { store, kept } of storesOnTape(JSON.parse(line))) {
          if (store === 'userPool') copies.pass(store, kept);
          else copies.keep(store, kept);
        }
      tapeRead = tape.length;
      for (const object of await bucketCopies(runner, awsEndpoint)) copies.keep('handouts', object);
      for (const body of await deadLetters(runner, awsEndpoint)) copies.keep('orderDeadLetters', body);
    },
    async keys() {
      const sinceMs = Date.parse(await runner.now()) - DAY_MS;
      // As it was at the beginning of the day is what was last seen before.
      const first = Math.max(
        0,
        keyHistory.findLastIndex(({ atMs }) => atMs <= sinceMs),
      );
      const tables = await Promise.all([messageKeys, registerKeys].map((name) => scan(dynamo, name)));
      return [...keyHistory.slice(first).flatMap(({ keys }) => keys), ...tables.flatMap(keysIn)];
    },
    close: () => dynamo.close(),
  };
}

const linesOf = (file: Buffer) => file.toString().split('\n').slice(0, -1);
const isKey = (value: unknown): value is Uint8Array => value instanceof Uint8Array && mayBeKey(value);

/** What fauxqs keeps in its files: bodies of all queues, and the bucket. */
const inQueueFiles = ['orderQueues', 'streamFailures', 'scheduleDeadLetters', 'evidence'] as const;

/** Looked at without being taken. */
async function deadLetters(runner: TestRunner, endpoint: string): Promise<string[]> {
  const sqs = new SQSClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    const dead = (await runner.queues()).filter(({ name, ready }) => /Dead|Failures/.test(name) && ready > 0);
    const taken = dead.map(({ name }) =>
      sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: `${endpoint}/000000000000/${name}`,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: 0,
          MessageAttributeNames: ['All'],
        }),
      ),
    );
    return (await Promise.all(taken)).flatMap(({ Messages = [] }) => Messages.map((one) => JSON.stringify(one)));
  } finally {
    sqs.destroy();
  }
}
