// Functions: what each is made of, where it logs, and exactly what it may do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionFacts, functionNames } from '#lib/functions.ts';
import { tableGrants } from '#lib/grants.ts';
import { stageNamed } from '#lib/stages.ts';
import { rightsOf, rightsOfService } from '#test/infra/rights.ts';
import { synthesize, the } from '#test/infra/synthesized.ts';

/** With all there can be. */
const dev = synthesize('dev', { canary: stageNamed('prod').canary });

describe.each(functionNames)('%s', (name) => {
  const { Properties } = dev.functionNamed(name);

  test('runs on Node 24 on arm64, with memory and time of its own, and reserves no concurrency', () => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: functionFacts[name].memoryMb,
      Timeout: functionFacts[name].timeoutSeconds,
    });
    expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test('logs as JSON into a group of its own, which forgets', () => {
    expect(Properties.LoggingConfig.LogFormat).toBe('JSON');
    const groupId = Properties.LoggingConfig.LogGroup.Ref;
    const group = the(dev.ofType('AWS::Logs::LogGroup'), ({ id }) => id === groupId, `the log group of ${name}`);
    expect(group.Properties.RetentionInDays).toBe(30);
  });

  test('reads no source maps at run time', () => {
    expect(JSON.stringify(Properties.Environment)).not.toContain('source-maps');
  });
});

const NEVER = 'never Records:';

