// AWS in memory, as far as the steps of a restore ask it: what they switch stays switched, some of it a moment later.
import { type Aws, AwsError } from '#bin/restore/aws.ts';

interface FakeTable {
  TableStatus: string;
  StreamSpecification?: object;
  LatestStreamArn?: string;
  DeletionProtectionEnabled?: boolean;
  GlobalSecondaryIndexes: { IndexStatus: string }[];
}

export interface FakeAws {
  aws: Aws;
  /** What was asked for that changes something, in order: `lambda update-event-source-mapping`. */
  changes: string[];
  tables: Map<string, FakeTable>;
  recoveryDays: Map<string, number>;
  ttl: Map<string, string>;
  /** undefined: as many at once as the account has. */
  concurrency: Map<string, number | undefined>;
  mappings: Map<string, { State: string; EventSourceArn: string }>;
  schedules: Map<string, { State: string; [more: string]: unknown }>;
  alarms: Map<string, { ActionsEnabled: boolean }>;
  /** The environment of each function. */
  variables: Map<string, Record<string, string>>;
}

// biome-ignore lint/suspicious/noExplicitAny: inputs are AWS's; each operation reads the fields it knows.
type Input = any;

export const RESTORED_STREAM = 'arn:aws:dynamodb:eu-north-1:1:table/Records-restored/stream/2026';

