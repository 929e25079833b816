// What SNS logs of SMS, and the function that CloudWatch Logs hands each line to: gzip in base64, without waiting.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Clock } from '#local/clock.ts';
import type { Functions, LocalFunction } from '#local/functions.ts';
import type { AcceptedSms } from '#local/phone.ts';
import { ACCOUNT, type Resource, type Resources } from '#local/resources.ts';

export interface SmsLogs {
  /** Logs in a moment what became of it. */
  about(sms: AcceptedSms): void;
  stop(): void;
}

interface Subscription {
  readonly logGroup: string;
  readonly function: LocalFunction;
  readonly mostRetries: number;
}

/** Real ones take from seconds to 72 hours. */
const AFTER_MS = 200;
/** Lambda waits one minute, then two. */
const RETRY_AFTER_MS = 500;

/** https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html */
const answers = {
  delivered: { status: 'SUCCESS', providerResponse: 'Message has been accepted by phone' },
  'carrier-only': { status: 'SUCCESS', providerResponse: 'Message has been accepted by phone carrier' },
  undelivered: { status: 'FAILURE', providerResponse: 'Phone is currently unreachable/unavailable' },
} as const;

export function openSmsLogs(resources: Resources, functions: Functions, clock: Clock, region: string): SmsLogs {
  const subscriptions = resources
    .of('AWS::Logs::SubscriptionFilter')
    .map((filter) => readSubscription(filter, resources, functions));
  const timers = new Set<NodeJS.Timeout>();

  function later(afterMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, afterMs);
    timers.add(timer);
  }

  function invoke(to: Subscription, event: object, retries: number): void {
    // The function's log has what happened.
    to.function.invoke(event).catch(() => {
      if (retries < to.mostRetries) later(RETRY_AFTER_MS, () => invoke(to, event, retries + 1));
    });
  }

  function write(logGroup: string, line: object): void {
    for (const to of subscriptions.filter((one) => one.logGroup === logGroup)) {
      const batch = {
        messageType: 'DATA_MESSAGE',
        owner: ACCOUNT,
        logGroup,
        logStream: randomUUID(),
        subscriptionFilters: ['Receipts'],
        logEvents: [{ id: randomUUID(), timestamp: clock.nowMs(), message: JSON.stringify(line) }],
      };
      invoke(to, { awslogs: { data: gzipSync(JSON.stringify(batch)).toString('base64') } }, 0);
    }
  }

  return {
    about({ messageId, to, fault }) {
      if (fault === 'no-receipt') return;
      const answer = answers[fault === 'undelivered' || fault === 'carrier-only' ? fault : 'delivered'];
      const logGroup = `sns/${region}/${ACCOUNT}/DirectPublishToPhoneNumber`;
      later(AFTER_MS, () =>
        write(answer.status === 'SUCCESS' ? logGroup : `${logGroup}/Failure`, lineOf(messageId, to, answer, clock)),
      );
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

const lineOf = (
  messageId: string,
  destination: string,
  { status, providerResponse }: (typeof answers)[keyof typeof answers],
  clock: Clock,
) => ({
  notification: { messageId, timestamp: new Date(clock.nowMs()).toISOString().replace('T', ' ').replace('Z', '') },
  delivery: {
    phoneCarrier: 'Local carrier',
    mnc: 1,
    mcc: 240,
    destination,
    priceInUSD: 0.05,
    smsType: 'Transactional',
    providerResponse,
    dwellTimeMs: 100,
    dwellTimeMsUntilDeviceAck: 200,
  },
  status,
});

function readSubscription(
  { logicalId, properties }: Resource,
  resources: Resources,
  functions: Functions,
): Subscription {
  const { LogGroupName, DestinationArn, FilterPattern } = properties as Record<string, string>;
  if (FilterPattern) throw new Error(`${logicalId}: the runner knows subscriptions to all lines only`);
  const group = resources.byRef('AWS::Logs::LogGroup', LogGroupName ?? '');
  const to = functions.named(DestinationArn ?? '');
  const config = resources.of('AWS::Lambda::EventInvokeConfig').find((one) => one.properties.FunctionName === to.name);
  return {
    logGroup: String(group.properties.LogGroupName),
    function: to,
    mostRetries: Number(config?.properties.MaximumRetryAttempts ?? 2),
  };
}
