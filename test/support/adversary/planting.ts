// Puts a secret into each kind of store, past everything that would keep it out: the adversary is to find them all.
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AdminCreateUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { currentAssembly, readAssembly } from '#local/assembly.ts';
import { dynamoAt } from '#local/dynamo.ts';
import type { StoreId } from '#test/support/adversary/copies.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';
import type { TestRunner } from '#test/support/runner.ts';

const local = { region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 1 };

/** @returns the secrets; each is of the store that it was put into. */
export async function plant(runner: TestRunner): Promise<Secret[]> {
  const endpoint = await runner.addressOf('SQS, SNS, SES, S3, KMS, Cognito');
  const dynamo = dynamoAt(await runner.addressOf('DynamoDB'));
  const at = { ...local, endpoint };
  const [sqs, sns, s3] = [new SQSClient(at), new SNSClient(at), new S3Client(at)];
  const [ses, cognito] = [new SESv2Client(at), new CognitoIdentityProviderClient(at)];
  const secrets: Secret[] = [];
  const secretOf = (store: StoreId) => {
    const value = `planterad-kanarie-${2000 + secrets.length}`;
    secrets.push({ of: store, leaf: 'planted', value, classes: [] });
    return value;
  };
  const ids = readAssembly(currentAssembly(join(runner.dataDir, 'assembly'))).flatMap(({ resources }) =>
    Object.keys(resources),
  );
  const idOf = (beginning: string) => ids.find((id) => new RegExp(`^${beginning}[0-9A-F]{8}$`).test(id)) ?? beginning;
  const queue = (beginning: string) => `${endpoint}/000000000000/${idOf(beginning)}`;
  const topic = (beginning: string) => `arn:aws:sns:${local.region}:000000000000:${idOf(beginning)}`;
  const { TableNames = [] } = (await dynamo.call('ListTables', {})) as { TableNames?: string[] };
  const put = (table: string, item: Record<string, object>) =>
    dynamo.call('PutItem', { TableName: TableNames.find((name) => name.endsWith(`-${table}`)), Item: item });

  try {
    const [log = ''] = readdirSync(join(runner.dataDir, 'logs'));
    appendFileSync(join(runner.dataDir, 'logs', log), `${secretOf('functionLogs')}\n`);
    await sqs.send(
      new SendMessageCommand({ QueueUrl: queue('EmailLaneOrders'), MessageBody: `{"a":"${secretOf('orderQueues')}"}` }),
    );
    await sqs.send(
      new SendMessageCommand({ QueueUrl: queue('SmsLaneDeadLetters'), MessageBody: secretOf('orderDeadLetters') }),
    );
    for (const [store, id] of [
      ['ordersTopic', 'Orders'],
      ['eventsTopic', 'Events'],
    ] as const)
      await sns.send(new PublishCommand({ TopicArn: topic(id), Message: secretOf(store) }));
    const key = { pk: { S: 'PAST' }, sk: { S: 'THE VAULT' } };
    const utf16 = Buffer.from(secretOf('recordsStream'), 'utf16le').toString('base64');
    await put('Records', { ...key, open: { S: secretOf('records') }, wide: { B: utf16 } });
    await put('RegisterKeys', { ...key, open: { S: secretOf('registerKeys') } });
    await put('MessageKeys', { id: { S: 'past' }, open: { S: secretOf('messageKeys') } });
    const Bucket = idOf('EvidenceBucket').toLowerCase();
    const Body = Buffer.from(secretOf('evidence')).toString('hex');
    await s3.send(new PutObjectCommand({ Bucket, Key: 'days/1999-01-01/planted.json', Body, IfNoneMatch: '*' }));
    const files = { Bucket: idOf('HandoutsBucket').toLowerCase(), Key: 'past/the-vault' };
    await s3.send(new PutObjectCommand({ ...files, Body: secretOf('handouts') }));
    await ses.send(anEmail(secretOf('mailSettings')));
    const Username = secretOf('userPool');
    await cognito.send(new AdminCreateUserCommand({ UserPoolId: poolOn(runner), Username })).catch(() => undefined);
    return secrets;
  } finally {
    for (const client of [sqs, sns, s3, ses, cognito]) client.destroy();
    dynamo.close();
  }
}

const anEmail = (tag: string) =>
  new SendEmailCommand({
    FromEmailAddress: 'nobody@kanarie.example',
    Destination: { ToAddresses: ['nobody@kanarie.example'] },
    EmailTags: [{ Name: 'planted', Value: tag }],
    Content: { Simple: { Subject: { Data: 'Hej' }, Body: { Text: { Data: 'Hej' } } } },
  });

/** As the functions name it. */
function poolOn({ dataDir }: TestRunner): string {
  const [, pool = ''] = /\\"UserPoolId\\":\\"([^"\\]+)/.exec(readFileSync(join(dataDir, 'tape.jsonl'), 'utf8')) ?? [];
  return pool;
}
