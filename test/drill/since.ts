// What happens between T and the loss: things are sent, changed, erased by hand and swept, and new things come.
import type { MessageView } from '#messages/schema.ts';
import type { House } from '#test/drill/house.ts';
import { connectMachine, employ, inviteUser } from '#test/drill/people.ts';
import { noteOn, type TakenMessage, type Then, takeOne } from '#test/drill/then.ts';
import { ordersOf } from '#test/support/delivering.ts';

const DAY_MS = 24 * 3_600_000;

/** What is lost with the table. */
export interface Since {
  messages: MessageView[];
  addressOfLostUser: string;
}

export async function lifeGoesOn(house: House, then: Then): Promise<Since> {
  const { people, clients, messages } = then;
  const of = (fate: TakenMessage['fate']) => messages.filter((message) => message.fate === fate);
  house.world.clock.advance(DAY_MS / 24);
  for (const message of of('noteChanged')) await noteOn(house, people, message, 'Har ringt.');
  for (const message of of('handled')) await patch(house, then, message, { handled: true });
  for (const message of of('sentOn'))
    for (const order of ordersOf(await view(house, then, message))) await house.sending.send(order);
  for (const message of of('erased')) await erase(house, then, message);
  await changePeople(house, then);

  const since: Since = { messages: [], addressOfLostUser: 'sen@nordvik.example' };
  await inviteUser(house, people, clients.left.id, { email: since.addressOfLostUser, role: 'clientAdmin' });
  const late = await employ(house, people, clients.left.id);
  for (const changes of [{}, { staffId: late.id }])
    since.messages.push(await takeOne(house, people, clients.left.id, changes));

  // What is over by then is swept, and what was erased by hand is told to the evidence.
  house.world.clock.advance(2 * DAY_MS);
  await house.sweep();

  // In the last quarter of an hour nobody is told.
  house.world.clock.advance(DAY_MS / 24 / 6);
  for (const message of of('erasedUntold')) await erase(house, then, message);
  for (const { clientId, id } of then.staff.erasedUntold) await eraseStaff(house, then, clientId, id);
  await withdraw(house, then, then.users.endedUntold.id);
  return since;
}

async function changePeople(house: House, then: Then): Promise<void> {
  const { people, clients, staff, users, machines } = then;
  const claims = people.supervisor;
  for (const { clientId, id: staffId } of staff.changed) {
    const params = { clientId, staffId };
    const { etag: ifMatch } = await house.call('GET /v1/clients/{clientId}/staff/{staffId}', { claims, params });
    const body = { name: 'Nytt Namn' };
    await house.ask('PATCH /v1/clients/{clientId}/staff/{staffId}', { claims, params, body, ifMatch });
  }
  for (const { clientId, id: staffId } of staff.absent) {
    const until = new Date(house.world.clock.nowMs() + DAY_MS).toISOString();
    await house.ask('PUT /v1/clients/{clientId}/staff/{staffId}/absence', {
      claims,
      params: { clientId, staffId },
      body: { reason: 'holiday', until },
    });
  }
  for (const { clientId, id } of staff.erased) await eraseStaff(house, then, clientId, id);

  const params = { clientId: clients.changed.id };
  const { etag: ifMatch } = await house.call('GET /v1/clients/{clientId}', { claims, params });
  const body = { town: 'Kramfors', retention: { days: 30 }, retentionAppliesTo: 'all' };
  await house.ask('PATCH /v1/clients/{clientId}', { claims, params, body, ifMatch });

  const ofPromoted = { clientId: clients.left.id, userId: users.promoted.id };
  const role = { claims, params: ofPromoted, ifMatch: '"1"', body: { role: 'clientAdmin' } };
  await house.ask('PATCH /v1/clients/{clientId}/users/{userId}', role);
  await withdraw(house, then, users.ended.id);
  await withdraw(house, then, users.elsewhere.id);

  const { machineId } = machines.deleted;
  await house.ask('DELETE /v1/machine-clients/{machineId}', { claims, params: { machineId } });
  // Another takes the place.
  await connectMachine(house, people, [clients.left.id]);
}

const ofMessage = ({ people }: Then, { clientId, id }: TakenMessage) => ({
  claims: people.supervisor,
  params: { clientId, messageId: id },
});

const view = (house: House, then: Then, message: TakenMessage) =>
  house.ask<MessageView>('GET /v1/clients/{clientId}/messages/{messageId}', ofMessage(then, message));

const patch = (house: House, then: Then, message: TakenMessage, body: object) =>
  house.ask('PATCH /v1/clients/{clientId}/messages/{messageId}', { ...ofMessage(then, message), body });

const erase = (house: House, then: Then, message: TakenMessage) =>
  house.ask('DELETE /v1/clients/{clientId}/messages/{messageId}', ofMessage(then, message));

const eraseStaff = (house: House, { people }: Then, clientId: string, staffId: string) =>
  house.ask('DELETE /v1/clients/{clientId}/staff/{staffId}', {
    claims: people.supervisor,
    params: { clientId, staffId },
  });

const withdraw = (house: House, { people, clients }: Then, userId: string) =>
  house.ask('DELETE /v1/clients/{clientId}/users/{userId}', {
    claims: people.supervisor,
    params: { clientId: clients.left.id, userId },
  });
