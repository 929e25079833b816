// The erasure log and the audit: every hour days that have ended are closed into them.
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import type { EvidenceStore } from '#lib/constructs/evidence-store.ts';
import { Schedule } from '#lib/constructs/schedule.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import type { Stage } from '#lib/stage.ts';

export interface DayCloserProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly evidence: EvidenceStore;
  readonly alarmTopic: ITopic;
}

export class DayCloser extends Construct {
  constructor(scope: Construct, id: string, { stage, tables, evidence, alarmTopic }: DayCloserProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        'A run that closes days was lost or failed. The next one does the same, and nothing is lost; if it fails too, look at the log of close-day: something in the evidence cannot be read, or does not hold.',
    });
    const close = new AppFunction(this, 'close-day', { stage, tables, deadLetterQueue: deadLetters });
    evidence.mayClose(close);
    new Schedule(this, 'EveryHour', {
      function: close,
      deadLetters,
      alarmTopic,
      description: 'Days that have ended are closed into the erasure log and the audit',
      everyMinutes: 60,
      silence: Duration.hours(3),
      stoppedMeans:
        'No day has been closed for three hours, nor looked for: what was erased and who did what is kept, but neither log grows. Look at the schedule, and run close-day by hand.',
      mostErrors: 1,
      failingMeans:
        'Days cannot be closed: the erasure log or the audit does not grow, the other may. Look at the log of close-day: an object of the evidence cannot be read, a closed day does not hold, or KMS does not sign.',
    });
  }
}
