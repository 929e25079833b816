// Amendments of the message of a delivery world: corrected, forwarded, redirected; and what of it is still to be sent.
import { ordersOf } from '#test/support/delivering.ts';
import type { DeliveryWorld } from '#test/support/delivery-world.ts';
import type { Answered, Call } from '#test/support/http-call.ts';
import { MESSAGE, type Taken } from '#test/support/messages-world.ts';

export const MENDED = { caller: { name: 'Eva Eck', phone: '070-174 06 21' }, matter: 'Takpannorna kommer på fredag.' };

export interface Amending {
  correct(body?: object, call?: Partial<Call>): Promise<Answered<Taken>>;
  forward(body: object, call?: Partial<Call>): Promise<Answered<Taken>>;
  redirect(body: object, call?: Partial<Call>): Promise<Answered<Taken>>;
  /** Sends everything that is ordered and due, in the order of the deliveries. */
  sendAll(): Promise<void>;
  /** What was handed over of the deliveries that the world's message had not when it was taken. */
  handedLater(): { channel: string; to: string; text: string }[];
}

/** As an operator, unless other claims are given. */
export function amending(world: DeliveryWorld): Amending {
  const post =
    (what: string) =>
    (body: object, call: Partial<Call> = {}) =>
      world.call<Taken>(`POST ${MESSAGE}/${what}`, {
        claims: world.operator,
        params: { clientId: world.clientId, messageId: world.message.id },
        body,
        ...call,
      });
  const correct = post('corrections');
  const first = new Set(world.message.deliveries.map(({ id }) => id));
  return {
    correct: (body = MENDED, call) => correct(body, call),
    forward: post('deliveries'),
    redirect: post('misdirected'),
    async sendAll() {
      for (const order of ordersOf((await world.read(world.message)).body)) await world.house.send(order);
    },
    handedLater: () =>
      world.house.handed
        .filter(({ deliveryId }) => !first.has(deliveryId))
        .map(({ channel, to, text }) => ({ channel, to, text })),
  };
}
