// The end of messages: every quarter of an hour what has expired is erased.
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import type { EvidenceStore } from '#lib/constructs/evidence-store.ts';
import { countLines } from '#lib/constructs/log-lines.ts';
import { Schedule } from '#lib/constructs/schedule.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import type { Stage } from '#lib/stage.ts';

export interface SweeperProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly evidence: EvidenceStore;
  readonly alarmTopic: ITopic;
}

export class Sweeper extends Construct {
  constructor(scope: Construct, id: string, { stage, tables, evidence, alarmTopic }: SweeperProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        'A sweep was lost or failed. The next one erases the same messages; a second one in the same hour endangers the promise that nothing can be read an hour after its time.',
    });
    const sweep = new AppFunction(this, 'sweep-expired', { stage, tables, deadLetterQueue: deadLetters });
    evidence.mayKeep(sweep);
    new Schedule(this, 'EveryQuarter', {
      function: sweep,
      deadLetters,
      alarmTopic,
      description: 'Messages whose time is over are erased',
      everyMinutes: 15,
      silence: Duration.minutes(30),
      stoppedMeans:
        'Nothing has been swept for half an hour: messages whose time is over are hidden, but their keys still lie there. Look at the schedule, and run the function by hand.',
      mostErrors: 1,
      failingMeans:
        "Sweeps fail one after the other: messages whose time is over are hidden, but some of their keys still lie there. Look at the function's log.",
    });
    new MeaningfulAlarm(this, 'Behind', {
      topic: alarmTopic,
      meaning:
        'Two sweeps in a row have left keys of messages whose time was over when they began: in half an hour the promise that nothing can be read is broken. Look at the log of sweep-expired, whether its time was up or something could not be erased.',
      metric: countLines(sweep, {
        stage,
        metricName: 'expired-but-live',
        event: 'expired-but-live',
        period: Duration.minutes(30),
      }),
      threshold: 1,
    });
    new MeaningfulAlarm(this, 'Disagreeing', {
      topic: alarmTopic,
      meaning:
        'The sweeper has left messages whose expiry is not what their own time and retention make: something has written a wrong time. Find them by the event sweep-disagrees in the log of sweep-expired before TTL removes their keys.',
      metric: countLines(sweep, {
        stage,
        metricName: 'sweep-disagrees',
        event: 'sweep-disagrees',
        period: Duration.minutes(30),
      }),
      threshold: 0,
    });
  }
}
