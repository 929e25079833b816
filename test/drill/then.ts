// The world as it is at the time T: clients, staff, users, machine clients, and messages in every state of delivery.
import type { Client } from '#clients/schema.ts';
import type { MessageView } from '#messages/schema.ts';
import type { StaffMember } from '#staff/schema.ts';
import type { House } from '#test/drill/house.ts';
import { connectMachine, employ, inviteUser, letServiceIn, type People, setUpClient } from '#test/drill/people.ts';
import { aMessage } from '#test/support/builders/messages.ts';
import { later, ordersOf, refused, silent } from '#test/support/delivering.ts';
import type { Claims } from '#test/support/http-call.ts';

/** What becomes of a message after T. */
const fates = ['left', 'erased', 'erasedUntold', 'noteChanged', 'handled', 'sentOn'] as const;
type Fate = (typeof fates)[number];

/** How far its deliveries are at T. */
const stages = ['held', 'queued', 'sending', 'retrying', 'accepted', 'failed', 'unknown'] as const;
type Stage = (typeof stages)[number];

export interface TakenMessage {
  clientId: string;
  id: string;
  fate: Fate | 'expired';
}

/** By what becomes of them after T. */
export interface Then {
  people: People;
  clients: { left: Client; changed: Client; brief: Client };
  staff: Record<'left' | 'quiet' | 'changed' | 'erased' | 'erasedUntold' | 'absent', StaffMember[]>;
  users: Record<
    'admin' | 'person' | 'promoted' | 'ended' | 'endedUntold' | 'elsewhere',
    { id: string; claims: Claims }
  >;
  machines: Record<'left' | 'deleted', Awaited<ReturnType<typeof connectMachine>>>;
  messages: TakenMessage[];
}

export async function settleIn(house: House, size: number): Promise<Then> {
  const people = await letServiceIn(house);
  const left = await setUpClient(house, people, 1, { months: 6 });
  const changed = await setUpClient(house, people, 2, { months: 6 });
  const brief = await setUpClient(house, people, 3, { days: 1 });
  const some = (changes = {}) =>
    Promise.all(
      [left, changed].flatMap(({ id }) => Array.from({ length: size }, () => employ(house, people, id, changes))),
    );
  const quietHours = { from: '08:00', until: '18:00' };
  const staff: Then['staff'] = {
    left: await some(),
    quiet: await some({ delivery: { normal: [{ channels: ['email', 'sms'] }], quietHours } }),
    changed: await some(),
    erased: await some(),
    erasedUntold: await some(),
    absent: await some(),
  };
  const invite = (email: string, clientId = left.id, staffId?: string) =>
    inviteUser(house, people, clientId, {
      email: `${email}@nordvik.example`,
      role: staffId ? 'staffMember' : 'clientAdmin',
      ...(staffId && { staffId }),
    });
  const users: Then['users'] = {
    admin: await invite('admin'),
    person: await invite('person', left.id, staff.left[0]?.id),
    promoted: await invite('promoted', left.id, staff.left[0]?.id),
    ended: await invite('ended'),
    endedUntold: await invite('ended-untold'),
    elsewhere: await invite('elsewhere'),
  };
  await invite('elsewhere', changed.id);
  const machines = {
    left: await connectMachine(house, people, [left.id]),
    deleted: await connectMachine(house, people, [left.id]),
  };
  return {
    people,
    clients: { left, changed, brief },
    staff,
    users,
    machines,
    messages: await takeMessages(house, people, { left, changed, brief }, staff, size),
  };
}

async function takeMessages(
  house: House,
  people: People,
  clients: Then['clients'],
  staff: Then['staff'],
  size: number,
): Promise<TakenMessage[]> {
  const messages: TakenMessage[] = [];
  for (const { id: clientId } of [clients.left, clients.changed])
    for (const stage of stages)
      for (const fate of fates)
        for (let n = 0; n < size; n++) {
          const among = staff[stage === 'held' ? 'quiet' : n % 2 === 0 ? 'left' : 'erased'];
          const staffId = among.filter((one) => one.clientId === clientId)[n]?.id;
          const message = await takeOne(house, people, clientId, staffId ? { staffId } : {});
          await bringTo(house, message, stage);
          if (fate === 'noteChanged') await noteOn(house, people, message, 'Ringer igen i morgon.');
          messages.push({ clientId, id: message.id, fate });
        }
  for (let n = 0; n < size * 3; n++) {
    const message = await takeOne(house, people, clients.brief.id);
    messages.push({ clientId: clients.brief.id, id: message.id, fate: 'expired' });
  }
  return messages;
}

export const takeOne = (house: House, { operator }: People, clientId: string, changes = {}) =>
  house.ask<MessageView>('POST /v1/clients/{clientId}/messages', {
    claims: operator,
    params: { clientId },
    body: aMessage(changes),
  });

export const noteOn = (
  house: House,
  { operator }: People,
  { clientId, id }: TakenMessage | MessageView,
  note: string,
) =>
  house.ask('PATCH /v1/clients/{clientId}/messages/{messageId}', {
    claims: operator,
    params: { clientId, messageId: id },
    body: { note },
  });

/** `held` is by the recipient's quiet hours, `queued` by leaving it. */
async function bringTo({ sending }: House, message: MessageView, stage: Stage): Promise<void> {
  if (stage === 'held' || stage === 'queued') return;
  const answer = { sending: new Error('It died in mid-send'), retrying: later, failed: refused, unknown: silent };
  for (const order of ordersOf(message)) {
    if (stage !== 'accepted') sending.answers.push(answer[stage]);
    try {
      await sending.send(order);
    } catch (error) {
      if (stage !== 'sending') throw error;
    }
  }
}
