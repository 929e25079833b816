// What SES tells of an e-mail afterwards: events on the bus, as the event destination of its configuration set asks for.
import { randomUUID } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { AcceptedMail } from '#local/mailbox.ts';
import { ACCOUNT, type Resources } from '#local/resources.ts';
import type { Bus } from '#local/rules.ts';

export interface MailEvents {
  /** Tells in a moment what became of it. */
  about(mail: AcceptedMail): void;
  stop(): void;
}

interface Happening {
  readonly detailType: string;
  readonly eventType: string;
  /** As the event destination names it. */
  readonly asked: string;
  readonly part: string;
  fields(mail: AcceptedMail): object;
}

const recipients = ({ to }: AcceptedMail) => to.map((emailAddress) => ({ emailAddress }));

const delivery: Happening = {
  detailType: 'Email Delivered',
  eventType: 'Delivery',
  asked: 'delivery',
  part: 'delivery',
  fields: ({ to }) => ({ recipients: to, processingTimeMillis: 50, smtpResponse: `250 ok for ${to.join(', ')}` }),
};
const complaint: Happening = {
  detailType: 'Email Complaint Received',
  eventType: 'Complaint',
  asked: 'complaint',
  part: 'complaint',
  fields: (mail) => ({ complainedRecipients: recipients(mail), complaintSubType: null }),
};
const delay: Happening = {
  detailType: 'Email Delivery Delayed',
  eventType: 'DeliveryDelay',
  asked: 'deliveryDelay',
  part: 'deliveryDelay',
  fields: (mail) => ({ delayType: 'MailboxFull', delayedRecipients: recipients(mail) }),
};
const reject: Happening = {
  detailType: 'Email Rejected',
  eventType: 'Reject',
  asked: 'reject',
  part: 'reject',
  fields: () => ({ reason: 'Bad content' }),
};
const bounce = (bounceType: string, bounceSubType: string): Happening => ({
  detailType: 'Email Bounced',
  eventType: 'Bounce',
  asked: 'bounce',
  part: 'bounce',
  fields: (mail) => ({ bounceType, bounceSubType, bouncedRecipients: recipients(mail) }),
});

/** https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator */
const simulator: Readonly<Record<string, readonly Happening[]>> = {
  success: [delivery],
  bounce: [bounce('Permanent', 'General')],
  ooto: [delivery, bounce('Transient', 'General')],
  complaint: [delivery, complaint],
  suppressionlist: [bounce('Permanent', 'Suppressed')],
};

const byFault: Readonly<Partial<Record<NonNullable<AcceptedMail['fault']>, readonly Happening[]>>> = {
  bounce: [bounce('Permanent', 'General')],
  'soft-bounce': [bounce('Transient', 'MailboxFull')],
  complaint: [delivery, complaint],
  delay: [delay],
  reject: [reject],
  'no-receipt': [],
};

function happeningsOf({ to: [address = ''], fault }: AcceptedMail): readonly Happening[] {
  const [, simulated = ''] = /^([a-z]+)(?:\+.*)?@simulator\.amazonses\.com$/.exec(address) ?? [];
  return (fault && byFault[fault]) ?? simulator[simulated] ?? [delivery];
}

/** Real ones take a second or more; enough here to come after the sender has written down that it was accepted. */
const EVERY_MS = 150;

export function openMailEvents(
  resources: Resources,
  bus: Bus,
  clock: Clock,
  region: string,
  onError: (text: string) => void,
): MailEvents {
  const destinations = resources.of('AWS::SES::ConfigurationSetEventDestination').map(readDestination);
  const timers = new Set<NodeJS.Timeout>();

  function later(afterMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      try {
        act();
      } catch (error) {
        onError(error instanceof Error ? error.message : String(error));
      }
    }, afterMs);
    timers.add(timer);
  }

  return {
    about(mail) {
      const asked = destinations
        .filter(({ configurationSet }) => configurationSet === mail.configurationSet)
        .flatMap(({ types }) => types);
      happeningsOf(mail)
        .filter((happening) => asked.includes(happening.asked))
        .forEach((happening, n) => {
          later((n + 1) * EVERY_MS, () => bus(eventOf(happening, mail, clock.nowMs(), region)));
        });
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function readDestination({ logicalId, properties }: ReturnType<Resources['of']>[number]) {
  const { ConfigurationSetName, EventDestination } = properties as {
    ConfigurationSetName: string;
    EventDestination: {
      Enabled?: boolean;
      EventBridgeDestination?: { EventBusArn: string };
      MatchingEventTypes: string[];
    };
  };
  if (!EventDestination.EventBridgeDestination?.EventBusArn.endsWith(':event-bus/default'))
    throw new Error(`${logicalId}: the runner knows the default bus only; see local/mail-events.ts`);
  return {
    configurationSet: ConfigurationSetName,
    types: EventDestination.Enabled === false ? [] : EventDestination.MatchingEventTypes,
  };
}

/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html, as EventBridge wraps it. */
function eventOf(
  { detailType, eventType, part, fields }: Happening,
  mail: AcceptedMail,
  nowMs: number,
  region: string,
) {
  const timestamp = new Date(nowMs).toISOString();
  const tags = Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]]));
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.ses',
    account: ACCOUNT,
    time: timestamp.replace(/\.\d+/, ''),
    region,
    resources: [`arn:aws:ses:${region}:${ACCOUNT}:configuration-set/${mail.configurationSet}`],
    detail: {
      eventType,
      mail: {
        timestamp,
        source: mail.from,
        sendingAccountId: ACCOUNT,
        messageId: mail.messageId,
        destination: mail.to,
        headersTruncated: false,
        commonHeaders: { from: [mail.from], to: mail.to, subject: mail.subject },
        tags: { 'ses:configuration-set': [mail.configurationSet], ...tags },
      },
      [part]: eventType === 'Reject' ? fields(mail) : { timestamp, ...fields(mail) },
    },
  };
}
