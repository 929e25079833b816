// How many of a hundred have failed, where enough have: a count alone cries wolf on a busy day, a share alone on a quiet night.
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';

export interface FailureShare {
  /** Each a count in the period. */
  readonly failed: IMetric;
  readonly succeeded: IMetric;
  /** Up to so many failures are none of the alarm's business. */
  readonly allowed: number;
  readonly period: Duration;
  readonly label: string;
}

/** In percent. Without any failure there is no value, with no more than are allowed it is 0. */
export const failureShare = ({ failed, succeeded, allowed, period, label }: FailureShare): MathExpression =>
  new MathExpression({
    expression: `IF(failed > ${allowed}, 100 * failed / (failed + FILL(succeeded, 0)), 0)`,
    usingMetrics: { failed, succeeded },
    period,
    label,
  });
