// A message on its whole way, process by process, as AWS would start them: what is not done comes again, until all is at rest.
import { noteDeadLetter } from '#attention/note-dead-letter.ts';
import { noteReceipt } from '#attention/note-receipt.ts';
import { dispatchDeliveries, type StreamChange } from '#deliveries/dispatch-deliveries.ts';
import type { ReceiptCode } from '#deliveries/outcomes.ts';
import type { Receipt } from '#deliveries/receipts.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import type { Item } from '#shared/found.ts';
import { eachMessage, type QueuePatience, type QueueResult } from '#shared/queue-batch.ts';
import type { BrokenCalls } from '#test/support/broken-calls.ts';
import { type Delivering, delivering, later } from '#test/support/delivering.ts';
import { MONDAY_MORNING_MS } from '#test/support/engine.ts';
import type { Answered } from '#test/support/http-call.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import type { StepsWorld } from '#test/support/steps-world.ts';
import { runAs } from '#test/support/under-grants.ts';

const MINUTE_MS = 60_000;
const VISIBILITY_MS = 90_000;
const LONGEST_MINUTES = 240;
/** Each receipt comes twice. */
const RECEIPT_AFTER_MS = [30_000, 5 * MINUTE_MS];

/** A request of the API; its caller asks again with the same Idempotency-Key until it is answered. */
export type Ask = (world: StepsWorld, message: Taken | undefined) => Promise<Answered<Taken>>;

export interface Itinerary {
  /** Makes the message. */
  take: Ask;
  /** What else is asked for, and in which minute. */
  asks?: readonly { name: string; minute: number; ask: Ask }[];
  answerTo?: Delivering['answerTo'];
  /** What the provider tells afterwards of what it was given, and after how many minutes. */
  receipts?: (channel: string, to: string, nth: number) => readonly { code: ReceiptCode; minute?: number }[];
  /** The first orders never come to their senders. */
  deadLetters?: boolean;
}

interface InQueue {
  name: string;
  body: object;
  work(timesReceived: number): Promise<QueueResult>;
  visibleAtMs: number;
  times: number;
}

export class Journey {
  readonly house: Delivering;
  message: Taken | undefined;
  /** Called after each process. */
  watch: () => Promise<void> = async () => {};
  readonly #world: StepsWorld;
  readonly #calls: BrokenCalls;
  readonly #itinerary: Itinerary;
  readonly #queued: InQueue[] = [];
  readonly #dispatched = new Set<string>();
  readonly #receipts: (() => void)[] = [];
  #handed = 0;
  #seen: { writes: number; byKind: Map<unknown, Item[]> } | undefined;

  constructor(world: StepsWorld, calls: BrokenCalls, itinerary: Itinerary) {
    this.#world = world;
    this.#calls = calls;
    this.#itinerary = itinerary;
    this.house = delivering(world, {}, calls);
    if (itinerary.answerTo) this.house.answerTo = itinerary.answerTo;
  }

