// Ways that a message may take, which together come through every step of the house.

import { MENDED } from '#test/support/amending.ts';
import { later, refused, silent } from '#test/support/delivering.ts';
import type { Ask, Itinerary } from '#test/support/journey.ts';
import { MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { ANNA_MAIL, BO_MAIL, type StepsWorld } from '#test/support/steps-world.ts';

const taking =
  (body: Parameters<StepsWorld['take']>[1]): Ask =>
  (world) =>
    world.take(world.clientId, body, { idempotencyKey: 'taken' });

const amending =
  (route: string, body: object): Ask =>
  (world, message) =>
    world.call<Taken>(`POST ${MESSAGE}/${route}`, {
      claims: world.operator,
      params: { clientId: world.clientId, messageId: message?.id ?? '' },
      body,
      idempotencyKey: route,
    });

/** Somebody leaves while the message is on its way. */
const goodbye =
  (staffId: string, replacement?: string): Ask =>
  async (world, message) => {
    const { status } = await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId },
      ...(replacement && { query: { replacement } }),
    });
    if (status >= 500) throw new Error('Ask again');
    return { status: status === 204 ? 201 : status, body: message as Taken, headers: {}, etag: '' };
  };

/** Whose plans they go by. */
export interface People {
  /** E-mail and SMS together. */
  both: string;
  /** An SMS, then an e-mail; when it is urgent an SMS, then Bo. */
  smsFirst: string;
  byMail: string;
  bo: string;
}

export async function peopleOf(world: StepsWorld): Promise<People> {
  const [sms, email] = [{ channels: ['sms' as const] }, { channels: ['email' as const] }];
  const viaBo = { ...email, to: { staffId: world.bo } };
  const quietHours = null;
  return {
    both: await world.somebody({ normal: [{ channels: ['email', 'sms'] }], urgent: [], quietHours }),
    smsFirst: await world.somebody({ normal: [sms, email], urgent: [sms, viaBo], quietHours }),
    byMail: await world.somebody({ normal: [email], urgent: [], quietHours }),
    bo: world.bo,
  };
}

interface Way {
  from(people: People): Itinerary;
  /** Where nothing breaks: `step channel state` of each delivery, and `reason state` of each task. */
  story: readonly string[];
}

const ways = {
  'it arrives by both, and the e-mail only after it was put off': {
    from: ({ both }) => ({
      take: taking({ staffId: both }),
      answerTo: once(({ channel }) => (channel === 'email' ? later : undefined)),
      receipts: (channel) =>
        channel === 'sms' ? [{ code: 'SmsWithCarrier' }, { code: 'SmsDelivered' }] : [{ code: 'Delivery' }],
    }),
    story: ['0 email delivered', '0 sms delivered'],
  },
  'nobody takes it: a number that is none, and an address that bounces': {
    from: ({ smsFirst }) => ({
      take: taking({ staffId: smsFirst }),
      receipts: (channel) => [{ code: channel === 'sms' ? 'SmsInvalidNumber' : 'BouncePermanentGeneral' }],
    }),
    story: ['0 sms failed', '1 email failed', 'notDelivered open'],
  },
  'nobody knows of an urgent one, until it is told as delivered, and comes back after all': {
    from: ({ smsFirst }) => ({
      take: taking({ staffId: smsFirst, urgency: 'urgent' }),
      answerTo: ({ channel }) => (channel === 'sms' ? silent : undefined),
      receipts: (_, to) =>
        to === BO_MAIL
          ? [
              { code: 'Delivery', minute: 12 },
              { code: 'BounceTransientMailboxFull', minute: 19 },
            ]
          : [],
    }),
    story: ['0 sms unknown', '1 email delivered', 'returnedLater open'],
  },
  'its orders end among the dead letters, and the tick sends it': {
    from: ({ byMail }) => ({ take: taking({ staffId: byMail }), deadLetters: true }),
    story: ['0 email accepted', 'deadLetter open'],
  },
  'its address refuses it, and nobody is left': {
    from: ({ byMail }) => ({ take: taking({ staffId: byMail }), answerTo: () => refused }),
    story: ['0 email failed', 'notDelivered open'],
  },
  'it is corrected, forwarded and taken back': {
    from: ({ byMail, bo }) => ({
      take: taking({ staffId: byMail }),
      receipts: (_, to) => (to === ANNA_MAIL ? [{ code: 'Delivery' }] : []),
      asks: [
        { name: 'correct', minute: 3, ask: amending('corrections', MENDED) },
        { name: 'forward', minute: 5, ask: amending('deliveries', { staffId: bo }) },
        { name: 'redirect', minute: 7, ask: amending('misdirected', { staffId: null }) },
      ],
    }),
    story: ['0 email delivered', '0 email delivered', '0 email accepted', '0 email accepted', 'misdirected open'],
  },
  'whoever it is for is erased before anything is sent, and somebody stands in': {
    from: ({ byMail, bo }) => ({
      take: taking({ staffId: byMail }),
      asks: [{ name: 'goodbye', minute: 0, ask: goodbye(byMail, bo) }],
    }),
    story: ['0 email failed', '0 email accepted'],
  },
  'a colleague to whom an urgent one has come is erased, then who stands in, and the general inbox is left': {
    from: ({ smsFirst, byMail, bo }) => ({
      take: taking({ staffId: smsFirst, urgency: 'urgent' }),
      answerTo: ({ channel }) => (channel === 'sms' ? refused : undefined),
      receipts: () => [{ code: 'Delivery' }],
      asks: [
        { name: 'goodbye', minute: 0, ask: goodbye(bo, byMail) },
        { name: 'goodbye', minute: 0, ask: goodbye(byMail) },
      ],
    }),
    story: ['0 sms failed', '1 email delivered'],
  },
} satisfies Record<string, Way>;

export type WayName = keyof typeof ways;
export const itineraries: Readonly<Record<WayName, Way>> = ways;

/** For the first that asks; each journey begins anew with its first message. */
function once(answer: NonNullable<Itinerary['answerTo']>): NonNullable<Itinerary['answerTo']> {
  const answered = new Set<string>();
  return (one) => {
    if (answered.has(one.deliveryId)) return undefined;
    answered.add(one.deliveryId);
    return answer(one);
  };
}
