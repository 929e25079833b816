// One try of one item of the outbox, by the route that it is for.
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body } from '#web/api/types.ts';
import type { OutboxItem, Tried } from '#web/kept/outbox-moves.ts';

type Send = (item: OutboxItem) => Promise<Outcome<unknown>>;

const keyed = ({ key }: OutboxItem) => ({ 'Idempotency-Key': key });

const routes: Readonly<Record<OutboxItem['route'], Send>> = {
  takeMessage: (item) =>
    ask(
      api.POST('/v1/clients/{clientId}/messages', {
        params: { path: { clientId: item.clientId }, header: keyed(item) },
        body: item.body as Body<'takeMessage'>,
      }),
    ),
  // It may be repeated by its nature: the last text is the only one that there is.
  correctMessage: (item) =>
    ask(
      api.POST('/v1/clients/{clientId}/messages/{messageId}/corrections', {
        params: { path: { clientId: item.clientId, messageId: item.messageId ?? '' }, header: keyed(item) },
        body: item.body as Body<'correctMessage'>,
      }),
    ),
  countCall: (item) =>
    ask(
      api.POST('/v1/clients/{clientId}/calls', {
        params: { path: { clientId: item.clientId }, header: keyed(item) },
        body: item.body as Body<'countCall'>,
      }),
    ),
};

/** Somebody else was in the way: the same request may well succeed. */
const passing = new Set(['try-again', 'internal']);

export async function sendItem(item: OutboxItem): Promise<Tried> {
  const outcome = await routes[item.route](item);
  if (outcome.kind === 'ok') return { kind: 'sent', reply: outcome.value };
  if (outcome.kind === 'problem' && !passing.has(outcome.code)) return { kind: 'refused', problem: outcome.code };
  return { kind: 'away' };
}
