// Somebody who wants to be forgotten by a client, through the runner: asked for, instructed, and as far as what only people can change.
import { expect } from 'vitest';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { made } from '#test/support/http-world.ts';

const stepper = (world: BrowserWorld, requestId: string, token: string) => (step: object) =>
  made(world.call('POST', world.path(`/subject-requests/${requestId}/steps`), { body: step, token }), 200);

/** Of Eva Ek, who is in a message and in a notice to the operators; the client has said yes. @returns the request. */
export async function aWishToBeForgotten(world: BrowserWorld): Promise<string> {
  const caller = { name: 'Eva Ek', phone: '070-174 06 30' };
  await made(world.take({ caller, staffId: world.anna.id, matter: 'Kaklet kommer.' }));
  await made(world.call('POST', world.path('/answering/notices'), { body: { text: 'Eva Ek hämtar nycklarna.' } }));
  const token = await world.runner.userToken(world.admin);
  const who = { names: [caller.name], phones: [caller.phone] };
  const body = { kind: 'erasure', who, text: 'Radera mig.' };
  const { id } = await made(world.call('POST', world.path('/subject-requests'), { body, token }));
  const step = stepper(world, id, token);
  await step({ step: 'instruct', decision: 'carryOut', text: null });
  await step({ step: 'identify', method: 'calledBack', note: null });
  return id;
}

/** The notice is left: it is no record of hers. */
export async function anErasureByHand(world: BrowserWorld): Promise<void> {
  const requestId = await aWishToBeForgotten(world);
  const token = await world.privacyOfficer();
  await stepper(world, requestId, token)({ step: 'prepare' });
  const request = world.path(`/subject-requests/${requestId}`);
  const decided = { where: { decision: 'undecided' }, set: { decision: 'include' } };
  const decide = async () => (await world.call('PATCH', `${request}/findings`, { body: decided, token })).status;
  await expect.poll(decide, { timeout: 10_000 }).toBe(200);
  const wanted = { what: 'person', requestId, why: 'subjectRequest' };
  const { id } = await made(world.call('POST', world.path('/erasures'), { body: wanted, token }));
  const erasure = world.path(`/erasures/${id}`);
  const state = async () => (await world.call('GET', erasure, { token })).body.state;
  await expect.poll(state, { timeout: 10_000 }).toBe('asked');
  await made(world.call('POST', `${erasure}/confirmation`, { body: {}, token }), 200);
  await expect.poll(state, { timeout: 10_000 }).toBe('byHand');
}
