// The service itself: the API, the way of a message from the stream of records to e-mail and SMS, and its receipts.
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { routeTable } from '#api/route-table.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { Canary } from '#lib/constructs/canary.ts';
import { ClientEraser, mayErase } from '#lib/constructs/client-eraser.ts';
import { DayCloser } from '#lib/constructs/day-closer.ts';
import { DeadLetterTasks } from '#lib/constructs/dead-letter-tasks.ts';
import { DirectoryLane } from '#lib/constructs/directory-lane.ts';
import { EmailLane } from '#lib/constructs/email-lane.ts';
import { HttpApi } from '#lib/constructs/http-api.ts';
import { JobLane } from '#lib/constructs/job-lane.ts';
import { MinuteTick } from '#lib/constructs/minute-tick.ts';
import { OriginSecret } from '#lib/constructs/origin-secret.ts';
import type { ApiOrigin } from '#lib/constructs/portal-distribution.ts';
import { PrivacyTender } from '#lib/constructs/privacy-tender.ts';
import { Receipts } from '#lib/constructs/receipts.ts';
import { SmsLane } from '#lib/constructs/sms-lane.ts';
import { StreamReader } from '#lib/constructs/stream-reader.ts';
import { Sweeper } from '#lib/constructs/sweeper.ts';
import type { DataStack } from '#lib/stacks/data.ts';
import type { IdentityStack } from '#lib/stacks/identity.ts';
import { portalUrl, type Stage } from '#lib/stage.ts';
import type { Api } from '#shared/route.ts';

export interface ServiceStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly identity: IdentityStack;
}

interface Parts {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly identity: IdentityStack;
  readonly alarmTopic: ITopic;
}

export class ServiceStack extends Stack {
  /** Where CloudFront finds the API. */
  readonly origin: ApiOrigin;

