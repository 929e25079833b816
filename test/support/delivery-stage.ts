// Plays scripts of deliveries: a world with somebody for each plan, what happens there, and what stands at the end.
import { noteReceipt } from '#attention/note-receipt.ts';
import { meaningOf, type ReceiptCode } from '#deliveries/outcomes.ts';
import { pointedDelivery } from '#deliveries/receipt-pointer.ts';
import type { DeliveryOrder } from '#deliveries/schema.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { recordKeys } from '#shared/tables.ts';
import { MENDED } from '#test/support/amending.ts';
import { type Delivering, delivering, later, ordersOf, refused } from '#test/support/delivering.ts';
import {
  answers,
  type Does,
  type Happening,
  type PlanName,
  type Script,
  says,
  waitsMs,
} from '#test/support/delivery-script.ts';
import { type Engine, MONDAY_MORNING_MS } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';
import { runAs } from '#test/support/under-grants.ts';

/** A world with somebody for each plan, in which scripts are played one after the other. */
export interface Stage {
  world: StepsWorld;
  /** @param watch looks at what stands, after each happening. */
  play(script: Script, watch?: (played: Played) => Promise<void>): Promise<Played>;
}

export interface Played {
  message: Taken;
  house: Delivering;
  erased: boolean;
  /** The recipient has read it, or somebody has handled it. */
  known: boolean;
  /** Deliveries of which a receipt was noted that says so. */
  told: Set<string>;
}

export async function openStage(engine: Engine): Promise<Stage> {
  const world = await stepsWorld(engine);
  const channels = ['email' as const];
  const gone = await world.somebody();
  const staff: Record<Exclude<PlanName, 'inbox'>, string> = {
    planned: await world.planned(),
    withoutWishes: await world.somebody({ normal: [], urgent: [] }),
    goneColleague: await world.somebody({
      normal: [{ channels: ['sms'] }, { channels, to: { staffId: gone } }, { channels, to: { staffId: world.bo } }],
    }),
    smsThenMail: await world.somebody({ normal: [{ channels: ['sms'] }, { channels }], urgent: [] }),
  };
  await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
    claims: world.supervisor,
    params: { clientId: world.clientId, staffId: gone },
  });
  const readers = Object.fromEntries(
    await Promise.all(
      Object.values(staff).map(async (id) => [id, await portalPerson(world, world.clientId, 'staffMember', id)]),
    ),
  ) as Record<string, Claims>;

  return {
    world,
    async play({ plan, copy, urgent, happenings, late }, watch) {
      await forgetSuppressed(world, Object.values(staff));
      world.clock.moveTo(MONDAY_MORNING_MS);
      const house = delivering(world, { capPerClientAndDay: 1_000_000 });
      const staffId = plan === 'inbox' ? undefined : staff[plan];
      const copyTo = copy ? [plan === 'smsThenMail' ? staff.planned : staff.smsThenMail] : [];
      const message = await world.takeFor(staffId, { copyTo, urgency: urgent ? 'urgent' : 'normal' });
      const played: Played = { message, house, erased: false, known: false, told: new Set() };
      const people: People = { reader: staffId ? readers[staffId] : undefined, staff: Object.values(staff) };
      const all = async (some: readonly Happening[]) => {
        for (const one of some) {
          await happen(world, played, one, people);
          await watch?.(played);
        }
        await comeToRest(world, house);
        await watch?.(played);
      };
      await all(happenings);
      await all(late);
      return played;
    },
  };
}

interface People {
  reader: Claims | undefined;
  staff: readonly string[];
}

/** What one script was told of addresses is not for the next. */
async function forgetSuppressed({ app, clientId, bo }: StepsWorld, staff: readonly string[]) {
  const owners = [...staff, bo, clientId];
  await app.db.commit(
    owners.map((owner) => ({ table: 'records' as const, delete: recordKeys.suppression(clientId, owner) })),
  );
}

type Handed = Delivering['handed'][number];

/** The queue has brought it often enough: one of an SMS to which nothing points is dropped. */
async function note(
  { app, clock }: StepsWorld,
  { told, message }: Played,
  { channel, deliveryId }: Handed,
  saying: number,
) {
  const providerId = `provider-${deliveryId}`;
  const code = says[channel][saying] as ReceiptCode;
  const isMail = channel === 'email';
  const isKnown = isMail || (await pointedDelivery(app, providerId)) !== undefined;
  if (isKnown && meaningOf(code).means === 'delivered') told.add(deliveryId);
  const delivery = isMail ? { delivery: { messageId: message.id, deliveryId } } : {};
  await runAs('note-receipts', () => noteReceipt(app, { code, providerId, atMs: clock.nowMs(), ...delivery }, 9));
}

