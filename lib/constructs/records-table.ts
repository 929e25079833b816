// The table of records, as tables.ts has it.
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { recordsTable, ttlAttribute } from '#shared/tables.ts';

export interface RecordsTableProps {
  readonly tableName: string;
  readonly keep: boolean;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
const number = (name: string) => ({ name, type: AttributeType.NUMBER });

/**
 * A restore always makes a new table, and without TTL, stream, recovery and protection: `bin/restore.ts` sets those. Then
 * its name goes into `recordsTableAfterRestore`, `cdk import` takes it into the Data stack. The old one stays as it is.
 */
export class RecordsTable extends Table {
  constructor(scope: Construct, id: string, { tableName, keep }: RecordsTableProps) {
    super(scope, id, {
      tableName,
      partitionKey: text(recordsTable.partitionKey),
      sortKey: text(recordsTable.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      // New images only: readers see what happened by the event's name and the state it leads to.
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: ttlAttribute,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    const { list, due } = recordsTable.indexes;
    this.addGlobalSecondaryIndex({
      indexName: list.name,
      partitionKey: text(list.partitionKey),
      sortKey: text(list.sortKey),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.addGlobalSecondaryIndex({
      indexName: due.name,
      partitionKey: text(due.partitionKey),
      sortKey: number(due.sortKey),
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
}
