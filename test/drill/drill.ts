// The restore drill: a copy of time T is put in service after the table is lost, and everything is looked at by itself.
import type { MessageView } from '#messages/schema.ts';
import type { JournalEntry } from '#restore/app.ts';
import type { House } from '#test/drill/house.ts';
import { openHouse } from '#test/drill/house.ts';
import { linesOf } from '#test/drill/lines.ts';
import { listsOf, lookAt } from '#test/drill/look.ts';
import type { Line } from '#test/drill/outcome.ts';
import { everyItem, restoreFrom } from '#test/drill/restored-table.ts';
import { restoring } from '#test/drill/restoring.ts';
import { lifeGoesOn } from '#test/drill/since.ts';
import { settleIn, type Then } from '#test/drill/then.ts';
import { anHourOfTraffic } from '#test/drill/traffic.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import type { Delivering } from '#test/support/delivering.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import type { Answered } from '#test/support/http-call.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';
import type { World } from '#test/support/started-engine.ts';

export interface DrillResult {
  /** Epoch milliseconds. */
  atMs: number;
  lostAtMs: number;
  lines: Line[];
  journal: JournalEntry[];
}

export interface DrillOptions {
  /** How many of each kind. */
  size: number;
  /** False: the copy is put in service as it is. The drill has to find out. */
  settled?: boolean;
}

export async function runDrill(world: World, { size, settled = true }: DrillOptions): Promise<DrillResult> {
  const outside = { identity: fakeIdentity(new CrashPoints()), evidence: memoryEvidence() };
  const before = openHouse(world, outside);
  const then = await settleIn(before, size);
  const seenThen = await lookAt(before, then);
  const copy = await everyItem(world, world.tables.records);
  const atMs = world.clock.nowMs();

  const since = await lifeGoesOn(before, then);
  const lostAtMs = world.clock.nowMs();

  const restored = await restoreFrom(world, copy);
  const work = restoring(restored, outside.evidence, atMs);
  if (settled) await work.settle();
  const after = openHouse(restored, outside);
  const traffic = await anHourOfTraffic(after, then, ordersAt(seenThen.views));
  return {
    atMs,
    lostAtMs,
    journal: work.journal(),
    lines: linesOf({
      then,
      since,
      seenThen,
      seenNow: await lookAt(after, then),
      records: await everyItem(restored, restored.tables.records),
      journal: work.journal(),
      traffic,
      lists: await readLists(after, then),
      madeAgain: [await inviteLost(after, then, since.addressOfLostUser), ...(await fillPlaces(after, then))],
    }),
  };
}

function ordersAt(seen: Map<string, object | undefined>): Parameters<Delivering['send']>[0][] {
  const messages = [...seen].flatMap(([id, view]) => (id.startsWith('msg_') && view ? [view as MessageView] : []));
  return messages.flatMap(({ clientId, id: messageId, deliveries }) =>
    deliveries.map(({ id: deliveryId, channel }) => ({ channel, order: { clientId, messageId, deliveryId } })),
  );
}

/** @returns how each list was answered. */
async function readLists(house: House, then: Then): Promise<{ route: string; status: number }[]> {
  const answers: { route: string; status: number }[] = [];
  for (const { route, by, call } of listsOf(then))
    answers.push({ route, status: (await house.call(route, { claims: by, ...call })).status });
  return answers;
}

/** A place that was taken after T has a key, and no record: all places that are free have to be. */
async function fillPlaces(house: House, { people, clients, machines }: Then): Promise<number[]> {
  const kept = Object.keys(machines).length - 1;
  const statuses: number[] = [];
  for (let place = kept; place < house.access.machinePlaces.length; place++) {
    const body = { name: 'Växeln', scopes: ['messages.write'], clientIds: [clients.left.id] };
    statuses.push((await house.call('POST /v1/machine-clients', { claims: people.supervisor, body })).status);
  }
  return statuses;
}

/** Somebody who was invited after T has an account, and no record: the same invitation has to go through once more. */
async function inviteLost(house: House, { people, clients }: Then, email: string): Promise<number> {
  const answer: Answered<unknown> = await house.call('POST /v1/clients/{clientId}/users', {
    claims: people.supervisor,
    params: { clientId: clients.left.id },
    body: { email, name: 'Åke Öhman', role: 'clientAdmin' },
  });
  return answer.status;
}
