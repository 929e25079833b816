// What holds data: the three tables, the KMS keys of the key tables, the evidence, files to be fetched, and the topic for alarms.
import { Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, type Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { AlarmTopic } from '#lib/constructs/alarm-topic.ts';
import { roleName } from '#lib/constructs/app-function.ts';
import { EvidenceStore } from '#lib/constructs/evidence-store.ts';
import { Handouts } from '#lib/constructs/handouts.ts';
import { KeyTable } from '#lib/constructs/key-table.ts';
import { KeyWatch } from '#lib/constructs/key-watch.ts';
import { RecordsTable } from '#lib/constructs/records-table.ts';
import { queriersOf } from '#lib/grants.ts';
import { type Stage, stackName } from '#lib/stage.ts';
import { messageKeysTable, recordsTable, registerKeysTable, type TableId, ttlAttribute } from '#shared/tables.ts';

export interface DataStackProps extends StackProps {
  readonly stage: Stage;
}

export class DataStack extends Stack {
  readonly tables: Readonly<Record<TableId, Table>>;
  readonly encryptionKeys: Readonly<Partial<Record<TableId, IKey>>>;
  readonly recordsStreamArn: string;
  readonly alarmTopic: AlarmTopic;
  readonly evidence: EvidenceStore;
  readonly handouts: Handouts;

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, props);
    const keep = stage.keepData;
    const nameOf = (table: string) => `answeronline-${stage.name}-${table}`;

    const rolesThatQuery = (table: TableId) =>
      queriersOf(table).map((name) => roleName(stackName(stage, 'service'), name));

    const original = new RecordsTable(this, 'Records', { tableName: nameOf(recordsTable.name), keep });
    const restored = stage.recordsTableAfterRestore;
    const records = restored ? new RecordsTable(this, `Records-${restored}`, { tableName: restored, keep }) : original;

    const messageKeys = new KeyTable(this, 'MessageKeys', {
      tableName: nameOf(messageKeysTable.name),
      partitionKey: messageKeysTable.partitionKey,
      timeToLiveAttribute: ttlAttribute,
      queriedBy: rolesThatQuery('messageKeys'),
      keep,
    });
    const { expiry } = messageKeysTable.indexes;
    messageKeys.table.addGlobalSecondaryIndex({
      indexName: expiry.name,
      partitionKey: { name: expiry.partitionKey, type: AttributeType.STRING },
      sortKey: { name: expiry.sortKey, type: AttributeType.NUMBER },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    acknowledge(messageKeys.table, {
      'AwsSolutions-DDB3':
        'A message is erased by deleting its key. Point-in-time recovery would bring deleted keys back for 35 days and so undo the erasure that is promised. Losing the table loses the messages: what has been delivered cannot be read again, and what is still held or being retried is lost undelivered.',
    });

    const registerKeys = new KeyTable(this, 'RegisterKeys', {
      tableName: nameOf(registerKeysTable.name),
      partitionKey: registerKeysTable.partitionKey,
      sortKey: registerKeysTable.sortKey,
      // One day: enough to undo a mistake that silences the desk, and erasure holds after 25 hours.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 1 },
      queriedBy: rolesThatQuery('registerKeys'),
      keep,
    });

    this.tables = { records, messageKeys: messageKeys.table, registerKeys: registerKeys.table };
    this.encryptionKeys = { messageKeys: messageKeys.encryptionKey, registerKeys: registerKeys.encryptionKey };
    this.recordsStreamArn = streamOf(records);
    this.evidence = new EvidenceStore(this, 'Evidence', { keep });
    this.handouts = new Handouts(this, 'Handouts', { stage });
    this.alarmTopic = new AlarmTopic(this, 'Alarms', stage.alarmEmail);
    new KeyWatch(this, 'KeyWatch', {
      tables: [messageKeys.table, registerKeys.table],
      keys: [messageKeys.encryptionKey, registerKeys.encryptionKey],
      evidence: this.evidence,
      alarmTopic: this.alarmTopic,
    });
    this.#keepExports(original);
  }

  /** Exports that other stacks import stay, also while those move to a restored table: or neither stack could be deployed. */
  #keepExports(original: Table): void {
    this.exportValue(original.tableName);
    this.exportValue(original.tableArn);
    this.exportValue(streamOf(original));
  }
}

function streamOf(table: Table): string {
  if (!table.tableStreamArn) throw new Error(`${table.node.path} has no stream`);
  return table.tableStreamArn;
}