  /** Everything, until nothing waits any more. */
  async run(): Promise<void> {
    const { take, asks = [] } = this.#itinerary;
    this.#world.clock.moveTo(MONDAY_MORNING_MS);
    this.message = await this.#ask('take', take);
    const lastMinute = Math.max(0, ...asks.map(({ minute }) => minute));
    for (let minute = 0; minute < LONGEST_MINUTES; minute++) {
      for (const one of asks.filter((other) => other.minute === minute)) await this.#ask(one.name, one.ask);
      await this.#stream();
      await this.#carryOutQueued();
      this.#world.clock.advance(MINUTE_MS);
      await this.#process('tick', () => this.house.tick());
      if (minute >= lastMinute && (await this.#isAtRest())) return;
    }
    const left = [
      (await this.records('delivery')).map(({ state, duePk, attempts }) => [state, duePk, attempts]),
      this.#queued,
    ];
    throw new Error(`It never comes to rest: ${JSON.stringify(left)}`);
  }

  /** All receipts once more. */
  async repeatReceipts(): Promise<void> {
    for (const again of this.#receipts.splice(0)) again();
    for (let minute = 0; minute < 10; minute++) {
      await this.#carryOutQueued();
      this.#world.clock.advance(MINUTE_MS);
    }
  }

  async records(kind: string): Promise<readonly Item[]> {
    const { writes } = this.#calls;
    if (this.#seen?.writes !== writes) {
      const byKind = Map.groupBy(await rawItems(this.#world, 'records'), (item) => item.kind);
      this.#seen = { writes, byKind };
    }
    return this.#seen.byKind.get(kind) ?? [];
  }

  async #isAtRest(): Promise<boolean> {
    const deliveries = await this.records('delivery');
    const isDue = deliveries.some(({ duePk }) => duePk !== undefined);
    return !isDue && this.#queued.length === 0 && deliveries.every(({ sk }) => this.#dispatched.has(sk as string));
  }

  async #process<T>(name: string, act: () => Promise<T>): Promise<{ value: T } | undefined> {
    const done = await this.#calls.process(name, act);
    for (const order of this.house.orders.splice(0)) this.#order(order);
    for (const one of this.house.handed.slice(this.#handed)) if (one.answer !== later) this.#expectReceipts(one);
    this.#handed = this.house.handed.length;
    if (this.#calls.writes !== this.#seen?.writes) await this.watch();
    return done;
  }

  async #ask(name: string, ask: Ask): Promise<Taken> {
    for (let time = 0; time < 5; time++) {
      const done = await this.#process(name, () => ask(this.#world, this.message));
      if (done?.value.status === 201) return done.value.body;
      if (done && done.value.status < 500) throw new Error(`${name}: ${JSON.stringify(done.value.body)}`);
    }
    throw new Error(`${name} is never answered`);
  }

  /** One shard: a batch comes again until all of it is done. */
  async #stream(): Promise<void> {
    const images = [...(await this.records('message')), ...(await this.records('delivery'))];
    const changes = images
      .filter(({ sk }) => !this.#dispatched.has(sk as string))
      .map(
        (image): StreamChange => ({
          eventName: 'INSERT',
          sequenceNumber: image.sk as string,
          image: image as unknown as StreamChange['image'],
        }),
      );
    if (changes.length === 0) return;
    const done = await this.#process('dispatch-deliveries', () => dispatchDeliveries(this.house.topics, changes));
    const out = done ? changes.slice(0, done.value[0] ?? changes.length) : [];
    for (const { image } of out) this.#dispatched.add(image.sk);
    if (out.length < changes.length) await this.#stream();
  }

  #order({ channel, order }: ChannelOrder): void {
    if (this.#itinerary.deadLetters && this.#world.clock.nowMs() === MONDAY_MORNING_MS)
      this.#enqueue('note-dead-letters', order, async () => {
        await runAs('note-dead-letters', () => noteDeadLetter(this.#world.app, order));
        return {};
      });
    else this.#enqueue(`send-${channel}`, order, () => this.house.send({ channel, order }));
  }

  #expectReceipts({ channel, deliveryId, to }: Delivering['handed'][number]): void {
    const nth = this.house.handed.findIndex((one) => one.deliveryId === deliveryId);
    for (const { code, minute = 0 } of this.#itinerary.receipts?.(channel, to, nth) ?? []) {
      const messageId = this.message?.id ?? '';
      const receipt: Receipt = {
        code,
        providerId: `provider-${deliveryId}`,
        atMs: this.#world.clock.nowMs() + 1_000,
        ...(channel === 'email' && { delivery: { messageId, deliveryId } }),
      };
      const enqueue = (afterMs: number) =>
        this.#enqueue(
          'note-receipts',
          receipt,
          (times) => runAs('note-receipts', () => noteReceipt(this.#world.app, receipt, times)),
          afterMs,
        );
      for (const afterMs of RECEIPT_AFTER_MS) enqueue(afterMs + minute * MINUTE_MS);
      this.#receipts.push(() => enqueue(0));
    }
  }

  #enqueue(name: string, body: object, work: InQueue['work'], afterMs = 0): void {
    this.#queued.push({ name, body, work, visibleAtMs: this.#world.clock.nowMs() + afterMs, times: 0 });
  }

  async #carryOutQueued(): Promise<void> {
    const nowMs = this.#world.clock.nowMs();
    for (const one of this.#queued.filter(({ visibleAtMs }) => visibleAtMs <= nowMs)) await this.#carryOut(one);
  }

  async #carryOut(one: InQueue): Promise<void> {
    one.times += 1;
    one.visibleAtMs = this.#world.clock.nowMs() + VISIBILITY_MS;
    const patience: QueuePatience = {
      bringAgain: (_, seconds) =>
        this.#calls.queue('ChangeMessageVisibility', async () => {
          one.visibleAtMs = this.#world.clock.nowMs() + seconds * 1_000;
        }),
    };
    const record = { messageId: 'm', receiptHandle: 'r', body: JSON.stringify(one.body) };
    const event = { Records: [{ ...record, attributes: { ApproximateReceiveCount: String(one.times) } }] };
    await this.#process(one.name, async () => {
      const { batchItemFailures } = await eachMessage(event as never, patience, (_, times) => one.work(times));
      if (batchItemFailures.length > 0) return;
      await this.#calls.queue('DeleteMessage', async () => {
        this.#queued.splice(this.#queued.indexOf(one), 1);
      });
    });
  }
}
