// The clock of deliveries: every minute what is held, stuck or due again is looked at.
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import { countDeliveries, countLines } from '#lib/constructs/log-lines.ts';
import { Schedule } from '#lib/constructs/schedule.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import type { Stage } from '#lib/stage.ts';

export interface MinuteTickProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly ordersTopic: ITopic;
  readonly alarmTopic: ITopic;
}

export class MinuteTick extends Construct {
  constructor(scope: Construct, id: string, { stage, tables, ordersTopic, alarmTopic }: MinuteTickProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        'A minute tick was lost, or could not move some delivery. One is no harm, the next looks at the same deliveries; many mean that the function fails, or that one delivery always does: the event due-not-moved in its log.',
    });
    const tick = new AppFunction(this, 'tick', {
      stage,
      tables,
      environment: { ORDERS_TOPIC_ARN: ordersTopic.topicArn, SMS_COUNTRIES: stage.smsCountries.join(' ') },
      deadLetterQueue: deadLetters,
    });
    tick.mayDo(['sns:Publish'], [ordersTopic.topicArn]);
    new Schedule(this, 'EveryMinute', {
      function: tick,
      deadLetters,
      alarmTopic,
      description: 'Held and stuck deliveries are looked at',
      everyMinutes: 1,
      silence: Duration.minutes(10),
      stoppedMeans:
        'The minute tick has not run for ten minutes: held and stuck deliveries are not sent, and what failed goes to nobody else. Look at the schedule.',
      mostErrors: 4,
      failingMeans:
        "The minute tick fails again and again: held and stuck deliveries are not sent, and what failed goes to nobody else. Look at the function's log.",
    });
    new MeaningfulAlarm(this, 'Late', {
      topic: alarmTopic,
      meaning:
        'For minutes on end something has been due for more than five minutes, and the tick has not moved it: a delivery waits that nobody sends, or a track that goes on to nobody. Look at due-not-moved in the log of tick, which names what always fails; without any, more is due than a tick gets done.',
      metric: countLines(tick, { stage, metricName: 'due-late', event: 'due-late', period: Duration.minutes(5) }),
      threshold: 2,
    });
    new MeaningfulAlarm(this, 'GivenUp', {
      topic: alarmTopic,
      meaning:
        'The minute tick has given deliveries up: nobody sent them for six hours, or their sender died. The next step of each is tried, and where none is left there is a task: why nobody sent them is to be found by the event delivery in the log of tick.',
      metric: countDeliveries(tick, {
        stage,
        metricName: 'given-up',
        states: ['failed', 'unknown'],
        period: Duration.minutes(15),
      }),
      threshold: 0,
    });
  }
}
