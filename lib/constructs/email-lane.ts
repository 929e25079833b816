// The lane of e-mail: its sender, its receipts, and what its alarms mean.
import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DeliveryLane, type LaneProps } from '#lib/constructs/delivery-lane.ts';
import { MailReceipts } from '#lib/constructs/mail-receipts.ts';
import { MailSender } from '#lib/constructs/mail-sender.ts';
import { portalUrl } from '#lib/stage.ts';

export class EmailLane extends Construct {
  constructor(scope: Construct, id: string, props: LaneProps) {
    super(scope, id);
    const { stage, alarmTopic, receipts } = props;
    const sender = new MailSender(this, 'Sender', { senderAddress: stage.senderAddress, alarmTopic });
    const lane = new DeliveryLane(this, 'Lane', {
      ...props,
      functionName: 'send-email',
      channel: 'email',
      queueUrlVariable: 'EMAIL_QUEUE_URL',
      batchSize: 10,
      maxConcurrency: 5,
      environment: {
        SENDER_ADDRESS: stage.senderAddress,
        CONFIGURATION_SET: sender.configurationSet.configurationSetName,
        PORTAL_URL: portalUrl(stage),
      },
      deadLettersMean:
        'An e-mail about a message could not be sent after many attempts. The recipient has not been told: find the delivery by the ids in the dead letter.',
      waitingMeans: 'E-mails wait for more than ten minutes. Look at the sending function and at the state of SES.',
      failingMeans:
        'E-mails end as failed or unknown: their recipients may not have been told. Look at the codes of the event delivery in the log of send-email; one code on all of them is SES refusing us.',
      puttingOffMeans:
        "E-mails are put off again and again: they reach people late, and fail after 80 minutes. Look at the codes of the event delivery in the log of send-email: SES's rate, a right, or a domain that is not verified.",
    });
    sender.grantSend(lane.function);
    new MailReceipts(this, 'Receipts', { configurationSet: sender.configurationSet, queue: receipts, alarmTopic });

    const records = sender.identity.dkimRecords.map(({ name, value }) => `${name} ${value}`);
    new CfnOutput(this, 'DkimRecords', {
      description: "CNAME records for the sender's domain: without them SES does not send",
      value: records.join(', '),
    }).overrideLogicalId('DkimRecords');
  }
}
