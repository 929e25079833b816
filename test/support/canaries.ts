// A life of six months for a message and a person, with a canary in every personal field and an adversary who looks on.
import { noteReceipt } from '#attention/note-receipt.ts';
import { toReceipt } from '#deliveries/receipts.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import type { Adversary } from '#test/support/adversary.ts';
import { delivering, later, ordersOf, refused } from '#test/support/delivering.ts';
import { COLLECTION, MESSAGE, type MessagesWorld, type Taken } from '#test/support/messages-world.ts';

const HOUR_MS = 3_600_000;
export const STAFF = '/v1/clients/{clientId}/staff/{staffId}';

/** One in every personal field of a message. */
export const ofMessage = {
  name: 'Kanarie Uppringare',
  company: 'Kanariebolaget',
  phone: '+46701740671',
  secondPhone: 'slutar på 4711',
  email: 'uppringare@kanarie.example',
  matter: 'Kanariefågeln på Storgatan har rymt åter',
  note: 'Kanarieanteckning nummer ett',
  secondNote: 'Kanarieanteckning nummer två',
};
/** And of a staff member; the second of each is what it was corrected to. */
export const ofStaff = {
  name: 'Kanarie Anställd',
  secondName: 'Kanarie Omdöpt',
  title: 'Kanarieskötare',
  secondTitle: 'Papegojskötare',
  email: 'anstalld@kanarie.example',
  secondEmail: 'omdopt@kanarie.example',
  phone: '+46701740672',
  answerNote: 'Kanarien är på semester',
  absenceNote: 'Kanarien är hos veterinären',
};
interface Lived {
  clientId: string;
  staffId: string;
  message: Taken;
}

/** What happens to a message and to a person in six months, with the adversary looking on at every step. */
export async function liveWithCanaries(world: MessagesWorld, adversary: Adversary): Promise<Lived> {
  const { supervisor, operator } = world;
  const house = delivering(world);
  const clientId = (await world.aClient()).body.id;
  const { name, title, email, phone, answerNote } = ofStaff;
  const made = await world.aStaffMember(clientId, {
    name,
    title,
    answerNote,
    emails: [{ label: 'Arbete', address: email }],
    phones: [{ label: 'Mobil', number: phone }],
  });
  const staffId = made.body.id;
  await adversary.look();
  const message = (
    await world.take(clientId, {
      staffId,
      caller: {
        name: ofMessage.name,
        company: ofMessage.company,
        phone: ofMessage.phone,
        secondPhone: ofMessage.secondPhone,
        email: ofMessage.email,
      },
      matter: ofMessage.matter,
    })
  ).body;
  await adversary.look();

  const [first, second] = ordersOf(message) as [ChannelOrder, ChannelOrder];
  house.answers.push(later, refused);
  for (const order of [first, second, first]) {
    adversary.keep(order);
    await house.send(order);
    await adversary.look();
    world.clock.advance(10_000);
  }
  const receipt = {
    event: 'Bounce',
    message: [first.order.messageId],
    delivery: [first.order.deliveryId],
    providerId: `provider-${first.order.deliveryId}`,
    at: new Date(world.clock.nowMs()).toISOString(),
    type: 'Permanent',
    subType: 'NoEmail',
  };
  adversary.keep(receipt);
  await noteReceipt(world.app, toReceipt(receipt), 1);
  await adversary.look();
  const ofThis = { claims: operator, params: { clientId, messageId: message.id } };
  for (const note of [ofMessage.note, ofMessage.secondNote]) {
    await world.call(`PATCH ${MESSAGE}`, { ...ofThis, body: { note, read: true } });
    await adversary.look();
  }
  await world.call(`GET ${COLLECTION}`, { claims: supervisor, params: { clientId }, query: { staffId } });
  await world.call(`PATCH ${MESSAGE}`, { ...ofThis, body: { matter: ofMessage.matter } });

  const person = { claims: supervisor, params: { clientId, staffId } };
  await world.directory(`PUT ${STAFF}/absence`, {
    ...person,
    body: { reason: 'other', note: ofStaff.absenceNote, until: new Date(world.clock.nowMs() + HOUR_MS).toISOString() },
  });
  await adversary.look();
  await world.directory(`PATCH ${STAFF}`, {
    ...person,
    ifMatch: '"2"',
    body: {
      name: ofStaff.secondName,
      title: ofStaff.secondTitle,
      emails: [{ label: 'Arbete', address: ofStaff.secondEmail }],
    },
  });
  await adversary.look();
  return { clientId, staffId, message };
}
