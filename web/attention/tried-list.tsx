// The ways that were tried, in order, each with its state, time, address where this person may see it, and why.
import type { Message, MessageTask } from '#web/api/types.ts';
import { channelWords, stateKind, stateWords } from '#web/attention/tried-words.ts';
import { Badge } from '#web/parts/badge.tsx';
import { When } from '#web/parts/when.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { language, t } from '#web/words/words.ts';

const waits = ['held', 'queued', 'sending'];

export function TriedList({ task, message }: { task: MessageTask; message: Message | undefined }) {
  const words = t.attention;
  const addressOf = (deliveryId: string): string | undefined => {
    const delivery = message?.deliveries.find(({ id }) => id === deliveryId);
    if (!delivery?.address) return undefined;
    return delivery.channel === 'sms' ? phoneWords(delivery.address) : delivery.address;
  };
  return (
    <ol class="tried">
      {task.tried.map(({ deliveryId, channel, step, state, at, words: why }) => (
        <li key={deliveryId}>
          <p class="row-head">
            <strong>{channelWords(channel)}</strong>
            <Badge kind={stateKind(state)}>{stateWords(state)}</Badge>
            <span class="row-when meta">
              {at ? <When at={at} style="second" /> : waits.includes(state) && words.notTried}
            </span>
          </p>
          <p class="quiet">
            {[words.step(step), addressOf(deliveryId), why?.[language()]].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ol>
  );
}