async function happen(
  world: StepsWorld,
  played: Played,
  { does, which, says: saying }: Happening,
  { reader, staff }: People,
) {
  const { house, message } = played;
  const first = ordersOf(message);
  const order = first[which % first.length] as ChannelOrder;
  const send = (one: ChannelOrder) => house.send(one).catch(() => {});
  const mark = (claims: Claims, edit: object) =>
    world.call(`PATCH ${MESSAGE}`, {
      claims,
      params: { clientId: message.clientId, messageId: message.id },
      body: edit,
    });
  const amend = async (route: string, body: object) => {
    const params = { clientId: message.clientId, messageId: message.id };
    const { status } = await world.call(`POST ${MESSAGE}/${route}`, { claims: world.operator, params, body });
    if (status >= 500) throw new Error(`${route} was answered with ${status}`);
  };
  const somebody = [...staff, world.bo, null][which % (staff.length + 2)];
  /** Of what a provider may have taken, the last of those that were made, mostly. */
  const receipt = async () => {
    const made = (await whatStands(world, played)).ids;
    const taken = house.handed
      .filter(({ answer }) => answer !== later && answer !== refused)
      .sort((one, other) => made.indexOf(one.deliveryId) - made.indexOf(other.deliveryId));
    const one = taken.at(-1 - (which % Math.max(1, taken.length)));
    if (one) await note(world, played, one, saying);
  };
  const byName: Record<Does, () => unknown> = {
    order: () => send(order),
    twice: () => Promise.all([send(order), send(order)]),
    tick: () => house.tick(),
    twoTicks: () => Promise.all([house.tick(), house.tick()]),
    published: () => Promise.all(house.orders.splice(0).map(send)),
    wait: () => world.clock.advance(waitsMs[which] as number),
    answer: () => house.answers.push(answers[which] as (typeof answers)[number]),
    receipt,
    receiptTwice: () => Promise.all([receipt(), receipt()]),
    atOnce: () => Promise.all([house.tick(), receipt(), send(order)]),
    receiptMeanwhile: () => {
      house.meanwhile = async () => {
        house.meanwhile = async () => {};
        await receipt();
      };
    },
    correct: () => amend('corrections', MENDED),
    forward: () => amend('deliveries', { staffId: somebody }),
    redirect: () => amend('misdirected', { staffId: somebody }),
    topic: () => {
      house.topicDown = !house.topicDown;
    },
    erase: async () => {
      played.erased = true;
      await world.erase(message);
    },
    read: async () => {
      if (!reader || played.erased) return;
      played.known = true;
      await mark(reader, { read: true });
    },
    handle: async () => {
      if (played.erased) return;
      played.known = true;
      await mark(world.operator, { handled: true });
    },
  };
  await byName[does]();
}

/** Time goes on and everything works again. */
async function comeToRest(world: StepsWorld, house: Delivering) {
  house.topicDown = false;
  house.answers.length = 0;
  house.meanwhile = async () => {};
  for (let turn = 0; turn < 20; turn++) {
    world.clock.advance(3_600_000);
    const count = await house.tick();
    if (count === 0 && house.orders.length === 0) return;
    await Promise.all(house.orders.splice(0).map((order) => house.send(order)));
  }
  throw new Error('It never comes to rest');
}

/** What stands of a message: its deliveries, and the tasks of their tracks. */
export async function whatStands({ app }: StepsWorld, { message }: Played) {
  const read = { table: 'records' as const, key: recordKeys.message(message.clientId, message.id) };
  const item = (await app.db.read([read])).get(read);
  const ids = (item?.deliveryIds ?? message.deliveries.map(({ id }) => id)) as DeliveryOrder['deliveryId'][];
  const deliveries = ids.map((id) => ({ table: 'records' as const, key: recordKeys.delivery(message.id, id) }));
  const tasks = ids.map((id) => ({ table: 'records' as const, key: recordKeys.task(id.replace('dlv_', 'tsk_')) }));
  const found = await app.db.read([...deliveries, ...tasks]);
  const all = (reads: typeof deliveries) => reads.map((one) => found.get(one)).filter((one) => one !== undefined);
  return { message: item, ids, deliveries: all(deliveries), tasks: all(tasks) };
}
