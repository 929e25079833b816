// Tables: what they keep, for how long, under which key, and what survives its stack.
import { describe, expect, test } from 'vitest';
import { pointsAt, type Resource, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const prod = synthesize('prod');

const statements = (table: Resource) => table.Properties.ResourcePolicy.PolicyDocument.Statement;

describe('the table of records', () => {
  const { Properties } = prod.table('Records');

  test('can be restored to any time of the last 35 days', () => {
    expect(Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  test('is the only one with a stream, which shows new images', () => {
    expect(Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
    expect(prod.table('MessageKeys').Properties).not.toHaveProperty('StreamSpecification');
    expect(prod.table('RegisterKeys').Properties).not.toHaveProperty('StreamSpecification');
  });

  test('has keys, indexes and expiry as tables.ts has them', () => {
    expect(keysOf(Properties)).toEqual(['pk', 'sk']);
    expect(Properties.GlobalSecondaryIndexes.map(indexOf)).toEqual([
      ['list', 'listPk', 'listSk', 'KEYS_ONLY'],
      ['due', 'duePk', 'dueAt', 'KEYS_ONLY'],
    ]);
    expect(Properties.AttributeDefinitions).toContainEqual({ AttributeName: 'dueAt', AttributeType: 'N' });
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  });
});

describe('the table of message keys', () => {
  const { Properties } = prod.table('MessageKeys');

  test('has no history that could bring a key back', () => {
    expect(Properties.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled ?? false).toBe(false);
    expect(Properties).not.toHaveProperty('KinesisStreamSpecification');
  });

  test('is addressed by id, expires, and is indexed by day of expiry', () => {
    expect(keysOf(Properties)).toEqual(['id']);
    expect(Properties.GlobalSecondaryIndexes.map(indexOf)).toEqual([['expiry', 'expiryDay', 'expiresAt', 'KEYS_ONLY']]);
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  });
});

describe('the table of register keys', () => {
  test('can be restored for one day, and nothing in it expires by itself', () => {
    const { Properties } = prod.table('RegisterKeys');

    expect(Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 1,
    });
    expect(Properties).not.toHaveProperty('TimeToLiveSpecification');
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a piece of a template
type Json = any;
const patternOf = (source: string): Json =>
  the(
    prod.ofType('AWS::Events::Rule'),
    ({ id, Properties }) => /^KeyWatch(Tables)?Rule/.test(id) && Properties.EventPattern.source[0] === source,
    `the rule of ${source}`,
  ).Properties.EventPattern;

describe('both key tables', () => {
  test.each(['MessageKeys', 'RegisterKeys'])('%s has a KMS key of its own, which rotates and is watched', (name) => {
    const kmsKey = prod.table(name).Properties.SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0];

    expect(kmsKey).toContain(name);
    expect(prod.templates.data.findResources('AWS::KMS::Key')[kmsKey]?.Properties.EnableKeyRotation).toBe(true);
    const { detail } = patternOf('aws.kms');
    expect(detail.eventName).toEqual(['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'RevokeGrant']);
    expect(JSON.stringify(detail.resources.ARN)).toContain(`"${kmsKey}"`);
  });

  test.each(['MessageKeys', 'RegisterKeys'])('%s: whoever copies it, or changes what it keeps, is told of', (name) => {
    const { detail } = patternOf('aws.dynamodb');
    const table = prod.table(name);

    expect(detail.eventName).toEqual(
      expect.arrayContaining([
        'UpdateContinuousBackups',
        'CreateBackup',
        'StartAwsBackupJob',
        'ExportTableToPointInTime',
        'EnableKinesisStreamingDestination',
        'UpdateTable',
        'DeleteTable',
      ]),
    );
    for (const { requestParameters } of detail.$or) {
      const [[, named] = []] = Object.entries(requestParameters);
      expect(named).toEqual(expect.arrayContaining([{ Ref: table.id }, { 'Fn::GetAtt': [table.id, 'Arn'] }]));
    }
    expect(Object.keys(Object.assign({}, ...detail.$or.map((one: Json) => one.requestParameters)))).toEqual(
      expect.arrayContaining(['tableName', 'tableArn']),
    );
  });

  test('are in no plan of backups, and carry no tag that a plan could choose them by', () => {
    expect(prod.all.filter(({ Type }) => Type.startsWith('AWS::Backup::'))).toEqual([]);
    for (const name of ['MessageKeys', 'RegisterKeys']) expect(prod.table(name).Properties).not.toHaveProperty('Tags');
    // Those of a stack would be handed on to its resources.
    for (const stack of Object.values(prod.stacks)) expect(stack.tags.tagValues()).toEqual({});
  });

  test('nobody but the alarms and the watch of the KMS keys, of this account, warns the engineers', () => {
    const [rule] = prod.ofType('AWS::Events::Rule');
    const policy = the(
      prod.ofType('AWS::SNS::TopicPolicy'),
      ({ id }) => id.startsWith('Alarms'),
      'the policy of alarms',
    );
    const allowed = policy.Properties.PolicyDocument.Statement.filter(
      (statement: { Effect: string }) => statement.Effect === 'Allow',
    );

    expect(rule?.Properties.Targets[0].RoleArn).toHaveProperty('Fn::GetAtt');
    expect(allowed).toMatchObject([
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  test.each(['MessageKeys', 'RegisterKeys'])('%s is not read in bulk by anybody', (name) => {
    const [bulk, query] = statements(prod.table(name));

    expect(bulk).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
    expect(bulk.Action).toEqual(
      ['Delete', 'Insert', 'Select', 'Update'].map((verb) => `dynamodb:PartiQL${verb}`).concat('dynamodb:Scan'),
    );
    expect(query).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'dynamodb:Query' });
    expect(JSON.stringify(query.Resource)).not.toContain('index');
  });

  test('of the register are queried by the directory alone, of messages by nobody', () => {
    const [, ofRegister] = statements(prod.table('RegisterKeys'));
    const [, ofMessages] = statements(prod.table('MessageKeys'));

    expect(ofMessages).not.toHaveProperty('Condition');
    const { RoleName } = the(
      prod.ofType('AWS::IAM::Role'),
      ({ id }) => pointsAt(prod.functionNamed('directory').Properties.Role, id),
      'the role of directory',
    ).Properties;
    expect(JSON.stringify(ofRegister.Condition.ArnNotEquals['aws:PrincipalArn'])).toContain(`:role/${RoleName}"`);
  });

  test.each(['MessageKeys', 'RegisterKeys'])('%s denies nothing that a deployment or a rollback does', (name) => {
    const denied = statements(prod.table(name)).flatMap((statement: { Action: string | string[] }) => statement.Action);

    for (const action of denied) expect(action).toMatch(/^dynamodb:(Scan|Query|PartiQL(Select|Insert|Update|Delete))$/);
  });
});

describe('what survives', () => {
  const holdingData = {
    'AWS::DynamoDB::Table': 'RetainExceptOnCreate',
    'AWS::KMS::Key': 'RetainExceptOnCreate',
    'AWS::Logs::LogGroup': 'RetainExceptOnCreate',
    'AWS::Cognito::UserPool': 'Retain',
  };

  test.each(Object.entries(holdingData))('in prod every %s is kept when its stack goes: %s', (type, policy) => {
    expect(prod.ofType(type)).not.toEqual([]);
    for (const resource of prod.ofType(type)) {
      expect([resource.id, resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual([
        resource.id,
        policy,
        'Retain',
      ]);
    }
  });

  test('in prod nothing with a name of its own is told to stay when its creation fails', () => {
    const named = prod.all.filter(
      ({ Properties, DeletionPolicy }) =>
        DeletionPolicy === 'Retain' &&
        Object.keys(Properties).some((key) => /^(Table|LogGroup|UserPool)Name$/.test(key)),
    );

    expect(named.map(({ id }) => id)).toEqual([]);
  });

  test('in prod tables, users and stacks are protected against deletion', () => {
    for (const table of prod.ofType('AWS::DynamoDB::Table'))
      expect(table.Properties.DeletionProtectionEnabled).toBe(true);
    for (const pool of prod.ofType('AWS::Cognito::UserPool')) expect(pool.Properties.DeletionProtection).toBe('ACTIVE');
    for (const stack of Object.values(prod.stacks)) expect(stack.terminationProtection).toBe(true);
  });

  test('in dev nothing is left behind', () => {
    for (const type of Object.keys(holdingData)) {
      for (const resource of dev.ofType(type))
        expect([resource.id, resource.DeletionPolicy]).toEqual([resource.id, 'Delete']);
    }
  });
});

test('all tables are paid by request', () => {
  for (const table of prod.ofType('AWS::DynamoDB::Table')) expect(table.Properties.BillingMode).toBe('PAY_PER_REQUEST');
});

test('after a restore the functions use the new table, and the old one stays as it was', () => {
  const restored = synthesize('prod', { recordsTableAfterRestore: 'Records-restored-20270523' });

  const names = restored.ofType('AWS::DynamoDB::Table').map((table) => table.Properties.TableName);
  expect(names).toContain('answeronline-prod-Records');
  expect(names).toContain('Records-restored-20270523');
  const outputs = JSON.stringify(restored.functionNamed('messages').Properties.Environment.Variables.RECORDS_TABLE);
  expect(outputs).toContain('Recordsrestored20270523');
  for (const output of Object.keys(prod.templates.data.toJSON().Outputs)) {
    expect(Object.keys(restored.templates.data.toJSON().Outputs)).toContain(output);
  }
});

function keysOf(properties: Resource['Properties']): string[] {
  return properties.KeySchema.map((key: { AttributeName: string }) => key.AttributeName);
}

function indexOf(index: Resource['Properties']): string[] {
  return [index.IndexName, ...keysOf(index), index.Projection.ProjectionType];
}
