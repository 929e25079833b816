// The restored table in DynamoDB: made from a point in time, then given what a restore leaves out.
import { ttlAttribute } from '#shared/tables.ts';
import { type Aws, AwsError, until } from './aws.ts';

type Wait = () => Promise<unknown>;

const RECOVERY_DAYS = 35;

/** @returns undefined where there is no such table. */
async function describeTable(aws: Aws, TableName: string) {
  try {
    return (await aws('dynamodb', 'describe-table', { TableName })).Table;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** Goes on waiting for one that is being made. */
export async function restoreTable(aws: Aws, from: string, table: string, atMs: number, wait: Wait): Promise<void> {
  if (!(await describeTable(aws, table)))
    await aws('dynamodb', 'restore-table-to-point-in-time', {
      SourceTableName: from,
      TargetTableName: table,
      RestoreDateTime: new Date(atMs).toISOString(),
    });
  await untilActive(aws, table, wait);
}

const untilActive = (aws: Aws, table: string, wait: Wait) =>
  until(`${table} is there`, wait, async () => {
    const { TableStatus, GlobalSecondaryIndexes = [] } = (await describeTable(aws, table)) ?? {};
    const indexes = (GlobalSecondaryIndexes as { IndexStatus: string }[]).map(({ IndexStatus }) => IndexStatus);
    return [TableStatus, ...indexes].every((status) => status === 'ACTIVE');
  });

/** What lib/constructs/records-table.ts says of it, and a restore does not bring. Safe to repeat. */
export async function protectTable(aws: Aws, table: string, keep: boolean, wait: Wait): Promise<void> {
  const { StreamSpecification, DeletionProtectionEnabled = false } = await demandTable(aws, table);
  if (!StreamSpecification?.StreamEnabled) {
    const stream = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' };
    await aws('dynamodb', 'update-table', { TableName: table, StreamSpecification: stream });
    await untilActive(aws, table, wait);
  }
  if (DeletionProtectionEnabled !== keep) {
    await aws('dynamodb', 'update-table', { TableName: table, DeletionProtectionEnabled: keep });
    await untilActive(aws, table, wait);
  }
  await aws('dynamodb', 'update-continuous-backups', {
    TableName: table,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: RECOVERY_DAYS },
  });
  if (!(await ttlIsOn(aws, table)))
    await aws('dynamodb', 'update-time-to-live', {
      TableName: table,
      TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute },
    });
}

export async function demandTable(aws: Aws, table: string) {
  const described = await describeTable(aws, table);
  if (!described) throw new Error(`There is no table ${table}`);
  return described;
}

export async function ttlIsOn(aws: Aws, TableName: string): Promise<boolean> {
  const { TimeToLiveDescription: ttl } = await aws('dynamodb', 'describe-time-to-live', { TableName });
  return ttl?.AttributeName === ttlAttribute && ['ENABLED', 'ENABLING'].includes(ttl?.TimeToLiveStatus);
}

/** Whether the table can be restored to any second of the last 35 days, from now on. */
export async function recoveryIsOn(aws: Aws, TableName: string): Promise<boolean> {
  const { ContinuousBackupsDescription } = await aws('dynamodb', 'describe-continuous-backups', { TableName });
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  return recovery?.PointInTimeRecoveryStatus === 'ENABLED' && recovery?.RecoveryPeriodInDays === RECOVERY_DAYS;
}
