// The senders and the tick as their functions make them, with providers and topics that are made up.
import { moveTrackOn } from '#attention/move-track-on.ts';
import type { Handover } from '#deliveries/handover.ts';
import { lookAfterDue } from '#deliveries/look-after-due.ts';
import { pointToDelivery } from '#deliveries/receipt-pointer.ts';
import type { Channel, DeliveryOrder } from '#deliveries/schema.ts';
import { refuseSms, type SmsLimits } from '#deliveries/sms-guard.ts';
import { orderOf } from '#deliveries/store.ts';
import type { ChannelOrder, Topics } from '#deliveries/topics.ts';
import { renderEmail } from '#messages/render-email.ts';
import { renderSms } from '#messages/render-sms.ts';
import type { MessageView } from '#messages/schema.ts';
import { type SendingApp, sendDelivery } from '#messages/send-delivery.ts';
import type { QueueResult } from '#shared/queue-batch.ts';
import type { World } from '#test/support/started-engine.ts';
import { runAs } from '#test/support/under-grants.ts';

/** What a provider was given. */
interface Handed {
  channel: Channel;
  deliveryId: string;
  to: string;
  /** Everything that left the house. */
  text: string;
  answer: Answer;
}

type Answer = Handover | Error;

export const later: Handover = { outcome: 'retry', code: 'ThrottlingException' };
export const refused: Handover = { outcome: 'failed', code: 'InvalidParameterException' };
export const silent: Handover = { outcome: 'unknown', code: 'TimeoutError' };

/** What goes out of the house, for tests that break it there. */
export interface WayOut {
  provider(ask: () => Promise<Handover>): Promise<Handover>;
  /** @param count of entries. */
  topic(publish: () => Promise<number[]>, count: number): Promise<number[]>;
}

const openWay: WayOut = { provider: (ask) => ask(), topic: (publish) => publish() };

export interface Delivering {
  handed: Handed[];
  /** Answers of the providers, one by one; then everything is accepted. An Error is a process that died in mid-send. */
  answers: Answer[];
  /** What a provider answers to this one, where no other answer waits. */
  answerTo: (one: Omit<Handed, 'answer'>) => Answer | undefined;
  /** What happens while the provider has it. */
  meanwhile: () => Promise<unknown>;
  /** Published by the tick and not yet carried out. */
  orders: ChannelOrder[];
  /** While true the topic takes nothing. */
  topicDown: boolean;
  topics: Topics;
  send(order: ChannelOrder): Promise<QueueResult>;
  tick(): Promise<number>;
}

/** The senders as their functions make them, but for the providers. */
export function delivering(
  world: Pick<World, 'app'>,
  limits: Partial<SmsLimits> = {},
  wayOut: WayOut = openWay,
): Delivering {
  const smsLimits = { countries: ['SE', 'NO'], capPerClientAndDay: 1_000, ...limits };

  const hand = (one: Omit<Handed, 'answer'>): Promise<Handover> =>
    wayOut.provider(async () => {
      const providerId = `provider-${one.deliveryId}`;
      const answer = state.answers.shift() ?? state.answerTo(one) ?? { outcome: 'accepted', providerId };
      state.handed.push({ ...one, answer });
      await state.meanwhile();
      if (answer instanceof Error) throw answer;
      return answer;
    });
  const stepsApp = { ...world.app, smsCountries: smsLimits.countries };
  const common = { ...world.app, portalUrl: 'https://portal.answeronline.example' };
  const apps: Record<Channel, SendingApp> = {
    email: {
      ...common,
      channel: 'email',
      handOver: ({ id }, to, rendering) => {
        const { subject, text, html } = renderEmail(rendering);
        return hand({ channel: 'email', deliveryId: id, to, text: [subject, text, html].join('\n') });
      },
    },
    sms: {
      ...common,
      channel: 'sms',
      refuse: ({ clientId }, to) => refuseSms(common, smsLimits, clientId, to),
      accepted: (delivery, providerId) => pointToDelivery(common, providerId, orderOf(delivery)),
      handOver: ({ id }, to, rendering) => hand({ channel: 'sms', deliveryId: id, to, text: renderSms(rendering) }),
    },
  };
  const topics: Topics = {
    orders: (orders) =>
      wayOut.topic(async () => {
        if (state.topicDown) return orders.map((_, n) => n);
        state.orders.push(...orders);
        return [];
      }, orders.length),
    events: (events) => wayOut.topic(async () => [], events.length),
  };
  const state: Delivering = {
    handed: [],
    answers: [],
    answerTo: () => undefined,
    meanwhile: async () => {},
    orders: [],
    topicDown: false,
    topics,
    send: ({ channel, order }) => runAs(`send-${channel}`, () => sendDelivery(apps[channel], order)),
    tick: () =>
      runAs('tick', () => lookAfterDue({ ...stepsApp, topics, moveTrackOn: (due) => moveTrackOn(stepsApp, due) })),
  };
  return state;
}

/** The orders that the stream asks for when a message has been taken. */
export const ordersOf = ({ clientId, id, deliveries }: MessageView): ChannelOrder[] =>
  deliveries.map((delivery) => {
    const order: DeliveryOrder = { clientId, messageId: id, deliveryId: delivery.id };
    return { channel: delivery.channel as Channel, order };
  });
