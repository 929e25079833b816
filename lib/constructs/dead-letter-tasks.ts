// Dead letters of the lanes become tasks: the function that makes them, and what feeds it.
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import type { DeadLetters } from '#lib/constructs/dead-letters.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import type { Stage } from '#lib/stage.ts';

export interface DeadLetterTasksProps {
  readonly stage: Stage;
  readonly tables: Tables;
  /** By the name of the lane. */
  readonly deadLetters: Readonly<Record<string, DeadLetters>>;
}

export class DeadLetterTasks extends Construct {
  constructor(scope: Construct, id: string, { stage, tables, deadLetters }: DeadLetterTasksProps) {
    super(scope, id);
    const note = new AppFunction(this, 'note-dead-letters', { stage, tables });
    note.mayDo(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      Object.values(deadLetters).map(({ queueArn }) => queueArn),
    );
    for (const [lane, queue] of Object.entries(deadLetters)) {
      const mapping = new EventSourceMapping(this, `Feed${lane}`, {
        target: note,
        eventSourceArn: queue.queueArn,
        batchSize: 10,
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      });
      acknowledge(mapping, {
        'Serverless-LambdaEventSourceMappingDestination':
          'These are the dead letters: what cannot be made a task stays where it lies, and the alarm of the queue stays on.',
      });
    }
  }
}
