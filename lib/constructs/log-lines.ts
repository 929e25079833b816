// Counts lines of a function's log: what became of deliveries, and events by their name.
import type { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { AppFunction } from '#lib/constructs/app-function.ts';
import type { Stage } from '#lib/stage.ts';

interface Count {
  readonly stage: Stage;
  /** Unique in the stage. */
  readonly metricName: string;
  readonly period: Duration;
}

interface DeliveryCount extends Count {
  /** As the line `{"event":"delivery", ..., "state":"failed"}` has them. */
  readonly states: readonly string[];
}

interface LineCount extends Count {
  readonly event: string;
  /** Only lines that name it. */
  readonly channel?: string;
}

/**
 * Node's runtime in Lambda writes our JSON as a string into a JSON of its own: there is no `$.event` to compare. So the line
 * is matched as text; a dot stands for each quote and the backslash before it, neither of which a pattern may hold.
 */
const patternOf = (states: readonly string[]): string =>
  `%${states.map((state) => `event.{3,5}delivery.{1,2},.*state.{3,5}${state}`).join('|')}%`;

/** How many deliveries the function has left in one of the states, in each period. */
export const countDeliveries = (loggedBy: AppFunction, { states, ...count }: DeliveryCount): Metric =>
  countMatches(loggedBy, count, patternOf(states));

/** How many lines the function has logged of the event, in each period. */
export const countLines = (loggedBy: AppFunction, { event, channel, ...count }: LineCount): Metric =>
  countMatches(loggedBy, count, `%event.{3,5}${event}.{1,2},${channel ? `.*channel.{3,5}${channel}` : ''}%`);

function countMatches(loggedBy: AppFunction, { stage, metricName, period }: Count, pattern: string): Metric {
  const filter = new MetricFilter(loggedBy, metricName, {
    logGroup: loggedBy.logGroup,
    filterPattern: FilterPattern.literal(pattern),
    metricNamespace: `AnswerOnline/${stage.name}`,
    metricName,
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period });
}
