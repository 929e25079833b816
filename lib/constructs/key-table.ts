// A table of keys: its own KMS key, no reading in bulk, an alarm when the KMS key is about to become unusable.
import { RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface KeyTableProps extends Pick<TableProps, 'timeToLiveAttribute' | 'pointInTimeRecoverySpecification'> {
  readonly tableName: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** Names of the roles that may query the table itself. */
  readonly queriedBy: readonly string[];
  /** Retained and protected against deletion; the KMS key too. */
  readonly keep: boolean;
}

export class KeyTable extends Construct {
  readonly table: Table;
  readonly encryptionKey: Key;

  constructor(scope: Construct, id: string, { partitionKey, sortKey, queriedBy, keep, ...props }: KeyTableProps) {
    super(scope, id);
    // A creation that fails is to take its own back, as far as the protection of tables lets it: docs/operations.md.
    const removalPolicy = keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;

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
      resourcePolicy: this.#notInBulk(props.tableName, queriedBy),
    });
    // Plans of backups choose what they copy by tags.
    for (const tag of ['application', 'stage']) Tags.of(this.table).remove(tag);
  }

  /**
   * Nobody, whatever their role, reads the keys in bulk: no Scan, no PartiQL, no Query but of an index or by those named.
   * Denies nothing that CloudFormation does to a table, so that no deployment and no rollback is locked out.
   */
  #notInBulk(tableName: string, queriedBy: readonly string[]): PolicyDocument {
    const { account, partition } = Stack.of(this);
    // By name: a policy that points at its own table would be a circle.
    const tableArn = Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName });
    const roles = queriedBy.map((role) => `arn:${partition}:iam::${account}:role/${role}`);
    const partiQl = ['Select', 'Insert', 'Update', 'Delete'].map((verb) => `dynamodb:PartiQL${verb}`);
    return new PolicyDocument({
      statements: [
        deny('NoReadingInBulk', ['dynamodb:Scan', ...partiQl], [tableArn, `${tableArn}/index/*`]),
        deny('NoQueryOfTheTable', ['dynamodb:Query'], [tableArn], roles),
      ],
    });
  }
}

function deny(sid: string, actions: string[], resources: string[], exceptRoles: string[] = []): PolicyStatement {
  return new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources,
    ...(exceptRoles.length > 0 && { conditions: { ArnNotEquals: { 'aws:PrincipalArn': exceptRoles } } }),
  });
}