  constructor(scope: Construct, id: string, { stage, data, identity, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const parts: Parts = { stage, data, identity, alarmTopic: data.alarmTopic };

    const functions = this.#apiFunctions(parts);
    const api = this.#gateway(parts, functions);
    const secret = stage.api && new OriginSecret(this, 'OriginSecret');
    secret?.knownTo(Object.values(functions));
    this.origin = { host: api.host, ...(secret && { secret: secret.elsewhere }) };
    const orders = new Topic(this, 'Orders', { enforceSSL: true });
    const events = new Topic(this, 'Events', { enforceSSL: true });
    this.#dispatch(parts, orders, events);
    const receipts = new Receipts(this, 'Receipts', { stage, tables: data, alarmTopic: data.alarmTopic });
    const lane = { stage, tables: data, orders, receipts: receipts.queue, alarmTopic: data.alarmTopic };
    const email = new EmailLane(this, 'Email', lane);
    const sms = new SmsLane(this, 'Sms', lane);
    new DirectoryLane(this, 'Directory', lane);
    const jobs = new JobLane(this, 'Jobs', { ...lane, handouts: data.handouts });
    email.sender.lendTo(jobs.worker);
    mayErase(jobs.worker, data.evidence, identity.userPool);
    if (stage.canary)
      new Canary(this, 'Canary', {
        stage,
        canary: stage.canary,
        sender: email.sender,
        smsRights: sms.rights,
        notes: receipts.notes,
        alarmTopic: data.alarmTopic,
      });
    new DeadLetterTasks(this, 'DeadLetters', {
      stage,
      tables: data,
      deadLetters: { Email: email.deadLetters, Sms: sms.deadLetters },
    });
    new MinuteTick(this, 'Tick', { stage, tables: data, ordersTopic: orders, alarmTopic: data.alarmTopic });
    new Sweeper(this, 'Sweep', { stage, tables: data, evidence: data.evidence, alarmTopic: data.alarmTopic });
    new ClientEraser(this, 'Erase', {
      stage,
      tables: data,
      evidence: data.evidence,
      userPool: identity.userPool,
      alarmTopic: data.alarmTopic,
    });
    new PrivacyTender(this, 'Tend', {
      stage,
      tables: data,
      handouts: data.handouts,
      ordersTopic: orders,
      alarmTopic: data.alarmTopic,
    });
    new DayCloser(this, 'Close', { stage, tables: data, evidence: data.evidence, alarmTopic: data.alarmTopic });

    new CfnOutput(this, 'ApiUrl', { value: stage.api ? portalUrl(stage) : api.url });
    new CfnOutput(this, 'EventsTopicArn', { value: events.topicArn });
  }

  #apiFunctions({ stage, data, identity }: Parts): Record<Api, AppFunction> {
    const retention = { RETENTION_MONTHS: String(stage.retentionMonths) };
    const planning = { ...retention, SMS_COUNTRIES: stage.smsCountries.join(' ') };
    const access = new AppFunction(this, 'access', {
      stage,
      tables: data,
      environment: {
        ...retention,
        USER_POOL_ID: identity.userPool.userPoolId,
        MACHINE_CLIENT_IDS: identity.machineClientIds,
      },
    });
    const calls = [
      'AdminCreateUser',
      'AdminDeleteUser',
      'AdminUserGlobalSignOut',
      'AdminAddUserToGroup',
      'AdminRemoveUserFromGroup',
      'ListUsers',
      'AddUserPoolClientSecret',
      'DeleteUserPoolClientSecret',
      'ListUserPoolClientSecrets',
    ];
    access.mayDo(
      calls.map((call) => `cognito-idp:${call}`),
      [identity.userPool.userPoolArn],
    );
    const privacy = new AppFunction(this, 'privacy', { stage, tables: data });
    data.handouts.mayLink(privacy);
    const agreements = new AppFunction(this, 'agreements', { stage, tables: data, environment: retention });
    data.evidence.maySeal(agreements);
    return {
      directory: new AppFunction(this, 'directory', { stage, tables: data, environment: retention }),
      staff: new AppFunction(this, 'staff', { stage, tables: data }),
      desk: new AppFunction(this, 'desk', {
        stage,
        tables: data,
        environment: { ...retention, PORTAL_URL: portalUrl(stage) },
      }),
      access,
      messages: new AppFunction(this, 'messages', { stage, tables: data, environment: planning }),
      amendments: new AppFunction(this, 'amendments', { stage, tables: data, environment: planning }),
      attention: new AppFunction(this, 'attention', { stage, tables: data }),
      agreements,
      privacy,
      documents: new AppFunction(this, 'documents', { stage, tables: data }),
      requests: new AppFunction(this, 'requests', { stage, tables: data }),
      findings: new AppFunction(this, 'findings', { stage, tables: data }),
      public: new AppFunction(this, 'public', { stage }),
    };
  }

  #gateway({ stage, identity, alarmTopic }: Parts, functions: Record<Api, AppFunction>): HttpApi {
    const api = new HttpApi(this, 'HttpApi', {
      name: this.stackName,
      routes: routeTable,
      functions,
      issuer: identity.userPool.userPoolProviderUrl,
      audiences: [identity.clients.portal, ...identity.clients.machines].map((client) => client.userPoolClientId),
      keepLogs: stage.keepData,
      ...(stage.api && { ownDomain: stage.api }),
    });
    new MeaningfulAlarm(this, 'ApiFailing', {
      topic: alarmTopic,
      meaning:
        'The API answers with errors of its own (5xx): operators may not be able to take messages. Look at the access logs, by route.',
      metric: api.metric('5xx', 'Sum').with({ period: Duration.minutes(5) }),
      threshold: 5,
    });
    return api;
  }

  #dispatch({ stage, data, alarmTopic }: Parts, orders: Topic, events: Topic): void {
    const dispatch = new AppFunction(this, 'dispatch-deliveries', {
      stage,
      environment: { ORDERS_TOPIC_ARN: orders.topicArn, EVENTS_TOPIC_ARN: events.topicArn },
    });
    dispatch.mayDo(['sns:Publish'], [orders.topicArn, events.topicArn]);
    new StreamReader(this, 'RecordsStream', {
      function: dispatch,
      streamArn: data.recordsStreamArn,
      inserted: ['delivery', 'message', 'tombstone', 'staff', 'job'],
      modified: ['delivery', 'staff'],
      alarmTopic,
    });
  }
}
