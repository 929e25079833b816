// The lane of e-mail: its sender, its receipts, and what its alarms mean.
import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DeadLetters } from '#lib/constructs/dead-letters.ts';
import { DeliveryLane, type LaneProps } from '#lib/constructs/delivery-lane.ts';
import { MailReceipts } from '#lib/constructs/mail-receipts.ts';
import { MailSender } from '#lib/constructs/mail-sender.ts';
import { portalUrl } from '#lib/stage.ts';

export class EmailLane extends Construct {
  readonly sender: MailSender;

  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: LaneProps) {
    super(scope, id);
    const { stage, alarmTopic, receipts } = props;
    this.sender = new MailSender(this, 'Sender', { senderAddress: stage.senderAddress, alarmTopic });
    const lane = new DeliveryLane(this, 'Lane', {
      ...props,
      functionName: 'send-email',
      channel: 'email',
      queueUrlVariable: 'EMAIL_QUEUE_URL',
      batchSize: 10,
      maxConcurrency: 5,
      environment: {
        SENDER_ADDRESS: stage.senderAddress,
        CONFIGURATION_SET: this.sender.configurationSet.configurationSetName,
        PORTAL_URL: portalUrl(stage),
      },
      deadLettersMean:
        'An e-mail about a message was given up by its queue after many attempts: send-email fails. There is a task for it, and the tick tries on: find the delivery by the event dead-letter in the log of note-dead-letters. While the alarm stays on something lies there that is no order, or note-dead-letters fails too.',
      waitingMeans: 'E-mails wait for more than ten minutes. Look at the sending function and at the state of SES.',
      failingMeans:
        'More than three e-mails in an hour, and more than one in twenty, end as failed or unknown: their recipients may not have been told, though the next step of each is tried. Look at the codes of the event delivery in the log of send-email; one code on all of them is SES refusing us.',
      puttingOffMeans:
        "E-mails are put off again and again: they reach people late, and fail after 80 minutes. Look at the codes of the event delivery in the log of send-email: SES's rate, a right, or a domain that is not verified.",
    });
    this.deadLetters = lane.deadLetters;
    this.sender.grantSend(lane.function);
    new MailReceipts(this, 'Receipts', {
      configurationSet: this.sender.configurationSet,
      queue: receipts,
      canary: stage.canary?.mailbox !== undefined,
      alarmTopic,
    });

    const records = this.sender.identity.dkimRecords.map(({ name, value }) => `${name} ${value}`);
    new CfnOutput(this, 'DkimRecords', {
      description: "CNAME records for the sender's domain: without them SES does not send",
      value: records.join(', '),
    }).overrideLogicalId('DkimRecords');
  }
}
