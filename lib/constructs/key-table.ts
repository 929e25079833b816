// A table of keys: its own KMS key, no reading in bulk, an alarm when the KMS key is about to become unusable.
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface KeyTableProps extends Pick<TableProps, 'timeToLiveAttribute' | 'pointInTimeRecoverySpecification'> {
  readonly tableName: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** Retained and protected against deletion; the KMS key too. */
  readonly keep: boolean;
}

export class KeyTable extends Construct {
  readonly table: Table;
  readonly encryptionKey: Key;

  constructor(scope: Construct, id: string, { partitionKey, sortKey, keep, ...props }: KeyTableProps) {
    super(scope, id);
    const removalPolicy = keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    this.encryptionKey = new Key(this, 'Key', {
      description: `AnswerOnline: the table ${props.tableName}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.table = new Table(this, 'Table', {
      ...props,
      partitionKey: { name: partitionKey, type: AttributeType.STRING },
      ...(sortKey !== undefined && { sortKey: { name: sortKey, type: AttributeType.STRING } }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.encryptionKey,
      deletionProtection: keep,
      removalPolicy,
      resourcePolicy: this.#oneByOneOnly(props.tableName),
    });
  }

  /**
   * Nobody, whatever their role, reads keys in bulk: no Scan, no PartiQL, no Query but on an index.
   * Denies nothing that CloudFormation does to a table, so that no deployment and no rollback is locked out.
   */
  #oneByOneOnly(tableName: string): PolicyDocument {
    // By name: a policy that points at its own table would be a circle.
    const tableArn = Stack.of(this).formatArn({
      service: 'dynamodb',
      resource: 'table',
      resourceName: tableName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const deny = (sid: string, actions: string[], resources: string[]) =>
      new PolicyStatement({ sid, effect: Effect.DENY, principals: [new AnyPrincipal()], actions, resources });
    const partiQl = ['Select', 'Insert', 'Update', 'Delete'].map((verb) => `dynamodb:PartiQL${verb}`);
    return new PolicyDocument({
      statements: [
        deny('NoReadingInBulk', ['dynamodb:Scan', ...partiQl], [tableArn, `${tableArn}/index/*`]),
        deny('NoQueryOfTheTable', ['dynamodb:Query'], [tableArn]),
      ],
    });
  }
}
