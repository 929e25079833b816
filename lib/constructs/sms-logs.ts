// Where SNS logs what became of an SMS, telephone number included: made before SNS makes them itself, and kept for a day.
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface SmsLogsProps {
  readonly keep: boolean;
}

/**
 * SNS writes to these names, one pair for each account and region, and where they are not there it makes them itself, to
 * keep their lines for ever: https://repost.aws/knowledge-center/monitor-sns-texts-cloudwatch. It writes nothing until the
 * account has a role for delivery status: lib/constructs/sms-receipts.ts.
 */
export class SmsLogs extends Construct {
  readonly groups: readonly LogGroup[];

  constructor(scope: Construct, id: string, { keep }: SmsLogsProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const logs = (name: string, suffix: string) =>
      new LogGroup(this, name, {
        logGroupName: `sns/${region}/${account}/DirectPublishToPhoneNumber${suffix}`,
        retention: RetentionDays.ONE_DAY,
        // Kept also so that SNS, which goes on writing, does not make them anew.
        removalPolicy: keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      });
    this.groups = [logs('Delivered', ''), logs('Failed', '/Failure')];
  }
}
