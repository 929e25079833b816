// An alarm that says what it means and goes to the alarm topic.
import { Alarm, type AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface MeaningfulAlarmProps extends Omit<AlarmProps, 'alarmDescription' | 'evaluationPeriods'> {
  readonly topic: ITopic;
  /** A sentence for the one who is woken: what has happened to whom, and where to look first. */
  readonly meaning: string;
  /** Default: 1. */
  readonly evaluationPeriods?: number;
}

/** Alarms when the metric is above the threshold; silence is good news unless told otherwise. */
export class MeaningfulAlarm extends Alarm {
  constructor(scope: Construct, id: string, { topic, meaning, ...props }: MeaningfulAlarmProps) {
    super(scope, id, {
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
      alarmDescription: meaning,
    });
    this.addAlarmAction(new SnsAction(topic));
  }
}