describe('who may do what', () => {
  const logs = 'own logs: logs:CreateLogStream logs:PutLogEvents';
  const viaTable = 'if kms:ViaService StringEquals dynamodb.eu-north-1.amazonaws.com';
  const opens = (table: string) => `KMS key of ${table}: kms:Decrypt kms:DescribeKey ${viaTable}`;
  const writes = (table: string) =>
    `KMS key of ${table}: kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:ReEncryptFrom kms:ReEncryptTo ${viaTable}`;
  const all = 'BatchGetItem ConditionCheckItem DeleteItem PutItem Query UpdateItem';
  const feeds = 'own queue: sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage';
  const sends = [
    logs,
    'Records: BatchGetItem UpdateItem',
    'MessageKeys: BatchGetItem',
    'RegisterKeys: BatchGetItem',
    opens('MessageKeys'),
    opens('RegisterKeys'),
    feeds,
  ];

  test.each<[string, string[]]>([
    [
      'directory',
      [logs, `Records: ${all}`, 'RegisterKeys: BatchGetItem DeleteItem PutItem Query', writes('RegisterKeys')],
    ],
    [
      'desk',
      [
        logs,
        'MessageKeys: BatchGetItem',
        'Records: BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem PutItem Query',
        'RegisterKeys: BatchGetItem PutItem Query',
        'RegisterKeys: PutItem if dynamodb:LeadingKeys ForAllValues:StringEquals SERVICE',
        opens('MessageKeys'),
        writes('RegisterKeys'),
      ],
    ],
    [
      'staff',
      [
        logs,
        `Records: ${all}`,
        'Records/list: Query',
        'RegisterKeys: BatchGetItem ConditionCheckItem DeleteItem PutItem Query',
        writes('RegisterKeys'),
      ],
    ],
    [
      'access',
      [
        logs,
        `Records: ${all}`,
        'RegisterKeys: BatchGetItem DeleteItem PutItem Query',
        writes('RegisterKeys'),
        'user pool: cognito-idp:AddUserPoolClientSecret cognito-idp:AdminAddUserToGroup cognito-idp:AdminCreateUser cognito-idp:AdminDeleteUser cognito-idp:AdminRemoveUserFromGroup cognito-idp:AdminUserGlobalSignOut cognito-idp:DeleteUserPoolClientSecret cognito-idp:ListUserPoolClientSecrets cognito-idp:ListUsers',
      ],
    ],
    [
      'messages',
      [
        logs,
        `Records: ${all}`,
        'Records/list: Query',
        'MessageKeys: BatchGetItem ConditionCheckItem DeleteItem PutItem UpdateItem',
        'RegisterKeys: BatchGetItem',
        'RegisterKeys: PutItem if dynamodb:LeadingKeys ForAllValues:StringEquals SERVICE',
        'RegisterKeys: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike FILES#*',
        writes('MessageKeys'),
        writes('RegisterKeys'),
      ],
    ],
    [
      'amendments',
      [
        logs,
        'Records: BatchGetItem ConditionCheckItem PutItem UpdateItem',
        'MessageKeys: BatchGetItem ConditionCheckItem UpdateItem',
        'RegisterKeys: BatchGetItem',
        'RegisterKeys: PutItem if dynamodb:LeadingKeys ForAllValues:StringEquals SERVICE',
        writes('MessageKeys'),
        writes('RegisterKeys'),
      ],
    ],
    [
      'attention',
      [
        logs,
        'Records: BatchGetItem DeleteItem PutItem Query UpdateItem',
        'Records/list: Query',
        'MessageKeys: BatchGetItem UpdateItem',
        'RegisterKeys: BatchGetItem ConditionCheckItem',
        'RegisterKeys: PutItem if dynamodb:LeadingKeys ForAllValues:StringEquals SERVICE',
        writes('MessageKeys'),
        writes('RegisterKeys'),
      ],
    ],
    [
      'agreements',
      [
        logs,
        'Records: BatchGetItem PutItem UpdateItem',
        'Records: Query if dynamodb:LeadingKeys ForAllValues:StringLike AGREEMENTS#* SUB_PROCESSORS CLIENTS',
        'Records/due: Query',
        'RegisterKeys: BatchGetItem',
        'RegisterKeys: Query if dynamodb:LeadingKeys ForAllValues:StringLike AGREEMENTS#* SUB_PROCESSORS CLIENTS',
        'RegisterKeys: PutItem if dynamodb:LeadingKeys ForAllValues:StringLike AGREEMENTS#* SUB_PROCESSORS SERVICE',
        writes('RegisterKeys'),
        'sealing key: kms:GetPublicKey kms:Sign',
      ],
    ],
    [
      'privacy',
      [
        logs,
        'Records: BatchGetItem DeleteItem PutItem',
        'Records: Query if dynamodb:LeadingKeys ForAllValues:StringLike ERASURES#* CERTIFICATES#* FINDINGS#*',
        'Records: Query if dynamodb:LeadingKeys ForAllValues:StringLike ERASURE_LOG AUDIT_LOG AUDIT#* EXPORTS#*',
        'Records: UpdateItem if dynamodb:LeadingKeys ForAllValues:StringLike FILES#* REQUESTS#*',
        'Records/list: Query if dynamodb:LeadingKeys ForAllValues:StringLike ERASURES#*',
        'handouts: s3:GetObject',
        'RegisterKeys: BatchGetItem',
        'RegisterKeys: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike CLIENTS MESSAGES#* DIRECTORY#* FILES#*',
        'RegisterKeys: PutItem if dynamodb:LeadingKeys ForAllValues:StringEquals SERVICE',
        writes('RegisterKeys'),
      ],
    ],
    [
      'requests',
      [
        logs,
        'Records: BatchGetItem PutItem',
        'Records: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike FINDINGS#*',
        'Records: Query if dynamodb:LeadingKeys ForAllValues:StringLike REQUESTS#* FINDINGS#* FILES#*',
        'Records: UpdateItem if dynamodb:LeadingKeys ForAllValues:StringLike FILES#* ERASURES#*',
        'Records/list: Query',
        'RegisterKeys: BatchGetItem PutItem',
        'RegisterKeys: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike FILES#*',
        writes('RegisterKeys'),
      ],
    ],
    [
      'findings',
      [
        logs,
        'MessageKeys: BatchGetItem',
        'Records: BatchGetItem ConditionCheckItem PutItem',
        'Records: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike FINDINGS#*',
        'Records: Query if dynamodb:LeadingKeys ForAllValues:StringLike FINDINGS#* MACHINES SUB_PROCESSORS',
        'RegisterKeys: BatchGetItem PutItem',
        'RegisterKeys: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike FILES#*',
        'RegisterKeys: Query if dynamodb:LeadingKeys ForAllValues:StringEquals SUB_PROCESSORS',
        opens('MessageKeys'),
        writes('RegisterKeys'),
      ],
    ],
    ['public', [logs]],
    [
      'dispatch-deliveries',
      [
        logs,
        'orders: sns:Publish',
        'events: sns:Publish',
        'stream of Records: DescribeStream GetRecords GetShardIterator ListStreams',
        'failures of the stream: sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage',
      ],
    ],
    [
      'rebuild-directory',
      [
        logs,
        'Records: BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem PutItem Query',
        'RegisterKeys: BatchGetItem PutItem Query',
        writes('RegisterKeys'),
        feeds,
      ],
    ],
    ['send-email', [...sends, 'sender: ses:SendEmail if ses:FromAddress StringEquals svar@answeronline.example']],
    ['send-sms', [...sends, 'everything: sns:Publish', 'never any topic: sns:Publish']],
    [
      'note-receipts',
      [
        logs,
        'Records: BatchGetItem PutItem UpdateItem',
        'MessageKeys: BatchGetItem',
        'RegisterKeys: BatchGetItem ConditionCheckItem',
        opens('MessageKeys'),
        opens('RegisterKeys'),
        'receipts: sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage',
      ],
    ],
    ['forward-sms-receipts', [logs, 'receipts: sqs:SendMessage']],
    ['send-canary-email', [logs, 'sender: ses:SendEmail if ses:FromAddress StringEquals svar@answeronline.example']],
    ['send-canary-sms', [logs, 'everything: sns:Publish', 'never any topic: sns:Publish']],
    [
      'tick',
      [
        logs,
        'dead letters of the tick: sqs:SendMessage',
        'Records: BatchGetItem ConditionCheckItem PutItem UpdateItem',
        'Records/due: Query',
        'RegisterKeys: BatchGetItem',
        opens('RegisterKeys'),
        'MessageKeys: BatchGetItem ConditionCheckItem',
        opens('MessageKeys'),
        'orders: sns:Publish',
      ],
    ],
    [
      'note-dead-letters',
      [
        logs,
        'Records: BatchGetItem PutItem',
        'dead letters of the lanes: sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage',
      ],
    ],
    [
      'sweep-expired',
      [
        logs,
        'dead letters of the sweeper: sqs:SendMessage',
        'evidence/days: s3:PutObject',
        'Records: BatchGetItem BatchWriteItem DeleteItem PutItem Query UpdateItem',
        'Records/due: Query',
        'RegisterKeys: BatchGetItem PutItem',
        'RegisterKeys: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike FILES#*',
        writes('RegisterKeys'),
        'MessageKeys: BatchGetItem UpdateItem',
        'MessageKeys/expiry: Query',
        writes('MessageKeys'),
      ],
    ],
    [
      'erase-clients',
      [
        logs,
        'dead letters of the eraser: sqs:SendMessage',
        'evidence/days: s3:PutObject',
        'evidence/certificates: s3:GetObject s3:PutObject',
        'evidence: s3:ListBucket',
        'sealing key: kms:GetPublicKey kms:Sign',
        'Records: BatchGetItem BatchWriteItem DeleteItem PutItem Query UpdateItem',
        'RegisterKeys: DeleteItem',
        writes('RegisterKeys'),
        'MessageKeys: UpdateItem',
        writes('MessageKeys'),
        'user pool: cognito-idp:AddUserPoolClientSecret cognito-idp:AdminDeleteUser cognito-idp:AdminUserGlobalSignOut cognito-idp:DeleteUserPoolClientSecret cognito-idp:ListUserPoolClientSecrets',
      ],
    ],
    [
      'close-day',
      [
        logs,
        'dead letters of the closer: sqs:SendMessage',
        'Records: Query UpdateItem if dynamodb:LeadingKeys ForAllValues:StringEquals ERASURE_LOG AUDIT_LOG',
        'Records/due: Query if dynamodb:LeadingKeys ForAllValues:StringLike AUDIT#*',
        'Records: BatchGetItem if dynamodb:LeadingKeys ForAllValues:StringLike AUDIT#*',
        'evidence: s3:ListBucket',
        'evidence/days: s3:GetObject',
        'evidence/closed: s3:GetObject',
        'evidence/closed: s3:PutObject',
        'evidence/audit: s3:GetObject',
        'evidence/audit: s3:PutObject',
        'signing key: kms:GetPublicKey kms:Sign',
      ],
    ],
    [
      'work-jobs',
      [
        logs,
        'MessageKeys: BatchGetItem UpdateItem',
        'Records: BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem PutItem Query UpdateItem',
        'RegisterKeys: BatchGetItem ConditionCheckItem DeleteItem PutItem Query',
        writes('MessageKeys'),
        writes('RegisterKeys'),
        'evidence/certificates: s3:GetObject s3:PutObject',
        'evidence/days: s3:PutObject',
        'evidence: s3:ListBucket',
        'sealing key: kms:GetPublicKey kms:Sign',
        'user pool: cognito-idp:AdminDeleteUser cognito-idp:AdminUserGlobalSignOut',
        'handouts: s3:PutObject',
        feeds,
        'sender: ses:SendEmail if ses:FromAddress StringEquals svar@answeronline.example',
      ],
    ],
    [
      'tend-privacy',
      [
        logs,
        'Records/due: Query',
        'Records: BatchGetItem DeleteItem PutItem UpdateItem',
        'Records/list: Query if dynamodb:LeadingKeys ForAllValues:StringEquals ERASURES#open',
        'Records: Query if dynamodb:LeadingKeys ForAllValues:StringLike FINDINGS#* SUB_PROCESSORS',
        'RegisterKeys: BatchGetItem if dynamodb:LeadingKeys ForAllValues:StringLike REQUESTS#* CLIENTS SERVICE',
        'RegisterKeys: DeleteItem if dynamodb:LeadingKeys ForAllValues:StringLike FILES#* REQUESTS#* AGREEMENTS#* CLIENTS MESSAGES#* DIRECTORY#*',
        writes('RegisterKeys'),
        'dead letters of the tender: sqs:SendMessage',
        'handouts: s3:DeleteObject',
        'orders: sns:Publish',
      ],
    ],
    ['add-token-claims', [logs, 'Records: BatchGetItem']],
  ])('%s may do what it does, and nothing else', (name, expected) => {
    expect(rightsOf(dev, name).filter((line) => !line.startsWith(NEVER))).toEqual(expected.toSorted());
  });

  const ofAll = 'if dynamodb:LeadingKeys ForAnyValue:StringLike AUDIT#* AUDIT_LOG';
  const refusals: Record<'api' | 'close-day' | 'others', string[]> = {
    api: [
      `${NEVER} BatchWriteItem DeleteItem UpdateItem ${ofAll}`,
      `${NEVER} PutItem if dynamodb:LeadingKeys ForAnyValue:StringLike AUDIT_LOG`,
    ],
    'close-day': [
      `${NEVER} BatchWriteItem DeleteItem PutItem ${ofAll}`,
      `${NEVER} UpdateItem if dynamodb:LeadingKeys ForAnyValue:StringLike AUDIT#*`,
    ],
    others: [`${NEVER} BatchWriteItem DeleteItem PutItem UpdateItem ${ofAll}`],
  };
  test.each(functionNames.filter((name) => tableGrants[name].some(({ table }) => table === 'records')))(
    '%s changes and deletes nothing of the audit, whatever else it may do with Records',
    (name) => {
      const of = name === 'close-day' ? name : functionFacts[name].folder === 'api' ? 'api' : 'others';
      expect(rightsOf(dev, name).filter((line) => line.startsWith(NEVER))).toEqual(refusals[of].toSorted());
    },
  );

  const scheduled = 'taken on by scheduler.amazonaws.com if aws:SourceAccount StringEquals {"Ref":"AWS::AccountId"}';
  test.each<[string, string, string[]]>([
    [
      'scheduler.amazonaws.com',
      'Tick',
      [scheduled, 'dead letters of the tick: sqs:SendMessage', 'tick: lambda:InvokeFunction'],
    ],
    [
      'scheduler.amazonaws.com',
      'Sweep',
      [scheduled, 'dead letters of the sweeper: sqs:SendMessage', 'sweeper: lambda:InvokeFunction'],
    ],
    [
      'scheduler.amazonaws.com',
      'Erase',
      [scheduled, 'dead letters of the eraser: sqs:SendMessage', 'eraser: lambda:InvokeFunction'],
    ],
    [
      'scheduler.amazonaws.com',
      'Close',
      [scheduled, 'closer: lambda:InvokeFunction', 'dead letters of the closer: sqs:SendMessage'],
    ],
    [
      'scheduler.amazonaws.com',
      'Tend',
      [scheduled, 'dead letters of the tender: sqs:SendMessage', 'tender: lambda:InvokeFunction'],
    ],
    ['scheduler.amazonaws.com', 'CanaryEmail', [scheduled, 'canary by e-mail: lambda:InvokeFunction']],
    ['scheduler.amazonaws.com', 'CanarySms', [scheduled, 'canary by SMS: lambda:InvokeFunction']],
    [
      'lambda.amazonaws.com',
      'FilesDeployer',
      [
        'taken on by lambda.amazonaws.com',
        'files of the portal: s3:ListBucket',
        'files of the portal: s3:PutObject',
        'distribution: cloudfront:CreateInvalidation cloudfront:GetInvalidation',
        'logs of the deployment: logs:CreateLogStream logs:PutLogEvents',
        'what CDK has uploaded: s3:GetObject',
      ],
    ],
    ['events.amazonaws.com', 'KeyWatchRule', ['taken on by events.amazonaws.com', 'alarms: sns:Publish']],
    ['events.amazonaws.com', 'KeyWatchTablesRule', ['taken on by events.amazonaws.com', 'alarms: sns:Publish']],
    ['events.amazonaws.com', 'KeyWatchEvidenceRule', ['taken on by events.amazonaws.com', 'alarms: sns:Publish']],
    ['events.amazonaws.com', 'KeyWatchSigningKeyRule', ['taken on by events.amazonaws.com', 'alarms: sns:Publish']],
    [
      'sns.amazonaws.com',
      'SmsReceiptsWriterOfLogs',
      [
        'taken on by sns.amazonaws.com if aws:SourceAccount StringEquals {"Ref":"AWS::AccountId"}',
        'logs of SMS: logs:CreateLogStream logs:PutLogEvents',
      ],
    ],
  ])('%s in %s may do what it is for, and nothing else', (service, id, expected) => {
    expect(rightsOfService(dev, service, id).toSorted()).toEqual(expected.toSorted());
  });

  test('every role is one of a function or of these services', () => {
    expect(dev.ofType('AWS::IAM::Role')).toHaveLength(functionNames.length + 13);
  });

  test('no statement allows an action with a star', () => {
    for (const { id, Properties } of dev.ofType('AWS::IAM::Policy')) {
      for (const { Action } of Properties.PolicyDocument.Statement)
        expect([id, String(Action)]).toEqual([id, expect.not.stringContaining('*')]);
    }
  });

  test('no role carries a policy of somebody else', () => {
    for (const { Properties } of dev.ofType('AWS::IAM::Role'))
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
  });
});

