// Counts what became of deliveries, from the lines that a sending function logs about them.
import type { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { AppFunction } from '#lib/constructs/app-function.ts';
import type { Stage } from '#lib/stage.ts';

export interface DeliveryCount {
  readonly stage: Stage;
  /** Unique in the stage. */
  readonly metricName: string;
  /** As the line `{"event":"delivery", ..., "state":"failed"}` has them. */
  readonly states: readonly string[];
  readonly period: Duration;
}

/**
 * Node's runtime in Lambda writes our JSON as a string into a JSON of its own: there is no `$.event` to compare. So the line
 * is matched as text; a dot stands for each quote and the backslash before it, neither of which a pattern may hold.
 */
const patternOf = (states: readonly string[]): string =>
  `%${states.map((state) => `event.{3,5}delivery.{1,2},.*state.{3,5}${state}`).join('|')}%`;

/** How many deliveries the function has left in one of the states, in each period. */
export function countDeliveries(loggedBy: AppFunction, { stage, metricName, states, period }: DeliveryCount): Metric {
  const filter = new MetricFilter(loggedBy, metricName, {
    logGroup: loggedBy.logGroup,
    filterPattern: FilterPattern.literal(patternOf(states)),
    metricNamespace: `AnswerOnline/${stage.name}`,
    metricName,
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period });
}
