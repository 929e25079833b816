// A function of ours: its bundle is found by its name; own role, own log group, no more rights than it is given.
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { bundleFolder } from '#lib/bundle.ts';
import { grantTables, refuseRecords, type Tables, tableEnvironment } from '#lib/constructs/table-access.ts';
import { type FunctionName, functionFacts } from '#lib/functions.ts';
import { auditRefusals, tableGrants } from '#lib/grants.ts';
import type { Stage } from '#lib/stage.ts';

export interface AppFunctionProps {
  readonly stage: Stage;
  /** Left out by a function that touches no table. */
  readonly tables?: Tables;
  /** Beside STAGE and the tables' names. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Only for a function that is invoked asynchronously. */
  readonly deadLetterQueue?: IQueue;
  /** Of a function that is invoked asynchronously and has none: why not. */
  readonly withoutDeadLetters?: string;
}

/** By name: the policy of a table, in a stack that comes before, says who may query it. */
export const roleName = (stack: string, name: FunctionName): string => `${stack}-${name}`;

/** No reserved concurrency: a new account may have no more than ten in all. */
export class AppFunction extends LambdaFunction {
  readonly ownRole: Role;

  constructor(scope: Construct, name: FunctionName, props: AppFunctionProps) {
    const { stage, tables, environment, deadLetterQueue, withoutDeadLetters } = props;
    const { memoryMb, timeoutSeconds } = functionFacts[name];
    const logGroup = new LogGroup(scope, `${name}-logs`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: stage.keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${name}-role`, {
      roleName: roleName(Stack.of(scope).stackName, name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    super(scope, name, {
      description: `AnswerOnline ${stage.name}: ${name}`,
      code: Code.fromAsset(bundleFolder(name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      environment: { STAGE: stage.name, ...(tables && tableEnvironment(tables)), ...environment },
      ...(deadLetterQueue && { deadLetterQueue }),
    });
    this.ownRole = role;
    if (tables) {
      grantTables(this, tableGrants[name], tables);
      refuseRecords(this, auditRefusals(name), tables);
    }
    acknowledge(this, {
      'Serverless-LambdaTracing':
        'Every delivery keeps its attempts on its own record, and logs carry its id. Tracing would slow each request, need a permission on all resources and keep metadata about calls in one more store.',
      ...(!deadLetterQueue && {
        'Serverless-LambdaDLQ':
          withoutDeadLetters ??
          'Never invoked asynchronously: the caller waits for the answer, or the queue or stream that feeds it has its own dead letters.',
      }),
    });
  }

  mayDo(actions: readonly string[], resources: readonly string[], conditions: Record<string, object> = {}): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
  }
}
