// How each function is driven: one event, played once on a real engine, and what it sent to AWS while it answered.

import type { FunctionName } from '#lib/functions.ts';
import type { HttpAnswer, HttpEvent } from '#shared/http-event.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { aMessage } from '../routes/step.ts';
import { functionEnvironment } from '../world/environment.ts';
import { cognitoEvent, orderEvent, streamEvent, tickEvent } from '../world/events.ts';
import type { Recorded } from '../world/recorder.ts';
import { membership } from '../world/supervisor.ts';
import { openWorld, type Played, type World } from '../world/world.ts';
import type { ChainCall } from './chain-loop.ts';

interface Drive {
  readonly name: FunctionName;
  readonly event: unknown;
  readonly exchanges: readonly Recorded[];
  /** For the printout: what the event is, and what it sends to AWS. */
  readonly what: string;
  readonly sends: string;
}

interface Drives {
  readonly environment: Readonly<Record<string, string>>;
  readonly driven: readonly Drive[];
  readonly apiCalls: readonly ChainCall[];
}

export async function drives(): Promise<Drives> {
  const world = await openWorld();
  try {
    return { environment: functionEnvironment(world.tables), ...(await play(world)) };
  } finally {
    await world.stop();
  }
}

async function play(world: World): Promise<Omit<Drives, 'environment'>> {
  const idOf = (played: Played<HttpAnswer>): string => JSON.parse(played.answer.body).id;
  const clientId = idOf(await world.call('createClient', { body: aClient() }));
  const params = { clientId };
  const staffId = idOf(await world.call('createStaffMember', { params, body: aStaffMember() }));
  const take = () => world.call('takeMessage', { params, body: aMessage(staffId) });
  const taken = await take();
  const messageId = idOf(taken);

  const readStaff = () => world.call('readStaffMember', { params: { ...params, staffId } });
  const getMessage = () => world.call('getMessage', { params: { ...params, messageId } });
  const listOperators = () => world.call('listOperators', {});
  const health = () => world.call('readHealth', {});
  const calls = {
    directory: await again(readStaff),
    access: await again(listOperators),
    messages: await again(getMessage),
    take: await again(take),
    public: await again(health),
  };
  const inserted = streamEvent(taken.recorded);
  const [email, sms] = inserted.orders;
  if (!email || !sms) throw new Error('The message was to go by e-mail and by SMS');

  const driven: Drive[] = [
    drive('directory', 'readStaffMember', calls.directory),
    drive('access', 'listOperators', calls.access),
    drive('messages', 'getMessage', calls.messages),
    drive('messages', 'takeMessage', calls.take),
    drive('public', 'readHealth', calls.public),
    drive('dispatch-deliveries', 'one inserted delivery', await world.invoke('dispatch-deliveries', inserted.event)),
    drive('send-email', 'one order', await world.invoke('send-email', orderEvent(email))),
    drive('send-sms', 'one order', await world.invoke('send-sms', orderEvent(sms))),
    drive('tick', 'nothing due', await world.invoke('tick', tickEvent)),
    drive('add-token-claims', 'a token for a supervisor', await world.invoke('add-token-claims', cognitoEvent)),
  ];
  const apiCalls = [
    chainCall('takeMessage', calls.take),
    chainCall('getMessage', calls.messages),
    chainCall('readStaffMember', calls.directory),
    chainCall('listOperators', calls.access),
    chainCall('readHealth', calls.public),
  ];
  return { driven, apiCalls };
}

/** The second time: the service's own keys have been read by then. */
async function again(call: () => Promise<Played<HttpAnswer>>): Promise<Played<HttpAnswer>> {
  await call();
  return call();
}

function drive(name: FunctionName, what: string, { event, recorded }: Played<unknown>): Drive {
  const sends = recorded.map(({ operation }) => operation).join(', ') || 'nothing';
  return { name, what, event, exchanges: recorded, sends };
}

const chainCall = (routeId: string, { event, answer }: Played<HttpAnswer>): ChainCall => ({
  routeId,
  event: event as HttpEvent,
  answer,
  membership,
});
