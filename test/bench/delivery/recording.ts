// One message from POST to its receipts, played through the functions on an engine: what the engine is asked to repeat, and its price.
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { aMessage } from '../routes/step.ts';
import { mailReceiptEvent, orderEvent, smsReceiptEvent, streamEvent } from '../world/events.ts';
import { PROVIDER_ID } from '../world/other-services.ts';
import type { Recorded } from '../world/recorder.ts';
import { openWorld } from '../world/world.ts';
import type { MessageRequests } from './engine-rate.ts';

export interface OneMessage extends MessageRequests {
  /** What was sent to AWS at each step of its way. */
  readonly steps: Readonly<Record<StepName, readonly Recorded[]>>;
}
export type StepName = 'take' | 'email' | 'sms' | 'emailReceipt' | 'smsReceipt';

export async function recordOneMessage(): Promise<OneMessage> {
  const world = await openWorld();
  try {
    const made = await world.call('createClient', { body: aClient() });
    const params = { clientId: JSON.parse(made.answer.body).id as string };
    const staff = await world.call('createStaffMember', { params, body: aStaffMember() });
    const take = () => world.call('takeMessage', { params, body: aMessage(JSON.parse(staff.answer.body).id) });
    // The first makes the service's own keys.
    await take();
    const taken = await take();
    const [email, sms] = streamEvent(taken.recorded).orders;
    if (!email || !sms) throw new Error('The message was to go by e-mail and by SMS');
    const played = {
      take: taken,
      email: await world.invoke('send-email', orderEvent(email)),
      sms: await world.invoke('send-sms', orderEvent(sms)),
      emailReceipt: await world.invoke('note-receipts', mailReceiptEvent(email)),
      smsReceipt: await world.invoke('note-receipts', smsReceiptEvent()),
    };
    const steps = Object.fromEntries(
      Object.entries(played).map(([name, { recorded }]) => [name, recorded]),
    ) as OneMessage['steps'];
    return {
      steps,
      exchanges: Object.values(steps).flat(),
      // The row that a receipt finds its SMS by has SNS's id in its key.
      ids: [email.messageId, email.deliveryId, sms.deliveryId, PROVIDER_ID],
      tables: world.tables,
    };
  } finally {
    await world.stop();
  }
}
