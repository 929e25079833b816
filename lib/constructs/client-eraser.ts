// The end of clients: every quarter of an hour what is left of those that somebody has erased goes.
import { Duration } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import type { EvidenceStore } from '#lib/constructs/evidence-store.ts';
import { Schedule } from '#lib/constructs/schedule.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import type { Stage } from '#lib/stage.ts';

export interface ClientEraserProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly evidence: EvidenceStore;
  readonly userPool: IUserPool;
  readonly alarmTopic: ITopic;
}

/** Of whoever erases people: sessions and accounts end. */
const endAccounts = ['AdminDeleteUser', 'AdminUserGlobalSignOut'];

/** It makes and finds nobody. */
const calls = [...endAccounts, 'AddUserPoolClientSecret', 'DeleteUserPoolClientSecret', 'ListUserPoolClientSecrets'];

/** The worker of jobs erases people and registers, tells the evidence, and certifies it. */
export function mayErase(worker: AppFunction, evidence: EvidenceStore, userPool: IUserPool): void {
  worker.addEnvironment('USER_POOL_ID', userPool.userPoolId);
  evidence.mayKeep(worker);
  evidence.mayCertify(worker);
  worker.mayDo(
    endAccounts.map((call) => `cognito-idp:${call}`),
    [userPool.userPoolArn],
  );
}

export class ClientEraser extends Construct {
  constructor(scope: Construct, id: string, { stage, tables, evidence, userPool, alarmTopic }: ClientEraserProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        'A run that erases clients was lost or failed. The next one goes on from there; if that fails too, look at the log of erase-clients: it names what could not be erased.',
    });
    const erase = new AppFunction(this, 'erase-clients', {
      stage,
      tables,
      environment: { USER_POOL_ID: userPool.userPoolId },
      deadLetterQueue: deadLetters,
    });
    evidence.mayKeep(erase);
    evidence.mayCertify(erase);
    erase.mayDo(
      calls.map((call) => `cognito-idp:${call}`),
      [userPool.userPoolArn],
    );
    new Schedule(this, 'EveryQuarter', {
      function: erase,
      deadLetters,
      alarmTopic,
      description: 'What is left of erased clients is erased',
      everyMinutes: 15,
      silence: Duration.hours(1),
      stoppedMeans:
        'Nothing has looked for clients to erase for an hour: those that were asked for are not shown, but the keys of their messages and people still lie there. Look at the schedule, and run erase-clients by hand.',
      mostErrors: 1,
      failingMeans:
        'Clients cannot be erased: they are not shown, but some of the keys of their messages and people may still lie there. Look at the log of erase-clients: it names what could not be erased, by ids.',
    });
  }
}
