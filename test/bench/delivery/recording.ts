// One message from POST to accepted, played through the functions on an engine: its requests are what the engine is asked to repeat.
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { aMessage } from '../routes/step.ts';
import { orderEvent, streamEvent } from '../world/events.ts';
import { openWorld } from '../world/world.ts';
import type { MessageRequests } from './engine-rate.ts';

export async function recordOneMessage(): Promise<MessageRequests> {
  const world = await openWorld();
  try {
    const made = await world.call('createClient', { body: aClient() });
    const params = { clientId: JSON.parse(made.answer.body).id as string };
    const staff = await world.call('createStaffMember', { params, body: aStaffMember() });
    const taken = await world.call('takeMessage', { params, body: aMessage(JSON.parse(staff.answer.body).id) });
    const { orders } = streamEvent(taken.recorded);
    const [email, sms] = orders;
    if (!email || !sms) throw new Error('The message was to go by e-mail and by SMS');
    const mailed = await world.invoke('send-email', orderEvent(email));
    const texted = await world.invoke('send-sms', orderEvent(sms));
    return {
      exchanges: [...taken.recorded, ...mailed.recorded, ...texted.recorded],
      ids: [email.messageId, email.deliveryId, sms.deliveryId],
      tables: world.tables,
    };
  } finally {
    await world.stop();
  }
}