describe('what the code calls', () => {
  const sources = readdirSync('functions', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join('functions', path), 'utf8'));
  const commandsOf = (client: string) =>
    sources.flatMap((source) =>
      [...source.matchAll(/import \{([^}]*)\} from '([^']*)'/g)]
        .filter(([, , from]) => from === client)
        .flatMap(([, imported = '']) => [...imported.matchAll(/\b(\w+)Command\b/g)].map(([, command]) => command)),
    );

  test.each([
    ['Cognito', 'client-cognito-identity-provider', 'cognito-idp', 'access', 'user pool: '],
    ['KMS', 'client-kms', 'kms', 'close-day', 'signing key: '],
  ] as const)('of %s is what it may call', (_, client, service, name, line) => {
    const granted = rightsOf(dev, name).find((right) => right.startsWith(line)) ?? '';

    const called = commandsOf(`@aws-sdk/${client}`).map((command) => `${service}:${command}`);
    expect(called.toSorted()).toEqual(granted.replace(line, '').split(' '));
  });

  test('of DynamoDB are the calls that the grants were made for', () => {
    const called = commandsOf('@aws-sdk/lib-dynamodb');

    expect(called.toSorted()).toEqual(['BatchGet', 'BatchWrite', 'Query', 'TransactWrite', 'Update']);
  });
});