export function fakeAws(): FakeAws {
  const fake: FakeAws = {
    aws: async (service, operation, input: Input = {}) => {
      if (!/^(list|get|describe)-/.test(operation)) fake.changes.push(`${service} ${operation}`);
      const act = operations[`${service} ${operation}`];
      if (!act) throw new Error(`No such operation in the fake: ${service} ${operation}`);
      return act(input);
    },
    changes: [],
    tables: new Map([['Records', { TableStatus: 'ACTIVE', GlobalSecondaryIndexes: [] }]]),
    recoveryDays: new Map(),
    ttl: new Map(),
    concurrency: new Map([
      ['messages-1', undefined],
      ['tick-1', undefined],
    ]),
    mappings: new Map([
      ['stream', { State: 'Enabled', EventSourceArn: 'arn:aws:dynamodb:eu-north-1:1:table/Records/stream/2025' }],
      ['email', { State: 'Enabled', EventSourceArn: 'arn:aws:sqs:eu-north-1:1:email' }],
    ]),
    schedules: new Map([['EveryMinute', { State: 'ENABLED', ScheduleExpression: 'rate(1 minute)' }]]),
    alarms: new Map([['TickStopped', { ActionsEnabled: true }]]),
    variables: new Map([
      ['messages-1', { RECORDS_TABLE: 'Records' }],
      ['tick-1', { RECORDS_TABLE: 'Records' }],
    ]),
  };

  const table = (name: string): FakeTable => {
    const found = fake.tables.get(name);
    if (!found) throw new AwsError('Requested resource not found', 'ResourceNotFoundException');
    return found;
  };
  /** What takes a while is done when it is looked at once more. */
  const later = (act: () => void) => setImmediate(act);

  const operations: Record<string, (input: Input) => unknown> = {
    'cloudformation list-stack-resources': () => ({ StackResourceSummaries: resourcesOf(fake) }),
    'lambda put-function-concurrency': ({ FunctionName, ReservedConcurrentExecutions }) =>
      fake.concurrency.set(FunctionName, ReservedConcurrentExecutions),
    'lambda delete-function-concurrency': ({ FunctionName }) => fake.concurrency.set(FunctionName, undefined),
    'lambda get-function-configuration': ({ FunctionName }) => ({
      Environment: { Variables: fake.variables.get(FunctionName) },
    }),
    'lambda get-event-source-mapping': ({ UUID }) => ({ UUID, ...fake.mappings.get(UUID) }),
    'lambda update-event-source-mapping': ({ UUID, Enabled }) => {
      const mapping = fake.mappings.get(UUID);
      if (!mapping) throw new AwsError('No such mapping', 'ResourceNotFoundException');
      mapping.State = Enabled ? 'Enabling' : 'Disabling';
      later(() => {
        mapping.State = Enabled ? 'Enabled' : 'Disabled';
      });
    },
    'scheduler get-schedule': ({ Name }) => ({
      Name,
      Arn: 'arn',
      CreationDate: 'then',
      LastModificationDate: 'then',
      ...fake.schedules.get(Name),
    }),
    'scheduler update-schedule': ({ Name, Arn, CreationDate, LastModificationDate, ...schedule }) => {
      if (Arn ?? CreationDate ?? LastModificationDate) throw new AwsError('Unknown parameter', 'ValidationException');
      fake.schedules.set(Name, schedule);
    },
    'cloudwatch describe-alarms': ({ AlarmNames }) => ({
      MetricAlarms: (AlarmNames as string[]).flatMap((name) => fake.alarms.get(name) ?? []),
    }),
    'dynamodb describe-table': ({ TableName }) => ({ Table: table(TableName) }),
    'dynamodb restore-table-to-point-in-time': ({ SourceTableName, TargetTableName }) => {
      table(SourceTableName);
      const made: FakeTable = { TableStatus: 'CREATING', GlobalSecondaryIndexes: [{ IndexStatus: 'CREATING' }] };
      fake.tables.set(TargetTableName, made);
      later(() => Object.assign(made, { TableStatus: 'ACTIVE', GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE' }] }));
    },
    'dynamodb update-table': ({ TableName, ...change }) => {
      const changed = table(TableName);
      // A table takes one change at a time.
      if (changed.TableStatus !== 'ACTIVE') throw new AwsError('Being updated', 'ResourceInUseException');
      Object.assign(changed, change, { TableStatus: 'UPDATING' });
      if (change.StreamSpecification) changed.LatestStreamArn = RESTORED_STREAM;
      later(() => {
        changed.TableStatus = 'ACTIVE';
      });
    },
    'dynamodb update-continuous-backups': ({ TableName, PointInTimeRecoverySpecification: given }) =>
      fake.recoveryDays.set(TableName, given.RecoveryPeriodInDays),
    'dynamodb describe-continuous-backups': ({ TableName }) => ({
      ContinuousBackupsDescription: {
        PointInTimeRecoveryDescription: {
          PointInTimeRecoveryStatus: fake.recoveryDays.has(TableName) ? 'ENABLED' : 'DISABLED',
          RecoveryPeriodInDays: fake.recoveryDays.get(TableName),
        },
      },
    }),
    'dynamodb update-time-to-live': ({ TableName, TimeToLiveSpecification: { AttributeName } }) => {
      if (fake.ttl.has(TableName)) throw new AwsError('TimeToLive is already enabled', 'ValidationException');
      fake.ttl.set(TableName, AttributeName);
    },
    'dynamodb describe-time-to-live': ({ TableName }) => ({
      TimeToLiveDescription: {
        TimeToLiveStatus: fake.ttl.has(TableName) ? 'ENABLED' : 'DISABLED',
        AttributeName: fake.ttl.get(TableName),
      },
    }),
  };
  return fake;
}

function resourcesOf({ concurrency, mappings, schedules, alarms }: FakeAws) {
  const of = (ResourceType: string, ids: Iterable<string>) =>
    [...ids].map((PhysicalResourceId) => ({ ResourceType, ResourceStatus: 'UPDATE_COMPLETE', PhysicalResourceId }));
  return [
    ...of('AWS::Lambda::Function', concurrency.keys()),
    ...of('AWS::Lambda::EventSourceMapping', mappings.keys()),
    ...of('AWS::Scheduler::Schedule', schedules.keys()),
    ...of('AWS::CloudWatch::Alarm', alarms.keys()),
    { ResourceType: 'AWS::Lambda::Function', ResourceStatus: 'DELETE_COMPLETE', PhysicalResourceId: 'gone' },
    { ResourceType: 'AWS::IAM::Role', ResourceStatus: 'CREATE_COMPLETE', PhysicalResourceId: 'role' },
  ];
}
